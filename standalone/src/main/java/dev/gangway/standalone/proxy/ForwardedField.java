package dev.gangway.standalone.proxy;

import dev.gangway.http.syntax.Authority;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Forwarded} field (RFC 7239 §4). */
final class ForwardedField {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern PAIR =
            Pattern.compile("(" + TOKEN + ")=(?:(" + TOKEN + ")|\"((?:[^\"\\\\]|\\\\.)*+)\")");

    private ForwardedField() {}

    /**
     * Returns the hops, the one nearest to the client first; a malformed one is unknown. Each line is read by itself: a quote that a
     * client leaves open must not swallow the line that a proxy has added.
     */
    static List<Hop> parse(List<String> lines) {
        List<Hop> hops = new ArrayList<>();
        for (String line : lines) {
            for (String element : split(line, ',')) {
                if (!element.isBlank()) { // RFC 9110 §5.6.1.2
                    hops.add(hop(element.strip()));
                }
            }
        }
        return hops;
    }

    private static Hop hop(String element) {
        Map<String, String> pairs = new HashMap<>();
        for (String part : split(element, ';')) {
            if (part.isBlank()) {
                continue; // RFC 7239 §4 allows for it
            }
            Matcher pair = PAIR.matcher(part.strip());
            if (!pair.matches() || pairs.put(pair.group(1).toLowerCase(Locale.ROOT), value(pair)) != null) {
                return Hop.UNKNOWN; // malformed, or a name twice, which the RFC forbids
            }
        }
        String node = pairs.get("for");
        return new Hop(
                node == null ? null : Hop.address(node), Hop.protocol(pairs.get("proto")), host(pairs.get("host")));
    }

    private static String value(Matcher pair) {
        String token = pair.group(2);
        return token != null ? token : pair.group(3).replaceAll("\\\\(.)", "$1");
    }

    static @Nullable String host(@Nullable String host) {
        return host != null && !host.isEmpty() && Authority.isValid(host) ? host : null;
    }

    /** Splits where a character stands outside of quotes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(Math.min(start, text.length())));
        return parts;
    }
}
