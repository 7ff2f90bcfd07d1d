package dev.gangway.porting;

import dev.gangway.http.HTTPMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of Python's header fields that {@link HTTPMessage} does not have. */
public final class Messages {
    private Messages() {}

    /** Returns {@code headers[name]} of Python 2, where a field must be there. */
    public static String at(HTTPMessage headers, String name) {
        String value = headers.get(name);
        if (value == null) {
            throw new KeyError(name.toLowerCase(java.util.Locale.ROOT));
        }
        return value;
    }

    /** Returns {@code headers.get_all(name)}: null if there is no such field. */
    public static @Nullable List<String> getAll(HTTPMessage headers, String name) {
        List<String> all = headers.getAll(name);
        return all.isEmpty() ? null : all;
    }

    /** Returns {@code headers.get_all(name, other)}. */
    public static @Nullable Object getAll(HTTPMessage headers, String name, @Nullable Object other) {
        return headers.contains(name) ? headers.getAll(name) : other;
    }

    /** Returns {@code headers.getheaders(name)} of Python 2. */
    public static List<String> getheaders(HTTPMessage headers, String name) {
        return headers.getAll(name);
    }

    /** Returns {@code headers.items()}. */
    public static List<Tuple> items(HTTPMessage headers) {
        return headers.items().stream()
                .map(field -> Tuple.of(field.getKey(), field.getValue()))
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
    }

    /** Returns {@code headers.as_string()}. */
    public static String asString(HTTPMessage headers) {
        return headers.toString();
    }

    /** Returns {@code headers.gettype()} of Python 2. */
    public static String gettype(HTTPMessage headers) {
        return headers.getContentType();
    }

    /** Returns {@code headers.getmaintype()} of Python 2. */
    public static String getmaintype(HTTPMessage headers) {
        return maintype(headers);
    }

    /** Returns {@code headers.getsubtype()} of Python 2. */
    public static String getsubtype(HTTPMessage headers) {
        return subtype(headers);
    }

    /** Returns {@code headers.typeheader} of Python 2: the field Content-Type, or null. */
    public static @Nullable String typeheader(HTTPMessage headers) {
        return headers.get("Content-Type");
    }

    /** Returns {@code headers.type} of Python 2: the type without its parameters; text/plain if there is none. */
    public static String type(HTTPMessage headers) {
        String field = headers.get("Content-Type", "text/plain");
        String type = field.contains(";") ? field.substring(0, field.indexOf(';')) : field;
        return java.util.Arrays.stream(type.split("/", -1))
                .map(part -> part.strip().toLowerCase(java.util.Locale.ROOT))
                .collect(java.util.stream.Collectors.joining("/"));
    }

    /** Returns {@code headers.maintype} of Python 2. */
    public static String maintype(HTTPMessage headers) {
        String type = type(headers);
        return type.contains("/") ? type.substring(0, type.indexOf('/')) : type;
    }

    /** Returns {@code headers.subtype} of Python 2. */
    public static String subtype(HTTPMessage headers) {
        String type = type(headers);
        return type.contains("/") ? type.substring(type.indexOf('/') + 1) : "";
    }

    /** Returns {@code headers.plisttext} of Python 2: the parameters of the type, from the first semicolon on. */
    public static String plisttext(HTTPMessage headers) {
        String field = headers.get("Content-Type", "");
        return field.contains(";") ? field.substring(field.indexOf(';')) : "";
    }

    /** Returns {@code headers.headers} of Python 2: the lines of the head. */
    public static List<String> headers(HTTPMessage headers) {
        return headers.items().stream()
                .map(field -> field.getKey() + ": " + field.getValue() + "\r\n")
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
    }
}
