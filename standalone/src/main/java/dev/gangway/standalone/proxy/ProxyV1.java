package dev.gangway.standalone.proxy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The PROXY protocol's version 1, a line of text (HAProxy's specification, section 2.1). */
final class ProxyV1 {
    static final byte FIRST = 'P';

    /** With the line end. */
    private static final int MAX_BYTES = 107;

    private static final String PREFIX = "PROXY ";
    private static final int WORDS = 6;

    private ProxyV1() {}

    static @Nullable ProxyHeader parse(byte[] bytes, int count) throws ProxyHeaderException {
        for (int i = 0; i < Math.min(count, PREFIX.length()); i++) {
            if (bytes[i] != PREFIX.charAt(i)) {
                throw new ProxyHeaderException("there is no PROXY header");
            }
        }
        for (int i = 1; i < Math.min(count, MAX_BYTES); i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r') {
                return header(new String(bytes, 0, i - 1, StandardCharsets.ISO_8859_1), i + 1);
            }
        }
        if (count >= MAX_BYTES) {
            throw malformed();
        }
        return null;
    }

    private static ProxyHeader header(String line, int length) throws ProxyHeaderException {
        String[] words = line.split(" ", -1);
        if (words[1].equals("UNKNOWN")) {
            return new ProxyHeader(null, false, length); // whatever stands behind it
        }
        if (words.length != WORDS) {
            throw malformed();
        }
        InetAddress source = address(words[1], words[2]);
        address(words[1], words[3]);
        int port = port(words[4]);
        port(words[5]);
        return new ProxyHeader(new InetSocketAddress(source, port), false, length);
    }

    private static InetAddress address(String family, String text) throws ProxyHeaderException {
        InetAddress address = switch (family) {
            case "TCP4" -> IpLiteral.v4(text);
            case "TCP6" -> IpLiteral.v6(text);
            default -> null;
        };
        if (address == null) {
            throw malformed();
        }
        return address;
    }

    private static int port(String text) throws ProxyHeaderException {
        int port = IpLiteral.port(text);
        if (port < 0) {
            throw malformed();
        }
        return port;
    }

    private static ProxyHeaderException malformed() {
        return new ProxyHeaderException("its PROXY header (version 1) is malformed");
    }
}
