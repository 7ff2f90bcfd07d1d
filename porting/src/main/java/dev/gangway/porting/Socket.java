package dev.gangway.porting;

import java.net.InetAddress;
import java.net.UnknownHostException;

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
    /** {@code socket.SOL_SOCKET}. */
    public static final long SOL_SOCKET = 1;
    /** {@code socket.SO_REUSEADDR}. */
    public static final long SO_REUSEADDR = 2;

    private Socket() {}

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
