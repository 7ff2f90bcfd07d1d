package dev.gangway.examples;

import dev.gangway.contract.Host;
import dev.gangway.contract.HostClient;
import dev.gangway.contract.RunningHost;
import dev.gangway.contract.SocketClient;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.HTTPServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/** A server of the standalone module on a port of its own. */
final class Sockets implements Host {
    private final ServerMaker maker;

    /** Makes a server that keeps its log and its errors instead of printing them. */
    @FunctionalInterface
    interface ServerMaker {
        HTTPServer make(InetSocketAddress address, HandlerFactory factory, Kept kept) throws IOException;
    }

    /** What a server has logged, and what its handlers have thrown. */
    static final class Kept {
        final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        final LinkedBlockingQueue<Throwable> errors = new LinkedBlockingQueue<>();
    }

    Sockets(ServerMaker maker) {
        this.maker = maker;
    }

    /** The server that serves one connection after the other. */
    static HTTPServer plain(InetSocketAddress address, HandlerFactory factory, Kept kept) throws IOException {
        return new HTTPServer(address, factory) {
            @Override
            public void log(String line) {
                kept.lines.add(line);
            }

            @Override
            public void handleError(HandlerConnection connection, Throwable error) {
                kept.errors.add(error);
            }
        };
    }

    /** The server with a thread for each connection. */
    static HTTPServer threading(InetSocketAddress address, HandlerFactory factory, Kept kept) throws IOException {
        return new dev.gangway.standalone.ThreadingHTTPServer(address, factory) {
            @Override
            public void log(String line) {
                kept.lines.add(line);
            }

            @Override
            public void handleError(HandlerConnection connection, Throwable error) {
                kept.errors.add(error);
            }
        };
    }

    @Override
    public RunningHost start(HandlerFactory factory) throws Exception {
        Kept kept = new Kept();
        HTTPServer server = maker.make(new InetSocketAddress("127.0.0.1", 0), factory, kept);
        Thread thread = new Thread(server::serveForever, "examples");
        thread.setDaemon(true);
        thread.start();
        return new Running(server, kept);
    }

    private record Running(HTTPServer server, Kept kept) implements RunningHost {
        @Override
        public int port() {
            return server.serverPort();
        }

        @Override
        public HostClient connect() throws IOException {
            return new SocketClient(server.serverPort());
        }

        @Override
        public List<String> takeLog() {
            return drain(kept.lines);
        }

        @Override
        public List<Throwable> takeErrors() {
            return drain(kept.errors);
        }

        private static <T> List<T> drain(LinkedBlockingQueue<T> queue) {
            List<T> taken = new java.util.ArrayList<>();
            queue.drainTo(taken);
            return taken;
        }

        @Override
        public void close() {
            server.shutdown();
            server.close();
        }
    }
}
