package dev.gangway.standalone.proxy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an IP address that is written as numbers. No name is ever looked up. */
final class IpLiteral {
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    /** Java reads every text of these characters with a colon in it as an address or refuses it. */
    private static final Pattern MAYBE_V6 = Pattern.compile("(?=[^:]*:[^:]*:)[0-9a-fA-F:.]{2,45}");

    private static final Pattern PORT = Pattern.compile("0|[1-9][0-9]{0,4}");
    private static final int MAX_PORT = 65_535;

    private IpLiteral() {}

    /** Returns the address of dotted decimal, or null if the text is something else. */
    static @Nullable InetAddress v4(String text) {
        return V4.matcher(text).matches() ? read(text) : null;
    }

    /** Returns the address of RFC 4291 §2.2, without brackets and zone, or null if the text is something else. */
    static @Nullable InetAddress v6(String text) {
        return MAYBE_V6.matcher(text).matches() ? read(text) : null;
    }

    /** Returns an address of either kind, or null. */
    static @Nullable InetAddress of(String text) {
        InetAddress v4 = v4(text);
        return v4 == null ? v6(text) : v4;
    }

    /** Returns a port, or −1 if the text is none. */
    static int port(String text) {
        int port = PORT.matcher(text).matches() ? Integer.parseInt(text) : -1;
        return port > MAX_PORT ? -1 : port;
    }

    private static @Nullable InetAddress read(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
