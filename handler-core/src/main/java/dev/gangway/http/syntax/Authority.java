package dev.gangway.http.syntax;

import org.jspecify.annotations.Nullable;

/**
 * {@code uri-host [ ":" port ]}: the value of {@code Host}, and what a target in absolute-form names (RFC 3986 §3.2.2, §3.2.3,
 * RFC 9110 §4.2.3, §7.2).
 *
 * <p>The host is a name, an IPv4 address, an IPv6 address in brackets without a zone (RFC 9844 §2), or an address of a later version
 * in brackets. User information is none of it (RFC 9110 §4.2.4).
 *
 * @param host the name as it was written, or the address with its brackets; may be empty
 * @param port 0 to 65535, or −1 if none is given
 */
public record Authority(String host, int port) {
    private static final int MAX_PORT = 65_535;
    private static final String NAME_MARKS = "-._~!$&'()*+,;=";

    /**
     * Reads an authority.
     *
     * @param text the text, without white space around it
     * @return its parts, or null if the text is not a host with or without a port
     */
    public static @Nullable Authority parse(String text) {
        int end = endOfHost(text);
        if (end < 0) {
            return null;
        }
        boolean hasPort = end + 1 < text.length();
        int port = hasPort ? port(text, end + 1) : -1;
        return hasPort && port < 0 ? null : new Authority(text.substring(0, end), port);
    }

    /**
     * Tells whether a text is an authority; quicker than {@link #parse(String)}.
     *
     * @param text the text, without white space around it
     * @return whether it is a host with or without a port; an empty host is one
     */
    public static boolean isValid(String text) {
        int end = endOfHost(text);
        return end >= 0 && (end + 1 >= text.length() || port(text, end + 1) >= 0);
    }

    /** Returns where the host ends, at the end of the text or at a colon; −1 if no host is there. */
    private static int endOfHost(String text) {
        int end = text.startsWith("[") ? endOfLiteral(text) : endOfName(text);
        return end == text.length() || end >= 0 && text.charAt(end) == ':' ? end : -1;
    }

    /** {@code reg-name = *( unreserved / pct-encoded / sub-delims )}, which an IPv4 address is too. */
    private static int endOfName(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) != ':') {
            boolean encoded = text.charAt(i) == '%';
            if (encoded ? !isEncoded(text, i) : !isNameChar(text.charAt(i))) {
                return -1;
            }
            i += encoded ? 3 : 1;
        }
        return i;
    }

    /** {@code IP-literal = "[" ( IPv6address / IPvFuture ) "]"}. */
    private static int endOfLiteral(String text) {
        int close = text.indexOf(']');
        if (close < 0) {
            return -1;
        }
        String address = text.substring(1, close);
        boolean later = address.startsWith("v") || address.startsWith("V");
        boolean valid = later ? isLaterAddress(address) : address.indexOf('%') < 0 && Ipv6Text.isAddress(address);
        return valid ? close + 1 : -1;
    }

    /** {@code IPvFuture = "v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )}. */
    private static boolean isLaterAddress(String address) {
        int dot = address.indexOf('.');
        if (dot < 2 || dot == address.length() - 1) {
            return false;
        }
        for (int i = 1; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean fits = i < dot ? Grammar.hexValue(c) >= 0 : i == dot || c == ':' || isNameChar(c);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEncoded(String text, int percent) {
        return percent + 2 < text.length()
                && Grammar.hexValue(text.charAt(percent + 1)) >= 0
                && Grammar.hexValue(text.charAt(percent + 2)) >= 0;
    }

    private static boolean isNameChar(char c) {
        return Grammar.isLetter(c) || Grammar.isDigit(c) || NAME_MARKS.indexOf(c) >= 0;
    }

    /** Reads digits to the end; −1 if something else is there, or a number that is no port of TCP. */
    private static int port(String text, int start) {
        int port = 0;
        for (int i = start; i < text.length(); i++) {
            if (!Grammar.isDigit(text.charAt(i))) {
                return -1;
            }
            port = port * 10 + (text.charAt(i) - '0');
            if (port > MAX_PORT) {
                return -1;
            }
        }
        return port;
    }
}
