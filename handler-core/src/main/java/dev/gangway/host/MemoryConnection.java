package dev.gangway.host;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A connection of the {@link MemoryHost}: two streams and two made-up addresses. */
final class MemoryConnection implements HandlerConnection {
    private static final InetSocketAddress CLIENT = InetSocketAddress.createUnresolved("127.0.0.1", 54321);

    private final HandlerServer server;
    private final InputStream in;
    private final OutputStream out;
    private @Nullable Duration timeout;

    MemoryConnection(HandlerServer server, InputStream in, OutputStream out) {
        this.server = server;
        this.in = in;
        this.out = out;
    }

    @Override
    public InputStream rfile() {
        return in;
    }

    @Override
    public OutputStream wfile() {
        return out;
    }

    @Override
    public InetSocketAddress clientAddress() {
        return CLIENT;
    }

    @Override
    public HandlerServer server() {
        return server;
    }

    @Override
    public @Nullable Duration timeout() {
        return timeout;
    }

    /** Takes note of the limit; what is in memory never makes anyone wait. */
    @Override
    public void timeout(@Nullable Duration limit) {
        timeout = limit;
    }
}
