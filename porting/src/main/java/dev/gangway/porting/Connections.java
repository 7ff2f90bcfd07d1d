package dev.gangway.porting;

import dev.gangway.host.HandlerConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The methods of a connection's socket that handlers use. */
public final class Connections {
    private Connections() {}

    /** Does {@code socket.sendall(bytes)}. */
    public static void sendall(HandlerConnection connection, byte[] bytes) throws IOException {
        connection.wfile().write(bytes);
        connection.wfile().flush();
    }

    /** Does {@code socket.send(bytes)}. */
    public static long send(HandlerConnection connection, byte[] bytes) throws IOException {
        sendall(connection, bytes);
        return bytes.length;
    }

    /** Returns {@code socket.recv(length)}: the bytes that are there. */
    public static byte[] recv(HandlerConnection connection, long length) throws IOException {
        byte[] bytes = new byte[(int) length];
        return Arrays.copyOf(bytes, Math.max(0, connection.rfile().read(bytes)));
    }

    /** Does {@code socket.settimeout(seconds)}. */
    public static void settimeout(HandlerConnection connection, @Nullable Object seconds) throws IOException {
        connection.timeout(seconds == null ? null : Duration.ofMillis((long) (1000 * Ported.asDouble(seconds))));
    }

    /** Returns {@code socket.getpeername()}. */
    public static Tuple getpeername(HandlerConnection connection) {
        return address(connection.clientAddress());
    }

    /** Returns {@code socket.getsockname()}. */
    public static Tuple getsockname(HandlerConnection connection) {
        return address(connection.localAddress());
    }

    /** Does nothing: the options of a socket are the host's business. */
    public static void setsockopt(
            HandlerConnection connection, @Nullable Object level, @Nullable Object option, @Nullable Object value) {}

    /** Flushes: the host closes the connection when the handler is done. */
    public static void close(HandlerConnection connection) throws IOException {
        connection.wfile().flush();
    }

    /** Flushes: the host closes the connection when the handler is done. */
    public static void shutdown(HandlerConnection connection, @Nullable Object how) throws IOException {
        connection.wfile().flush();
    }

    static Tuple address(InetSocketAddress address) {
        return Tuple.of(address.getHostString(), (long) address.getPort());
    }
}
