package dev.gangway.porting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's module {@code itertools}, the finite part of it; results are lists. */
public final class Itertools {
    private Itertools() {}

    /** Returns {@code itertools.chain(*iterables)}. */
    public static List<@Nullable Object> chain(@Nullable Object... iterables) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object each : iterables) {
            all.addAll(Python.list(each));
        }
        return all;
    }

    /** Returns {@code itertools.islice(iterable, stop)}. */
    public static List<@Nullable Object> islice(@Nullable Object iterable, long stop) {
        List<@Nullable Object> first = new ArrayList<>();
        if (stop > 0) {
            for (Object each : Python.iterate(iterable)) {
                first.add(each);
                if (first.size() >= stop) {
                    break;
                }
            }
        }
        return first;
    }

    /** Returns {@code itertools.islice(iterable, start, stop)}. */
    public static List<@Nullable Object> islice(@Nullable Object iterable, long start, @Nullable Object stop) {
        return Lists.slice(Python.list(iterable), start, stop, null);
    }

    /** Returns {@code itertools.repeat(value, times)}. */
    public static List<@Nullable Object> repeat(@Nullable Object value, long times) {
        List<@Nullable Object> all = new ArrayList<>();
        for (long i = 0; i < times; i++) {
            all.add(value);
        }
        return all;
    }
}
