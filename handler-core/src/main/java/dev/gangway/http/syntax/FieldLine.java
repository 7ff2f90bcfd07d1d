package dev.gangway.http.syntax;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a header or trailer section: {@code field-name ":" OWS field-value OWS} (RFC 9112 §5). */
public final class FieldLine {
    private FieldLine() {}

    /**
     * Splits a line at its first colon. Whether the name is a token is left to the caller.
     *
     * @param line a line without its end
     * @return name and value, the value without white space around it; null if there is no colon, or nothing before it
     */
    public static Map.@Nullable Entry<String, String> parse(String line) {
        int colon = line.indexOf(':');
        return colon < 1 ? null : new SimpleImmutableEntry<>(line.substring(0, colon), Grammar.strip(line, colon + 1));
    }
}
