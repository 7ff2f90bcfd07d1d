package dev.gangway.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Restarts one node again and again, without a balancer, while its supervisor keeps the socket: no connection may be refused, and no
 * answer lost. Runs with the profile {@code scale}.
 */
@Tag("scale")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class SocketRestartScaleTest {
    private static final int RESTARTS = Integer.getInteger("scale.restarts", 20);
    private static final int CONNECTIONS = Integer.getInteger("scale.connections", 100_000);
    private static final int CLIENTS = Integer.getInteger("scale.clients", 8);
    /** A client that keeps its connection asks more often than the node drains long, so it always hears of the end. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final String HEAD = "GET /hello.txt HTTP/1.1\r\nHost: h\r\n";

    @TempDir
    Path directory;

    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong keptAnswers = new AtomicLong();
    private final AtomicLong toldToClose = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;
    private int port;

    @Test
    void noConnectionFailsWhileTheNodeIsRestarted() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "python3 is not installed");
        Files.writeString(directory.resolve("hello.txt"), "hello");
        try (Gangway supervisor = Gangway.startUnder(
                directory,
                List.of("python3", "-c", StopTest.SUPERVISOR),
                "9",
                "-p",
                "HTTP/1.1",
                "--health",
                "/healthz",
                "--drain-delay",
                "1")) {
            Thread log = new Thread(supervisor::restOfErr, "log");
            log.start();
            port = Integer.parseInt(supervisor.out().readLine());
            BufferedWriter commands = supervisor.process().outputWriter();
            List<Thread> clients = startClients();
            for (int i = 0; i <= RESTARTS; i++) {
                say(commands, "start");
                assertTrue(supervisor.out().readLine().startsWith("Serving HTTP on 127.0.0.1 port " + port));
                awaitConnections((long) CONNECTIONS * (i + 1) / (RESTARTS + 1));
                ended = i == RESTARTS;
                say(commands, "stop");
                assertEquals("0", supervisor.out().readLine());
            }
            for (Thread client : clients) {
                client.join(TimeUnit.SECONDS.toMillis(60));
            }
        }
        System.out.println(RESTARTS + " restarts of one node: " + connections + " connections, and " + keptAnswers
                + " answers on " + toldToClose + " that were kept, " + failures.size() + " failures");
        assertEquals(List.of(), List.copyOf(failures));
        assertTrue(toldToClose.get() >= RESTARTS, "a client that keeps its connection is told to close it");
    }

    private static void say(BufferedWriter commands, String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
    }

    private void awaitConnections(long count) throws InterruptedException {
        while (connections.get() < count && failures.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private List<Thread> startClients() {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new Thread(this::askOnNewConnections, "client"));
        }
        clients.add(new Thread(this::askOnKeptConnections, "client"));
        clients.add(new Thread(this::askOnKeptConnections, "client"));
        clients.forEach(Thread::start);
        return clients;
    }

    private void askOnNewConnections() {
        while (!ended) {
            try (Socket client = connect()) {
                client.getOutputStream()
                        .write((HEAD + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                check(new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
                connections.incrementAndGet();
            } catch (IOException e) {
                failures.add("new connection: " + e);
            }
        }
    }

    private void askOnKeptConnections() {
        while (!ended) {
            try (Socket client = connect()) {
                boolean isKept = true;
                while (isKept) {
                    client.getOutputStream().write((HEAD + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    String answer = answer(client.getInputStream());
                    check(answer);
                    keptAnswers.incrementAndGet();
                    isKept = !answer.isEmpty() && !answer.contains("\r\nConnection: close\r\n");
                    LockSupport.parkNanos(isKept ? PAUSE_NANOS : 0);
                }
                toldToClose.incrementAndGet();
            } catch (IOException e) {
                failures.add("kept connection: " + e);
            }
        }
    }

    private Socket connect() throws IOException {
        Socket client = new Socket("127.0.0.1", port);
        client.setSoTimeout((int) TimeUnit.SECONDS.toMillis(60));
        client.setTcpNoDelay(true);
        return client;
    }

    private void check(String answer) {
        if (!answer.startsWith("HTTP/1.1 200 ") || !answer.endsWith("\r\n\r\nhello")) {
            failures.add("answer: " + answer);
        }
    }

    /** Reads an answer to its last byte, or to the end of the connection. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        int c = in.read();
        while (c >= 0) {
            answer.append((char) c);
            if (c == 'o' && answer.toString().endsWith("\r\n\r\nhello")) {
                return answer.toString();
            }
            c = in.read();
        }
        return answer.toString();
    }
}
