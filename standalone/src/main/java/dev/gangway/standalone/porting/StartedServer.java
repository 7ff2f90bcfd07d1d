package dev.gangway.standalone.porting;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server that was started by a command, and is stopped in the end. */
final class StartedServer implements Answerer {
    private static final String PORT = "{port}";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int SHOWN_LINES = 10;
    private static final int STOP_SECONDS = 5;

    private final String command;
    private final Process process;
    private final Path output;
    private final ServerAddress address;
    private final Duration timeout;

    private StartedServer(String command, Process process, Path output, ServerAddress address, Duration timeout) {
        this.command = command;
        this.process = process;
        this.output = output;
        this.address = address;
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
        ServerAddress address =
                new ServerAddress(InetAddress.getLoopbackAddress().getHostAddress(), port);
        Path output = Files.createTempFile("gangway-compare", ".log");
        ProcessBuilder builder = new ProcessBuilder(words(command, port))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        try {
            StartedServer server = new StartedServer(command, builder.start(), output, address, timeout);
            try {
                server.awaitListening();
                return server;
            } catch (IOException e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            Files.deleteIfExists(output);
            throw e;
        }
    }

    /** Tells whether a word of the command line is a command. */
    static boolean isCommand(String word) {
        return word.contains(PORT);
    }

    static List<String> words(String command, int port) {
        return WORD.matcher(command)
                .results()
                .map(word -> Arrays.asList(word.group(1), word.group(2), word.group(3)).stream()
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(""))
                .map(word -> word.replace(PORT, Integer.toString(port)))
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void awaitListening() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                SocketExchange.connect(address, timeout).close();
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new IOException("does not listen on port " + address.port() + " after " + PATIENCE.toSeconds()
                + " seconds: " + command + said());
    }

    private void pause() throws IOException {
        try {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        "ended with status " + process.exitValue() + " and did not listen: " + command + said());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Returns the last lines that the server has printed: they say most about the cause. */
    private String said() throws IOException {
        List<String> lines =
                new String(end(output), Charset.defaultCharset()).lines().toList();
        return lines.isEmpty()
                ? "; it printed nothing"
                : "; it printed:\n  "
                        + String.join("\n  ", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }

    private static byte[] end(Path output) throws IOException {
        try (InputStream in = Files.newInputStream(output)) {
            in.skipNBytes(Math.max(0, Files.size(output) - Bounds.OUTPUT_BYTES));
            return in.readNBytes(Bounds.OUTPUT_BYTES);
        }
    }

    @Override
    public Reply answer(RequestFile file) {
        return SocketExchange.send(address, timeout, file);
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle one : all) {
            try {
                one.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                one.destroyForcibly();
            } catch (ExecutionException | TimeoutException e) {
                one.destroyForcibly();
            }
        }
        output.toFile().delete();
    }
}
