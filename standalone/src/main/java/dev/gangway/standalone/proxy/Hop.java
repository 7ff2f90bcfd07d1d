package dev.gangway.standalone.proxy;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The client of one proxy, as the proxy describes it.
 *
 * @param address where it came from; null if the proxy does not know or does not tell, or what it says is malformed. The port is 0
 *     where it is not told
 * @param protocol {@code http} or {@code https}; null if it is not told
 * @param host the value of the {@code Host} field as it came; null if it is not told
 */
record Hop(
        @Nullable InetSocketAddress address,
        @Nullable String protocol,
        @Nullable String host) {
    static final Hop UNKNOWN = new Hop(null, null, null);

    /** Reads an address with or without a port; an IPv6 address with a port stands in brackets. */
    static @Nullable InetSocketAddress address(String node) {
        boolean bracketed = node.startsWith("[");
        int end = bracketed ? node.indexOf(']') : node.indexOf(':');
        if (bracketed && end < 0) {
            return null;
        }
        if (!bracketed && end >= 0 && node.indexOf(':', end + 1) >= 0) {
            end = -1; // two colons without brackets: an IPv6 address alone
        }
        String host = end < 0 ? node : node.substring(bracketed ? 1 : 0, end);
        String rest = end < 0 ? "" : node.substring(bracketed ? end + 1 : end);
        var ip = bracketed ? IpLiteral.v6(host) : IpLiteral.of(host);
        int port = rest.isEmpty() ? 0 : rest.startsWith(":") ? IpLiteral.port(rest.substring(1)) : -1;
        // RFC 7239 §6.2: a port may be hidden behind a name.
        boolean hiddenPort = rest.startsWith(":_");
        return ip == null || port < 0 && !hiddenPort ? null : new InetSocketAddress(ip, Math.max(port, 0));
    }

    /** Returns a protocol that means something to us in small letters, or null. */
    static @Nullable String protocol(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.equalsIgnoreCase("https") ? "https" : text.equalsIgnoreCase("http") ? "http" : null;
    }
}
