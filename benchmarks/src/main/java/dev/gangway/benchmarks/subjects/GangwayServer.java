package dev.gangway.benchmarks.subjects;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.ThreadingHTTPServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Gangway without a log: the files of a directory, or {@code hello} as third argument for the small handler. */
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
        HandlerFactory factory = arguments.length > 2 ? Hello::new : () -> new Files(directory);
        try (ThreadingHTTPServer server = new ThreadingHTTPServer(address, factory)) {
            server.serveForever();
        }
    }

    /** Serves files. */
    static final class Files extends SimpleHTTPRequestHandler {
        Files(Path directory) {
            super(directory);
            protocolVersion("HTTP/1.1");
        }

        @Override
        public void logMessage(String format, Object... args) {
            // As the peers, which have no log unless they are asked for one.
        }
    }

    /** Answers every GET with thirteen bytes. */
    public static final class Hello extends BaseHTTPRequestHandler {
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
}
