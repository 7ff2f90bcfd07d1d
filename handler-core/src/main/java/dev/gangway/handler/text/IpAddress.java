package dev.gangway.handler.text;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** IP addresses as the system's resolver writes them (RFC 5952), which Java does not. */
public final class IpAddress {
    private IpAddress() {}

    /**
     * Writes the address of a socket address, without its port.
     *
     * @param address any address
     * @return an IP address; the host's name if the address is unresolved
     */
    public static String text(InetSocketAddress address) {
        InetAddress ip = address.getAddress();
        return ip == null ? address.getHostString() : text(ip);
    }

    /**
     * Writes an address.
     *
     * @param address any address
     * @return dotted decimal for IPv4; for IPv6 the shortest form with {@code ::} for the longest run of zeros
     */
    public static String text(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        int[] groups = new int[8];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
        }
        int zone = address.getHostAddress().indexOf('%');
        return compress(groups) + (zone < 0 ? "" : address.getHostAddress().substring(zone));
    }

    private static String compress(int[] groups) {
        int runStart = -1;
        int runLength = 1;
        for (int i = 0; i < groups.length; i++) {
            int length = 0;
            while (i + length < groups.length && groups[i + length] == 0) {
                length++;
            }
            if (length > runLength) {
                runStart = i;
                runLength = length;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            if (i == runStart) {
                text.append("::");
                i += runLength - 1;
            } else {
                if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
