package dev.gangway.benchmarks.subjects;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.host.RequestSteps;
import dev.gangway.standalone.ThreadingHTTPServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * Gangway without a log: the files of a directory, {@code HTTP/1.0} as third argument for a connection for each, or
 * {@code hello} for the small handler, {@code prompt} for one that says it answers at once.
 */
public final class GangwayServer {
    private GangwayServer() {}

    /**
     * Serves until the process is ended.
     *
     * @param arguments port, directory
     * @throws IOException if the port is taken
     */
    public static void main(String[] arguments) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        Path directory = Path.of(arguments[1]);
        String third = arguments.length > 2 ? arguments[2] : "HTTP/1.1";
        HandlerFactory factory = switch (third) {
            case "hello" -> Hello::new;
            case "prompt" -> PromptHello::new;
            default -> () -> new Files(directory, third);
        };
        try (ThreadingHTTPServer server = new ThreadingHTTPServer(address, factory)) {
            server.serveForever();
        }
    }

    /** Serves files. */
    static final class Files extends SimpleHTTPRequestHandler {
        Files(Path directory) {
            this(directory, "HTTP/1.1");
        }

        Files(Path directory, String protocolVersion) {
            super(directory);
            protocolVersion(protocolVersion);
        }

        @Override
        public RequestSteps requestSteps() {
            return promptSteps();
        }

        @Override
        public void logMessage(String format, Object... args) {
            // As the peers, which have no log unless they are asked for one.
        }
    }

    /** Answers every GET with thirteen bytes. */
    public static class Hello extends BaseHTTPRequestHandler {
        Hello() {
            protocolVersion("HTTP/1.1");
        }

        /**
         * Answers.
         *
         * @throws IOException if the connection fails
         */
        public void do_GET() throws IOException {
            sendResponse(200);
            sendHeader("Content-Type", "text/plain");
            sendHeader("Content-Length", Content.HELLO.length);
            endHeaders();
            wfile().write(Content.HELLO);
        }

        @Override
        public void logMessage(String format, Object... args) {
            // No log.
        }
    }

    /** Does so at once, so that its connections wait in event loops. */
    public static final class PromptHello extends Hello {
        @Override
        public RequestSteps requestSteps() {
            return promptSteps();
        }
    }
}
