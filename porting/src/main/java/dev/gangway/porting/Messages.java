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
}
