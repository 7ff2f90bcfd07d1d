package dev.gangway.porting;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of Python's {@code set}. A set keeps the order in which it was filled; Python's has none. */
public final class Sets {
    private Sets() {}

    /** Returns a new set. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Set<T> of(T... values) {
        return new LinkedHashSet<>(Arrays.asList(values));
    }

    /** Does {@code x.add(value)}. */
    public static <T> void add(Set<T> x, T value) {
        x.add(value);
    }

    /** Does {@code x.discard(value)}. */
    public static <T> void discard(Set<T> x, @Nullable Object value) {
        x.remove(value);
    }

    /** Does {@code x.remove(value)}. */
    public static <T> void remove(Set<T> x, @Nullable Object value) {
        if (!x.remove(value)) {
            throw new KeyError(value);
        }
    }

    /** Does {@code x.update(values)}. */
    public static <T> void update(Set<T> x, @Nullable Object values) {
        x.addAll(Ported.<Collection<T>>cast(Python.list(values)));
    }

    /** Does {@code x.clear()}. */
    public static <T> void clear(Set<T> x) {
        x.clear();
    }

    /** Returns {@code x.copy()}. */
    public static <T> Set<T> copy(Set<T> x) {
        return new LinkedHashSet<>(x);
    }

    /** Returns {@code x | other}. */
    public static Set<@Nullable Object> union(Set<?> x, @Nullable Object other) {
        Set<@Nullable Object> all = new LinkedHashSet<>(x);
        all.addAll(Python.list(other));
        return all;
    }

    /** Returns {@code x & other}. */
    public static Set<@Nullable Object> intersection(Set<?> x, @Nullable Object other) {
        Set<@Nullable Object> all = new LinkedHashSet<>(x);
        all.retainAll(Python.list(other));
        return all;
    }

    /** Returns {@code x - other}. */
    public static Set<@Nullable Object> difference(Set<?> x, @Nullable Object other) {
        Set<@Nullable Object> all = new LinkedHashSet<>(x);
        Python.list(other).forEach(all::remove);
        return all;
    }

    /** Tells whether {@code x.issubset(other)}. */
    public static boolean issubset(Set<?> x, @Nullable Object other) {
        return Python.list(other).containsAll(x);
    }
}
