package dev.gangway.example;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that ask a balancer without a pause: every second one on a new connection each time, the others on one they keep. */
final class ScaleLoad implements AutoCloseable {
    private static final int BUFFER_BYTES = 8192;

    private final int port;
    private final AtomicLong answered = new AtomicLong();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean ended;

    private ScaleLoad(int port) {
        this.port = port;
    }

    static ScaleLoad start(int port, int count) {
        ScaleLoad load = new ScaleLoad(port);
        for (int i = 0; i < count; i++) {
            boolean keeps = i % 2 == 1;
            Thread client = new Thread(() -> load.run(keeps), "client");
            load.clients.add(client);
            client.start();
        }
        return load;
    }

    long answered() {
        return answered.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    private void run(boolean keeps) {
        while (!ended) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
                socket.setTcpNoDelay(true);
                boolean isFirst = true;
                while (!ended && ask(socket, keeps, isFirst)) {
                    isFirst = false;
                }
            } catch (IOException e) {
                failures.add(e.toString());
            }
        }
    }

    /** Asks once; false if there will be no more answer on this connection. */
    private boolean ask(Socket socket, boolean keeps, boolean isFirst) throws IOException {
        socket.getOutputStream()
                .write(("GET " + ScaleNode.PATH + " HTTP/1.1\r\nHost: h\r\n" + (keeps ? "" : "Connection: close\r\n")
                                + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        String response = response(socket.getInputStream());
        if (response.isEmpty() && !isFirst) {
            // The balancer has closed a connection that was idle. It does so after a minute, so this is a failure, too.
            failures.add("closed between two requests");
            return false;
        }
        answered.incrementAndGet();
        if (!response.startsWith("HTTP/1.1 200 ") || !response.endsWith("\r\n\r\nOne.\n")) {
            failures.add(
                    response.isEmpty()
                            ? "nothing"
                            : response.lines().findFirst().orElse(""));
        }
        return keeps && !response.toLowerCase(Locale.ROOT).contains("\r\nconnection: close\r\n");
    }

    /** Reads a response with its length. */
    private static String response(InputStream in) throws IOException {
        byte[] bytes = new byte[BUFFER_BYTES];
        int count = 0;
        while (true) {
            int n = in.read(bytes, count, bytes.length - count);
            if (n < 0) {
                return new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
            }
            count += n;
            String text = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
            int head = text.indexOf("\r\n\r\n");
            if (head >= 0 && count >= head + 4 + contentLength(text.substring(0, head))) {
                return text;
            }
        }
    }

    private static int contentLength(String head) {
        for (String line : head.split("\r\n", -1)) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                return Integer.parseInt(line.substring(15).strip());
            }
        }
        return BUFFER_BYTES;
    }

    /** Waits until each client has its last answer. */
    @Override
    public void close() {
        ended = true;
        for (Thread client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
