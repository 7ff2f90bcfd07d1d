package dev.gangway.host;

import dev.gangway.sight.Served;
import dev.gangway.sight.ServedConnection;
import java.io.FilterOutputStream;
import java.io.IOException;
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
    private final SentBytes out;
    private final @Nullable ServedConnection recorded = ServedConnection.begin();
    private @Nullable Served served;
    private boolean isBegun;
    private long requests;
    private @Nullable Duration timeout;

    MemoryConnection(HandlerServer server, InputStream in, OutputStream out) {
        this.server = server;
        this.in = in;
        this.out = new SentBytes(out);
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

    @Override
    public @Nullable HostResponse requested(ReceivedHead head) {
        begins();
        served = Served.begin(null, head.method(), head.target());
        return null;
    }

    @Override
    public void responding(int status, int headBytes) {
        if (!isBegun) {
            begins();
            served = Served.begin(null, "", ""); // the request was malformed
        }
        if (served != null) {
            served.responds(status, out.count + headBytes);
        }
    }

    @Override
    public void phase(Phase phase) {
        if (phase == Phase.IDLE) {
            endResponse();
        }
    }

    private void begins() {
        isBegun = true;
        requests++;
    }

    private void endResponse() {
        isBegun = false;
        Served current = served;
        served = null;
        if (current != null) {
            current.end(CLIENT::getHostString, out.count);
        }
    }

    /** Takes note that the handler has returned. */
    void ended() {
        endResponse();
        if (recorded != null) {
            recorded.end(CLIENT::getHostString, false, requests, out.count);
        }
    }

    /** Takes note of the limit; memory never makes a reader wait. */
    @Override
    public void timeout(@Nullable Duration limit) {
        timeout = limit;
    }

    /** Counts the bytes that are sent. */
    private static final class SentBytes extends FilterOutputStream {
        private long count;

        SentBytes(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
