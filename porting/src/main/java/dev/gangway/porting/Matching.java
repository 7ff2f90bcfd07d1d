package dev.gangway.porting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tests of Python's {@code match}: PEP 634. */
public final class Matching {
    private Matching() {}

    /** Tells whether a value is a sequence of so many elements; texts and bytes are none. */
    public static boolean isSequence(@Nullable Object x, int size) {
        return x instanceof List<?> list && list.size() == size;
    }

    /** Tells whether a value is a sequence of so many elements or more; texts and bytes are none. */
    public static boolean isSequenceOf(@Nullable Object x, int least) {
        return x instanceof List<?> list && list.size() >= least;
    }

    /** Returns an element of a sequence; an index below 0 counts from the end. */
    public static @Nullable Object item(@Nullable Object x, int index) {
        List<@Nullable Object> list = Python.list(x);
        return list.get(index < 0 ? list.size() + index : index);
    }

    /** Returns the elements of a sequence between the first and the last ones. */
    public static List<@Nullable Object> rest(@Nullable Object x, int from, int after) {
        List<@Nullable Object> list = Python.list(x);
        return new ArrayList<>(list.subList(from, list.size() - after));
    }

    /** Tells whether a value is a map that has keys. */
    public static boolean isMapping(@Nullable Object x, @Nullable Object... keys) {
        if (!(x instanceof Map<?, ?> map)) {
            return false;
        }
        for (Object key : keys) {
            if (!map.containsKey(key)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the value of a key of a map. */
    public static @Nullable Object value(@Nullable Object x, @Nullable Object key) {
        return x instanceof Map<?, ?> map ? map.get(key) : null;
    }

    /** Returns a new map without some keys. */
    public static Map<@Nullable Object, @Nullable Object> without(@Nullable Object x, @Nullable Object... keys) {
        Map<@Nullable Object, @Nullable Object> rest = new LinkedHashMap<>();
        if (x instanceof Map<?, ?> map) {
            rest.putAll(map);
        }
        for (Object key : keys) {
            rest.remove(key);
        }
        return rest;
    }
}
