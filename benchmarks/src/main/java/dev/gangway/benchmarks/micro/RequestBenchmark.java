package dev.gangway.benchmarks.micro;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Whole requests without a network: a browser's GET with twelve header fields. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class RequestBenchmark {
    private final Parsed parsed = new Parsed();
    private final Hello hello = new Hello();
    private final Logged logged = new Logged();
    private SimpleHTTPRequestHandler files = new SimpleHTTPRequestHandler();
    private Path directory = Path.of("");

    /**
     * Gives each handler its connection.
     *
     * @throws IOException if there is no room for a file
     */
    @Setup
    public void attach() throws IOException {
        directory = Files.createTempDirectory("benchmark");
        Files.write(directory.resolve("page.html"), new byte[1024]);
        files = new Served(directory);
        parsed.run(new Browser("/some/path?query=1"));
        hello.run(new Browser("/some/path?query=1"));
        logged.run(new Browser("/some/path?query=1"));
        files.run(new Browser("/page.html"));
    }

    /**
     * Removes the file.
     *
     * @throws IOException if that fails
     */
    @TearDown
    public void remove() throws IOException {
        Files.delete(directory.resolve("page.html"));
        Files.delete(directory);
    }

    /**
     * Reads and parses a request, and does nothing with it.
     *
     * @throws IOException never
     */
    @Benchmark
    public void parse() throws IOException {
        parsed.handleOneRequest();
    }

    /**
     * Answers thirteen bytes.
     *
     * @throws IOException never
     */
    @Benchmark
    public void hello() throws IOException {
        hello.handleOneRequest();
    }

    /**
     * Answers thirteen bytes, and makes a line of the log.
     *
     * @throws IOException never
     */
    @Benchmark
    public void helloLogged() throws IOException {
        logged.handleOneRequest();
    }

    /**
     * Answers with a file of 1 KiB.
     *
     * @throws IOException if the file is gone
     */
    @Benchmark
    public void file() throws IOException {
        files.handleOneRequest();
    }

    /** Stops after the head. */
    private static final class Parsed extends BaseHTTPRequestHandler {
        Parsed() {
            protocolVersion("HTTP/1.1");
        }

        @Override
        public void handle() {
            // The benchmark does.
        }

        @Override
        public boolean dispatch(String command) {
            return true;
        }
    }

    /** Answers as the example of the manual. */
    public static class Logged extends BaseHTTPRequestHandler {
        private static final byte[] BODY = "Hello, World!".getBytes(StandardCharsets.US_ASCII);

        Logged() {
            protocolVersion("HTTP/1.1");
        }

        @Override
        public void handle() {
            // The benchmark does.
        }

        /**
         * Answers.
         *
         * @throws IOException never
         */
        public void do_GET() throws IOException {
            sendResponse(200);
            sendHeader("Content-Type", "text/plain");
            sendHeader("Content-Length", BODY.length);
            endHeaders();
            wfile().write(BODY);
        }
    }

    /** The same without a log. */
    public static final class Hello extends Logged {
        @Override
        public void logMessage(String format, Object... args) {
            // No log.
        }
    }

    /** Serves a file, without a log. */
    private static final class Served extends SimpleHTTPRequestHandler {
        Served(Path directory) {
            super(directory);
            protocolVersion("HTTP/1.1");
        }

        @Override
        public void handle() {
            // The benchmark does.
        }

        @Override
        public void logMessage(String format, Object... args) {
            // No log.
        }
    }
}
