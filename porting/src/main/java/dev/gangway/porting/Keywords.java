package dev.gangway.porting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments that are given by name. */
public final class Keywords {
    /** No arguments. */
    public static final Keywords NONE = new Keywords(Map.of());

    private final Map<String, @Nullable Object> values;

    private Keywords(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /**
     * Returns arguments by name.
     *
     * @param pairs a name and its value by turns
     */
    public static Keywords of(@Nullable Object... pairs) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return new Keywords(values);
    }

    /** Returns these arguments and those of a map, as {@code f(a=1, **more)} has them. */
    public Keywords and(@Nullable Object more) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
        Dicts.dict(more).forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw new TypeError("keywords must be strings");
            }
            if (all.containsKey(text)) {
                throw new TypeError("got multiple values for keyword argument '" + text + "'");
            }
            all.put(text, value);
        });
        return new Keywords(all);
    }

    /** Returns the value of a name, or null if it is not given. */
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    /** Returns the value of a name, or another one if it is not given. */
    public @Nullable Object get(String name, @Nullable Object other) {
        return values.containsKey(name) ? values.get(name) : other;
    }

    /** Tells whether a name is given, and is true in Python. */
    public boolean truth(String name) {
        return Python.truth(values.get(name));
    }

    /** Tells whether a name is given. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns all of them. */
    public Map<String, @Nullable Object> asMap() {
        return values;
    }
}
