package dev.gangway.porting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of Python's {@code list} and {@code tuple}. */
public final class Lists {
    private Lists() {}

    /** Returns a new list. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> List<T> of(T... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    /** Returns {@code [None]}. */
    public static <T> List<T> ofNone() {
        return new ArrayList<>(Collections.singletonList(null));
    }

    /** Returns {@code a + b}. */
    public static <T> List<T> concat(List<? extends T> a, List<? extends T> b) {
        List<T> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    /** Returns the lists one behind the other. */
    @SafeVarargs
    public static List<@Nullable Object> join(List<@Nullable Object>... lists) {
        List<@Nullable Object> all = new ArrayList<>();
        for (List<@Nullable Object> each : lists) {
            all.addAll(each);
        }
        return all;
    }

    static int index(int size, long index, String type) {
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw new IndexError(type + " index out of range");
        }
        return (int) at;
    }

    /** Returns {@code x[index]}; a negative one counts from the end. */
    public static <T> T at(List<T> x, long index) {
        return x.get(index(x.size(), index, x instanceof Tuple ? "tuple" : "list"));
    }

    /** Does {@code x[index] = value}. */
    public static <T> void set(List<T> x, long index, T value) {
        if (index < -x.size() || index >= x.size()) {
            throw new IndexError("list assignment index out of range");
        }
        x.set((int) (index < 0 ? index + x.size() : index), value);
    }

    /** Returns {@code x[from:]}. */
    public static <T> List<T> from(List<T> x, long from) {
        return slice(x, from, x.size());
    }

    /** Does {@code x[from:to] = values}; null stands for what is left out. */
    public static void replace(
            @Nullable Object x, @Nullable Object from, @Nullable Object to, @Nullable Object values) {
        if (!(x instanceof List<?>) || x instanceof Tuple) {
            throw new TypeError("'" + Repr.type(x) + "' object does not support item assignment");
        }
        List<@Nullable Object> list = Ported.cast(x);
        List<@Nullable Object> more = new ArrayList<>(Python.list(values));
        int begin = from == null ? 0 : bound(list.size(), Ported.asLong(from));
        int end = to == null ? list.size() : Math.max(begin, bound(list.size(), Ported.asLong(to)));
        list.subList(begin, end).clear();
        list.addAll(begin, more);
    }

    /** Returns {@code x[from:to]}. */
    public static <T> List<T> slice(List<T> x, long from, long to) {
        int begin = bound(x.size(), from);
        return new ArrayList<>(x.subList(begin, Math.max(begin, bound(x.size(), to))));
    }

    /** Returns {@code x[from:to:step]}; null stands for a bound left out. */
    public static <T> List<T> slice(List<T> x, @Nullable Object from, @Nullable Object to, @Nullable Object step) {
        List<T> found = new ArrayList<>();
        for (int each : indices(x.size(), from, to, step)) {
            found.add(x.get(each));
        }
        return found;
    }

    static int bound(int size, long index) {
        long at = index < 0 ? index + size : index;
        return (int) Math.max(0, Math.min(size, at));
    }

    static int[] indices(int size, @Nullable Object from, @Nullable Object to, @Nullable Object step) {
        long by = step == null ? 1 : Ported.asLong(step);
        if (by == 0) {
            throw new ValueError("slice step cannot be zero");
        }
        long low = by > 0 ? 0 : -1;
        long high = by > 0 ? size : size - 1;
        long begin = from == null ? (by > 0 ? low : high) : clamp(Ported.asLong(from), size, low, high);
        long end = to == null ? (by > 0 ? high : low) : clamp(Ported.asLong(to), size, low, high);
        List<Integer> found = new ArrayList<>();
        for (long i = begin; by > 0 ? i < end : i > end; i += by) {
            found.add((int) i);
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long clamp(long index, int size, long low, long high) {
        long at = index < 0 ? index + size : index;
        return Math.max(low, Math.min(high, at));
    }

    /** Takes a list apart; another count of parts is a {@link ValueError}. */
    public static <T> List<T> unpack(List<T> x, int count) {
        if (x.size() > count) {
            throw new ValueError("too many values to unpack (expected " + count + ")");
        }
        if (x.size() < count) {
            throw new ValueError("not enough values to unpack (expected " + count + ", got " + x.size() + ")");
        }
        return x;
    }

    /** Does {@code x.append(value)}. */
    public static <T> void append(List<T> x, T value) {
        x.add(value);
    }

    /** Does {@code x.extend(values)}. */
    public static <T> void extend(List<T> x, Collection<? extends T> values) {
        x.addAll(new ArrayList<>(values));
    }

    /** Does {@code x.extend(values)}. */
    public static <T> void extend(List<T> x, @Nullable Object values) {
        x.addAll(Ported.<List<T>>cast(Python.list(values)));
    }

    /** Does {@code x.insert(index, value)}. */
    public static <T> void insert(List<T> x, long index, T value) {
        x.add(bound(x.size(), index), value);
    }

    /** Returns {@code x.pop()}. */
    public static <T> T pop(List<T> x) {
        return pop(x, -1);
    }

    /** Returns {@code x.pop(index)}. */
    public static <T> T pop(List<T> x, long index) {
        if (x.isEmpty()) {
            throw new IndexError("pop from empty list");
        }
        return x.remove(index(x.size(), index, "pop"));
    }

    /** Returns {@code x.popleft()} of a {@code deque}. */
    public static <T> T popleft(List<T> x) {
        return pop(x, 0);
    }

    /** Does {@code x.appendleft(value)} of a {@code deque}. */
    public static <T> void appendleft(List<T> x, T value) {
        x.add(0, value);
    }

    /** Does {@code x.remove(value)}. */
    public static <T> void remove(List<T> x, @Nullable Object value) {
        x.remove((int) index(x, value));
    }

    /** Returns {@code x.index(value)}. */
    public static <T> long index(List<T> x, @Nullable Object value) {
        for (int i = 0; i < x.size(); i++) {
            if (Operators.equal(x.get(i), value)) {
                return i;
            }
        }
        throw new ValueError(Python.repr(value) + " is not in list");
    }

    /** Returns {@code x.count(value)}. */
    public static <T> long count(List<T> x, @Nullable Object value) {
        return x.stream().filter(each -> Operators.equal(each, value)).count();
    }

    /** Does {@code x.sort()}. */
    public static <T> void sort(List<T> x) {
        x.sort(Operators::compare);
    }

    /** Does {@code x.sort(key=…, reverse=…)}. */
    public static <T> void sort(List<T> x, Keywords keywords) {
        x.sort(Python.order(keywords));
    }

    /** Does {@code x.reverse()}. */
    public static <T> void reverse(List<T> x) {
        Collections.reverse(x);
    }

    /** Does {@code x.clear()}. */
    public static <T> void clear(List<T> x) {
        x.clear();
    }

    /** Returns {@code x.copy()}. */
    public static <T> List<T> copy(List<T> x) {
        return new ArrayList<>(x);
    }
}
