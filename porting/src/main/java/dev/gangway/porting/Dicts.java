package dev.gangway.porting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of Python's {@code dict}. */
public final class Dicts {
    private Dicts() {}

    /**
     * Returns a new {@code dict}.
     *
     * @param pairs a key and its value by turns
     */
    public static <K, V> Map<K, V> of(@Nullable Object... pairs) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return Ported.cast(map);
    }

    /** Returns a value as a {@code dict}, which may be of any keys. */
    public static Map<@Nullable Object, @Nullable Object> dict(@Nullable Object x) {
        return Python.dict(x);
    }

    /** Returns what {@code {**a, **b}} is. */
    @SafeVarargs
    public static Map<@Nullable Object, @Nullable Object> merge(Map<@Nullable Object, @Nullable Object>... maps) {
        Map<@Nullable Object, @Nullable Object> all = new LinkedHashMap<>();
        for (Map<@Nullable Object, @Nullable Object> each : maps) {
            all.putAll(each);
        }
        return all;
    }

    /** Returns a map with the values of another one in it. */
    public static Map<String, String> union(Map<String, String> x, @Nullable Object other) {
        Map<String, String> all = new LinkedHashMap<>(x);
        Python.dict(other).forEach((key, value) -> all.put(Python.str(key), Python.str(value)));
        return all;
    }

    /** Returns {@code x[key]}. */
    @SuppressWarnings("NullAway") // a value may be None
    public static <K, V> V at(Map<K, V> x, @Nullable Object key) {
        V value = x.get(key);
        if (value == null && !x.containsKey(key)) {
            if (x instanceof DefaultDict) {
                return Ported.cast(((DefaultDict) x).missing(key));
            }
            throw new KeyError(key);
        }
        return value;
    }

    /** Returns {@code x.get(key)}. */
    public static <K, V> @Nullable V get(Map<K, V> x, @Nullable Object key) {
        return x.get(key);
    }

    /** Returns {@code x.get(key, other)}. */
    public static <K, V> @Nullable Object get(Map<K, V> x, @Nullable Object key, @Nullable Object other) {
        return x.containsKey(key) ? x.get(key) : other;
    }

    /** Returns {@code x.keys()}. */
    public static <K, V> List<K> keys(Map<K, V> x) {
        return new ArrayList<>(x.keySet());
    }

    /** Returns {@code x.values()}. */
    public static <K, V> List<V> values(Map<K, V> x) {
        return new ArrayList<>(x.values());
    }

    /** Returns {@code x.items()}. */
    public static <K, V> List<Tuple> items(Map<K, V> x) {
        List<Tuple> items = new ArrayList<>();
        x.forEach((key, value) -> items.add(Tuple.of(key, value)));
        return items;
    }

    /** Returns {@code x.iteritems()} of Python 2. */
    public static <K, V> List<Tuple> iteritems(Map<K, V> x) {
        return items(x);
    }

    /** Returns {@code x.pop(key)}. */
    public static <K, V> V pop(Map<K, V> x, @Nullable Object key) {
        V value = at(x, key);
        x.remove(key);
        return value;
    }

    /** Returns {@code x.pop(key, other)}. */
    public static <K, V> @Nullable Object pop(Map<K, V> x, @Nullable Object key, @Nullable Object other) {
        return x.containsKey(key) ? x.remove(key) : other;
    }

    /** Returns {@code x.setdefault(key, value)}. */
    public static <K, V> V setdefault(Map<K, V> x, K key, V value) {
        if (!x.containsKey(key)) {
            x.put(key, value);
        }
        return x.get(key);
    }

    /** Does {@code x.update(other)}. */
    public static <K, V> void update(Map<K, V> x, @Nullable Object other) {
        x.putAll(Ported.<Map<K, V>>cast(Python.dict(other)));
    }

    /** Does {@code x.update(name=value)}. */
    public static <K, V> void update(Map<K, V> x, Keywords keywords) {
        x.putAll(Ported.<Map<K, V>>cast(keywords.asMap()));
    }

    /** Returns {@code x.copy()}. */
    public static <K, V> Map<K, V> copy(Map<K, V> x) {
        return new LinkedHashMap<>(x);
    }

    /** Does {@code x.clear()}. */
    public static <K, V> void clear(Map<K, V> x) {
        x.clear();
    }
}
