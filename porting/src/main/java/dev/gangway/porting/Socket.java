package dev.gangway.porting;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Python's module {@code socket}, as far as handlers need it. */
public final class Socket {
    /** {@code socket.SHUT_RDWR}. */
    public static final long SHUT_RDWR = 2;
    /** {@code socket.SHUT_WR}. */
    public static final long SHUT_WR = 1;
    /** {@code socket.AF_INET}. */
    public static final long AF_INET = 2;
    /** {@code socket.AF_INET6}. */
    public static final long AF_INET6 = 10;
    /** {@code socket.SOCK_STREAM}. */
    public static final long SOCK_STREAM = 1;
    /** {@code socket.SOCK_DGRAM}. */
    public static final long SOCK_DGRAM = 2;
    /** {@code socket.SOL_SOCKET}. */
    public static final long SOL_SOCKET = 1;
    /** {@code socket.SO_REUSEADDR}. */
    public static final long SO_REUSEADDR = 2;

    /** {@code socket.SO_BROADCAST}. */
    public static final long SO_BROADCAST = 6;
    /** {@code socket.IPPROTO_TCP}. */
    public static final long IPPROTO_TCP = 6;
    /** {@code socket.TCP_NODELAY}. */
    public static final long TCP_NODELAY = 1;

    private Socket() {}

    /** Returns {@code socket.socket()}: one of TCP. */
    public static SocketObject socket() throws IOException {
        return new SocketObject(false);
    }

    /** Returns {@code socket.socket(family)}: one of TCP. */
    public static SocketObject socket(long family) throws IOException {
        return new SocketObject(false);
    }

    /** Returns {@code socket.socket(family, type)}: one of TCP or of UDP. */
    public static SocketObject socket(long family, long type) throws IOException {
        if (type != SOCK_STREAM && type != SOCK_DGRAM) {
            throw new ValueError("a socket of a port is SOCK_STREAM or SOCK_DGRAM");
        }
        return new SocketObject(type == SOCK_DGRAM);
    }

    /** Returns {@code socket.create_connection(address)}. */
    public static SocketObject createConnection(@Nullable Object address) throws IOException {
        return createConnection(address, null);
    }

    /** Returns {@code socket.create_connection(address, timeout)}. */
    public static SocketObject createConnection(@Nullable Object address, @Nullable Object timeout) throws IOException {
        SocketObject made = new SocketObject(false);
        try {
            made.settimeout(timeout);
            made.connect(address);
            return made;
        } catch (IOException | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    /** Returns {@code socket.gethostname()}. */
    public static String gethostname() throws UnknownHostException {
        return InetAddress.getLocalHost().getHostName();
    }

    /** Returns {@code socket.gethostbyname(name)}. */
    public static String gethostbyname(String name) throws UnknownHostException {
        return InetAddress.getByName(name).getHostAddress();
    }

    /** Returns {@code socket.getfqdn()}. */
    public static String getfqdn() throws UnknownHostException {
        return InetAddress.getLocalHost().getCanonicalHostName();
    }
}
