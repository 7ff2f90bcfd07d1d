package dev.gangway.standalone.porting;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A server that was started by a command, and is stopped in the end. */
final class StartedServer implements Answerer {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final int port;
    private final Duration timeout;

    private StartedServer(Process process, int port, Duration timeout) {
        this.process = process;
        this.port = port;
        this.timeout = timeout;
    }

    /**
     * Starts a server and waits until it listens.
     *
     * @param command words with spaces between, with quotes around those that have spaces in them; {@code {port}} in
     *     one of them is the port to listen on
     * @param timeout how long to wait for an answer
     */
    static StartedServer start(String command, Duration timeout) throws IOException {
        int port = freePort();
        Process process = new ProcessBuilder(words(command, port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        StartedServer server = new StartedServer(process, port, timeout);
        try {
            server.awaitListening(command);
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    static List<String> words(String command, int port) {
        return WORD.matcher(command)
                .results()
                .map(word -> Arrays.asList(word.group(1), word.group(2), word.group(3)).stream()
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(""))
                .map(word -> word.replace("{port}", Integer.toString(port)))
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void awaitListening(String command) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new IOException(
                process.isAlive() ? "does not listen on port " + port + ": " + command : "ended at once: " + command);
    }

    private void pause() throws IOException {
        try {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("the server ended with status " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public Reply answer(RequestFile file) throws IOException {
        return SocketExchange.send(InetAddress.getLoopbackAddress().getHostAddress(), port, timeout, file);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
