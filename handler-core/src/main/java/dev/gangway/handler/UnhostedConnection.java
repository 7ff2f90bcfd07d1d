package dev.gangway.handler;

import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The connection of a handler that no host runs: two streams that were set by hand, and a server that logs nowhere. */
final class UnhostedConnection implements HandlerConnection {
    private static final InetSocketAddress CLIENT = InetSocketAddress.createUnresolved("127.0.0.1", 0);

    private final InputStream in;
    private final @Nullable OutputStream out;
    private final HandlerServer server = new UnhostedServer();

    /** Connects streams; {@code out} is null if it is not set yet. */
    UnhostedConnection(InputStream in, @Nullable OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Tells whether the stream for responses is still to be set. */
    boolean lacksOutput() {
        return out == null;
    }

    @Override
    public InputStream rfile() {
        return in;
    }

    @Override
    public OutputStream wfile() {
        return out == null ? OutputStream.nullOutputStream() : out;
    }

    @Override
    public InetSocketAddress clientAddress() {
        return CLIENT;
    }

    @Override
    public HandlerServer server() {
        return server;
    }

    private static final class UnhostedServer implements HandlerServer {
        private final Map<String, Object> attributes = new HashMap<>();

        @Override
        public String serverName() {
            return "localhost";
        }

        @Override
        public int serverPort() {
            return 0;
        }

        @Override
        public synchronized @Nullable Object attribute(String name) {
            return attributes.get(name);
        }

        @Override
        public synchronized void attribute(String name, @Nullable Object value) {
            if (value == null) {
                attributes.remove(name);
            } else {
                attributes.put(name, value);
            }
        }

        @Override
        public void log(String line) {}

        @Override
        public void handleError(HandlerConnection connection, Throwable error) {}
    }
}
