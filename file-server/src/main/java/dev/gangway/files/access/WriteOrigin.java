package dev.gangway.files.access;

import dev.gangway.http.HTTPMessage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells a request that the user of a browser wants from one that a page of another origin makes it send. Browsers say where a
 * request comes from ({@code Origin}, RFC 6454 §7; {@code Sec-Fetch-Site}), other clients need not.
 */
public final class WriteOrigin {
    private WriteOrigin() {}

    /**
     * Finds a reason to refuse a request that writes.
     *
     * @param headers the request's fields
     * @param authority the authority that the client asked for: {@code Host}, or that of a target in absolute-form; null if there
     *     is none
     * @param loopback whether the client has come to a loopback address
     * @param hosts further names that are this server's
     * @return a sentence for the client, or null if there is none
     */
    public static @Nullable String refusal(
            HTTPMessage headers, @Nullable String authority, boolean loopback, List<String> hosts) {
        String site = headers.get("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return "A page of another origin may not write here";
        }
        for (String origin : headers.getAll("Origin")) {
            if (!isSame(origin, authority)) {
                return "A page of another origin may not write here";
            }
        }
        if (loopback && authority != null && !isLoopbackName(authority) && !isNamed(authority, hosts)) {
            return "This server does not go by the name in Host";
        }
        return null;
    }

    private static boolean isSame(String origin, @Nullable String authority) {
        int scheme = origin.indexOf("://");
        if (scheme < 0 || authority == null) {
            return false; // "null" for a page without an origin
        }
        String port = origin.startsWith("https:") ? ":443" : ":80";
        String one = withoutPort(origin.substring(scheme + 3).toLowerCase(Locale.ROOT), port);
        return one.equals(withoutPort(authority.toLowerCase(Locale.ROOT), port));
    }

    private static String withoutPort(String authority, String port) {
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }

    private static boolean isLoopbackName(String authority) {
        String host = host(authority);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");
    }

    private static boolean isNamed(String authority, List<String> hosts) {
        return hosts.stream().anyMatch(host -> host.equalsIgnoreCase(host(authority)));
    }

    private static String host(String authority) {
        int colon = authority.lastIndexOf(':');
        String host = colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
        return host.toLowerCase(Locale.ROOT);
    }
}
