package dev.gangway.porting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of {@code parser.parse_args()}: a value for each argument. */
public class Namespace {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Namespace() {}

    /** Returns the values by name. */
    Map<String, @Nullable Object> values() {
        return values;
    }

    boolean has(String name) {
        return values().containsKey(name);
    }

    @Nullable Object get(String name) {
        return values().get(name);
    }

    void set(String name, @Nullable Object value) {
        values().put(name, value);
    }
}
