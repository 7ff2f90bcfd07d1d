package dev.gangway.porting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's module {@code cgi}; its class is {@link FieldStorage}. */
public final class Cgi {
    private Cgi() {}

    /** Returns {@code cgi.escape(text)} of Python 2: quotes stay. */
    public static String escape(@Nullable Object text) {
        return Html.escape(text, false);
    }

    /** Returns {@code cgi.escape(text, quote)} of Python 2. */
    public static String escape(@Nullable Object text, boolean quote) {
        String escaped = Html.escape(text, false);
        return quote ? escaped.replace("\"", "&quot;") : escaped;
    }

    /** Returns {@code cgi.parse_header(field)}: the value, and its parameters. */
    public static Tuple parseHeader(@Nullable String field) {
        dev.gangway.http.HTTPMessage message = new dev.gangway.http.HTTPMessage();
        String text = field == null ? "" : field;
        Map<@Nullable Object, @Nullable Object> params = new LinkedHashMap<>();
        String[] parts = text.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals >= 0) {
                String value = parts[i].substring(equals + 1).strip();
                boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
                params.put(
                        parts[i].substring(0, equals).strip().toLowerCase(java.util.Locale.ROOT),
                        quoted
                                ? value.substring(1, value.length() - 1)
                                        .replace("\\\\", "\\")
                                        .replace("\\\"", "\"")
                                : value);
            }
        }
        message.add("X", text);
        return Tuple.of(parts[0].strip(), params);
    }
}
