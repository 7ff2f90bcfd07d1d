package dev.gangway.porting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Python's builtin functions, and what counts as true. */
public final class Python {
    private Python() {}

    /** Tells whether a value is true in Python. */
    public static boolean truth(@Nullable Object x) {
        if (x == null) {
            return false;
        }
        if (x instanceof Boolean b) {
            return b;
        }
        if (x instanceof Number n) {
            return n.doubleValue() != 0;
        }
        if (x instanceof CharSequence text) {
            return text.length() > 0;
        }
        if (x instanceof byte[] bytes) {
            return bytes.length > 0;
        }
        if (x instanceof Collection<?> all) {
            return !all.isEmpty();
        }
        if (x instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return !(x instanceof TimeDelta delta) || delta.totalSeconds() != 0;
    }

    /** Returns what {@code str(x)} is. */
    public static String str(@Nullable Object x) {
        return x instanceof String text
                ? text
                : x instanceof Throwable failure ? Exceptions.text(failure) : Repr.str(x);
    }

    /** Returns what {@code repr(x)} is. */
    public static String repr(@Nullable Object x) {
        return Repr.of(x);
    }

    /** Returns what {@code ascii(x)} is. */
    public static String ascii(@Nullable Object x) {
        StringBuilder ascii = new StringBuilder();
        Repr.of(x)
                .codePoints()
                .forEach(c -> ascii.append(
                        c < 128
                                ? String.valueOf((char) c)
                                : c < 256
                                        ? String.format("\\x%02x", c)
                                        : c < 65536 ? String.format("\\u%04x", c) : String.format("\\U%08x", c)));
        return ascii.toString();
    }

    /** Returns what {@code int(x)} is. */
    public static long intValue(@Nullable Object x) {
        if (x instanceof Double d) {
            if (d.isNaN() || d.isInfinite()) {
                throw new ValueError("cannot convert float to integer");
            }
            return d.longValue();
        }
        if (x instanceof String text) {
            return NumberTexts.whole(text, 10);
        }
        if (x instanceof byte[] bytes) {
            return NumberTexts.whole(new String(bytes, StandardCharsets.ISO_8859_1), 10);
        }
        if (x instanceof Number || x instanceof Boolean || x instanceof dev.gangway.http.HTTPStatus) {
            return Ported.asLong(x);
        }
        throw new TypeError(
                "int() argument must be a string, a bytes-like object or a real number, not '" + Repr.type(x) + "'");
    }

    /** Returns 0, as {@code int()} does. */
    public static long intValue() {
        return 0;
    }

    /** Returns what {@code int(x, base)} is. */
    public static long intValue(@Nullable Object x, long base) {
        return NumberTexts.whole(
                x instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : str(x), (int) base);
    }

    /** Returns what {@code float(x)} is. */
    public static double floatValue(@Nullable Object x) {
        if (x instanceof String || x instanceof byte[]) {
            return NumberTexts.decimal(
                    x instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : (String) x);
        }
        if (x instanceof Number || x instanceof Boolean) {
            return Ported.asDouble(x);
        }
        throw new TypeError("float() argument must be a string or a real number, not '" + Repr.type(x) + "'");
    }

    /** Returns what {@code bool(x)} is. */
    public static boolean bool(@Nullable Object x) {
        return truth(x);
    }

    /** Returns what {@code len(x)} is. */
    public static long len(@Nullable Object x) {
        if (x instanceof String text) {
            return text.length();
        }
        if (x instanceof byte[] bytes) {
            return bytes.length;
        }
        if (x instanceof Collection<?> all) {
            return all.size();
        }
        if (x instanceof Map<?, ?> map) {
            return map.size();
        }
        if (x instanceof dev.gangway.http.HTTPMessage message) {
            return message.size();
        }
        throw new TypeError("object of type '" + Repr.type(x) + "' has no len()");
    }

    /** Returns what a loop over a value goes through. */
    public static Iterable<@Nullable Object> iterate(@Nullable Object x) {
        if (x instanceof Generator generator) {
            return () -> generator;
        }
        return list(x);
    }

    /** Returns what {@code list(x)} is. */
    public static List<@Nullable Object> list(@Nullable Object x) {
        List<@Nullable Object> all = new ArrayList<>();
        if (x instanceof Collection<?> collection) {
            all.addAll(collection);
        } else if (x instanceof Map<?, ?> map) {
            all.addAll(map.keySet());
        } else if (x instanceof String text) {
            all.addAll(Str.characters(text));
        } else if (x instanceof byte[] bytes) {
            all.addAll(Bytes.values(bytes));
        } else if (x instanceof dev.gangway.http.HTTPMessage message) {
            all.addAll(message.keys());
        } else if (x instanceof Iterable<?> iterable) {
            iterable.forEach(all::add);
        } else if (x instanceof java.util.Iterator<?> iterator) {
            iterator.forEachRemaining(all::add);
        } else if (x instanceof PythonFile file) {
            all.addAll(Ported.unchecked(file::readlines));
        } else if (x instanceof Object[] array) {
            all.addAll(Arrays.asList(array));
        } else {
            throw new TypeError("'" + Repr.type(x) + "' object is not iterable");
        }
        return all;
    }

    /** Returns what {@code tuple(x)} is. */
    public static Tuple tuple(@Nullable Object x) {
        return Tuple.copyOf(list(x));
    }

    /** Returns what {@code set(x)} is; in Java it keeps an order. */
    public static Set<@Nullable Object> set(@Nullable Object x) {
        return new LinkedHashSet<>(list(x));
    }

    /** Returns what {@code frozenset(x)} is. */
    public static Set<@Nullable Object> frozenset(@Nullable Object x) {
        return set(x);
    }

    /** Returns what {@code dict(x)} is. */
    public static Map<@Nullable Object, @Nullable Object> dict(@Nullable Object x) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        if (x instanceof Map<?, ?> other) {
            map.putAll(other);
        } else if (x instanceof dev.gangway.http.HTTPMessage message) {
            message.items().forEach(field -> map.put(field.getKey(), field.getValue()));
        } else {
            for (Object pair : list(x)) {
                List<@Nullable Object> parts = Ported.unpack(pair, 2);
                map.put(parts.get(0), parts.get(1));
            }
        }
        return map;
    }

    /** Returns what {@code bytes(x)} is. */
    public static byte[] bytes(@Nullable Object x) {
        return Bytes.make(x);
    }

    /** Returns what {@code bytes(text, encoding)} is. */
    public static byte[] bytes(String text, String encoding) {
        return Str.encode(text, encoding);
    }

    /** Returns what {@code bytearray()} is: no bytes. */
    public static byte[] bytearray() {
        return new byte[0];
    }

    /** Returns what {@code bytes()} is: no bytes. */
    public static byte[] bytes() {
        return new byte[0];
    }

    /** Returns what {@code bytearray(x)} is: a new array. */
    public static byte[] bytearray(@Nullable Object x) {
        return Bytes.make(x).clone();
    }

    /** Returns what {@code bytearray(text, encoding)} is. */
    public static byte[] bytearray(String text, String encoding) {
        return Str.encode(text, encoding);
    }

    /** Returns what {@code str(bytes, encoding)} is. */
    public static String str(byte[] bytes, String encoding) {
        return Bytes.decode(bytes, encoding);
    }

    /** Returns what {@code str(bytes, encoding, errors)} is. */
    public static String str(byte[] bytes, String encoding, String errors) {
        return Bytes.decode(bytes, encoding, errors);
    }

    /** Returns what {@code range(end)} is. */
    public static List<Long> range(long end) {
        return range(0, end, 1);
    }

    /** Returns what {@code range(start, end)} is. */
    public static List<Long> range(long start, long end) {
        return range(start, end, 1);
    }

    /** Returns what {@code range(start, end, step)} is. */
    public static List<Long> range(long start, long end, long step) {
        if (step == 0) {
            throw new ValueError("range() arg 3 must not be zero");
        }
        long count = Math.max(
                0,
                step > 0 ? Math.floorDiv(end - start + step - 1, step) : Math.floorDiv(start - end - step - 1, -step));
        return new java.util.AbstractList<>() {
            @Override
            public Long get(int index) {
                return start + index * step;
            }

            @Override
            public int size() {
                return (int) Math.min(Integer.MAX_VALUE, count);
            }
        };
    }

    /** Returns what {@code enumerate(x)} goes through. */
    public static List<Tuple> enumerate(@Nullable Object x) {
        return enumerate(x, 0);
    }

    /** Returns what {@code enumerate(x, start)} goes through. */
    public static List<Tuple> enumerate(@Nullable Object x, long start) {
        List<Tuple> pairs = new ArrayList<>();
        for (Object each : list(x)) {
            pairs.add(Tuple.of(start + pairs.size(), each));
        }
        return pairs;
    }

    /** Returns what {@code zip(…)} goes through. */
    public static List<Tuple> zip(@Nullable Object... all) {
        List<List<@Nullable Object>> lists =
                Arrays.stream(all).map(Python::list).toList();
        int size = lists.stream().mapToInt(List::size).min().orElse(0);
        List<Tuple> tuples = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int index = i;
            tuples.add(Tuple.of(lists.stream().map(each -> each.get(index)).toArray()));
        }
        return tuples;
    }

    /** Returns what {@code reversed(x)} goes through. */
    public static <T> List<T> reversed(List<T> x) {
        List<T> all = new ArrayList<>(x);
        Collections.reverse(all);
        return all;
    }

    /** Returns what {@code reversed(x)} goes through. */
    public static List<@Nullable Object> reversed(@Nullable Object x) {
        List<@Nullable Object> all = list(x);
        Collections.reverse(all);
        return all;
    }

    /** Returns what {@code sorted(x)} is. */
    public static <T> List<T> sorted(List<T> x) {
        List<T> all = new ArrayList<>(x);
        all.sort(Operators::compare);
        return all;
    }

    /** Returns what {@code sorted(x)} is. */
    public static List<@Nullable Object> sorted(@Nullable Object x) {
        List<@Nullable Object> all = list(x);
        all.sort(Operators::compare);
        return all;
    }

    /** Returns what {@code sorted(x, key=…, reverse=…)} is. */
    public static List<@Nullable Object> sorted(@Nullable Object x, Keywords keywords) {
        List<@Nullable Object> all = list(x);
        Lists.sort(all, keywords);
        return all;
    }

    static Comparator<@Nullable Object> order(Keywords keywords) {
        Object key = keywords.get("key");
        Comparator<@Nullable Object> order =
                (a, b) -> Operators.compare(key == null ? a : apply(key, a), key == null ? b : apply(key, b));
        return keywords.truth("reverse") ? Collections.reverseOrder(order) : order;
    }

    static @Nullable Object apply(Object function, @Nullable Object... args) {
        return Ported.unchecked(() -> Dynamic.invoke(function, args));
    }

    /** Returns what {@code sum(x)} is. */
    public static @Nullable Object sum(@Nullable Object x) {
        Object sum = 0L;
        for (Object each : list(x)) {
            sum = Operators.add(sum, each);
        }
        return sum;
    }

    /** Returns what {@code sum(x)} is, of whole numbers. */
    public static long sum(List<Long> x) {
        return x.stream().mapToLong(Long::longValue).sum();
    }

    /** Returns what {@code min(…)} is. */
    public static @Nullable Object min(@Nullable Object... x) {
        return extreme("min", -1, x);
    }

    /** Returns what {@code max(…)} is. */
    public static @Nullable Object max(@Nullable Object... x) {
        return extreme("max", 1, x);
    }

    private static @Nullable Object extreme(String name, int sign, @Nullable Object... x) {
        Keywords keywords = x.length > 0 && x[x.length - 1] instanceof Keywords given ? given : Keywords.NONE;
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(x));
        all.remove(keywords);
        if (all.size() == 1) {
            all = list(all.get(0));
        }
        if (all.isEmpty()) {
            if (keywords.has("default")) {
                return keywords.get("default");
            }
            throw new ValueError(name + "() iterable argument is empty");
        }
        Comparator<@Nullable Object> order = order(Keywords.of("key", keywords.get("key")));
        Object best = all.get(0);
        for (Object each : all) {
            best = sign * order.compare(each, best) > 0 ? each : best;
        }
        return best;
    }

    /** Returns what {@code any(x)} is. */
    public static boolean any(@Nullable Object x) {
        return list(x).stream().anyMatch(Python::truth);
    }

    /** Returns what {@code all(x)} is. */
    public static boolean all(@Nullable Object x) {
        return list(x).stream().allMatch(Python::truth);
    }

    /** Returns what {@code map(function, x)} goes through. */
    public static List<@Nullable Object> map(Function function, @Nullable Object x) throws IOException {
        List<@Nullable Object> mapped = new ArrayList<>();
        for (Object each : list(x)) {
            mapped.add(function.call(each));
        }
        return mapped;
    }

    /** Returns what {@code filter(function, x)} goes through. */
    public static List<@Nullable Object> filter(@Nullable Function function, @Nullable Object x) throws IOException {
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object each : list(x)) {
            if (truth(function == null ? each : function.call(each))) {
                kept.add(each);
            }
        }
        return kept;
    }

    /** Returns what {@code next(iter(x))} is. */
    public static @Nullable Object next(@Nullable Object x) {
        if (x instanceof java.util.Iterator<?> iterator) {
            if (!iterator.hasNext()) {
                throw new StopIteration();
            }
            return iterator.next();
        }
        List<@Nullable Object> all = list(x);
        if (all.isEmpty()) {
            throw new StopIteration();
        }
        return all.get(0);
    }

    /** Returns what {@code next(x, other)} is. */
    public static @Nullable Object next(@Nullable Object x, @Nullable Object other) {
        if (x instanceof java.util.Iterator<?> iterator) {
            return iterator.hasNext() ? iterator.next() : other;
        }
        List<@Nullable Object> all = list(x);
        return all.isEmpty() ? other : all.get(0);
    }

    /** Returns what {@code iter(x)} is. */
    public static java.util.Iterator<@Nullable Object> iter(@Nullable Object x) {
        if (x instanceof Generator generator) {
            return generator;
        }
        return list(x).iterator();
    }

    /** Returns what {@code abs(x)} is. */
    public static long abs(long x) {
        return Math.abs(x);
    }

    /** Returns what {@code abs(x)} is. */
    public static double abs(double x) {
        return Math.abs(x);
    }

    /** Returns what {@code abs(x)} is. */
    public static @Nullable Object abs(@Nullable Object x) {
        return Operators.compare(x, 0L) < 0 ? Operators.negative(x) : x;
    }

    /** Returns what {@code round(x)} is: half to even. */
    public static long round(double x) {
        return (long) Math.rint(x);
    }

    /** Returns what {@code round(x)} is: half to even. */
    public static @Nullable Object round(@Nullable Object x) {
        return x instanceof Double d ? (Object) round(d.doubleValue()) : x;
    }

    /** Returns what {@code round(x, digits)} is. */
    public static @Nullable Object round(@Nullable Object x, long digits) {
        return x instanceof Double d ? (Object) round(d.doubleValue(), digits) : x;
    }

    /** Returns what {@code round(x, digits)} is. */
    public static double round(double x, long digits) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            return x;
        }
        return new BigDecimal(x).setScale((int) digits, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** Returns what {@code divmod(a, b)} is. */
    public static Tuple divmod(long a, long b) {
        return Tuple.of(Operators.floorDivide((Object) a, (Object) b), Operators.modulo((Object) a, (Object) b));
    }

    /** Returns what {@code pow(a, b)} is. */
    public static @Nullable Object pow(@Nullable Object a, @Nullable Object b) {
        return Operators.power(a, b);
    }

    /** Returns what {@code chr(code)} is. */
    public static String chr(long code) {
        return Character.toString((int) code);
    }

    /** Returns what {@code ord(c)} is. */
    public static long ord(@Nullable Object c) {
        return c instanceof byte[] bytes ? bytes[0] & 0xff : str(c).codePointAt(0);
    }

    /** Returns what {@code hex(x)} is. */
    public static String hex(long x) {
        return x < 0 ? "-0x" + Long.toHexString(-x) : "0x" + Long.toHexString(x);
    }

    /** Returns what {@code bin(x)} is. */
    public static String bin(long x) {
        return x < 0 ? "-0b" + Long.toBinaryString(-x) : "0b" + Long.toBinaryString(x);
    }

    /** Returns what {@code oct(x)} is. */
    public static String oct(long x) {
        return x < 0 ? "-0o" + Long.toOctalString(-x) : "0o" + Long.toOctalString(x);
    }

    /** Returns what {@code format(x, spec)} is. */
    public static String format(@Nullable Object x, String spec) {
        return Format.of(x, spec);
    }

    /** Tells whether {@code callable(x)} is true. */
    public static boolean callable(@Nullable Object x) {
        return x instanceof Function || x instanceof Class<?>;
    }

    /** Returns a number for an object, as {@code id(x)} does. */
    public static long id(@Nullable Object x) {
        return System.identityHashCode(x);
    }

    /** Returns the hash of a value: equal values have the same. */
    public static long hash(@Nullable Object x) {
        return java.util.Objects.hashCode(x);
    }

    /** Returns the name that {@code type(x).__name__} is. */
    public static String typeName(@Nullable Object x) {
        return Repr.type(x);
    }

    /** Prints values, as {@code print(…)} does; {@code sep}, {@code end}, {@code file} and {@code flush} are keywords. */
    public static void print(@Nullable Object... values) {
        Keywords keywords =
                values.length > 0 && values[values.length - 1] instanceof Keywords given ? given : Keywords.NONE;
        int count = keywords == Keywords.NONE ? values.length : values.length - 1;
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < count; i++) {
            line.append(i == 0 ? "" : str(keywords.get("sep", " "))).append(str(values[i]));
        }
        line.append(keywords.has("end") ? str(keywords.get("end")) : "\n");
        Object file = keywords.get("file");
        if (file instanceof PythonFile to) {
            Ported.unchecked(() -> Dynamic.call(to, "write", line.toString()));
        } else if (file instanceof OutputStream to) {
            Ported.unchecked(() -> {
                to.write(line.toString().getBytes(StandardCharsets.UTF_8));
                return "";
            });
        } else {
            PrintStream out = file instanceof PrintStream stream ? stream : System.out;
            out.print(line);
            out.flush();
        }
    }

    /** Reads a line of the standard input, as {@code input()} does. */
    public static String input() throws IOException {
        return input("");
    }

    /** Prints a prompt, and reads a line of the standard input. */
    public static String input(@Nullable Object prompt) throws IOException {
        System.out.print(str(prompt));
        System.out.flush();
        StringBuilder line = new StringBuilder();
        for (int b = System.in.read(); b != '\n'; b = System.in.read()) {
            if (b < 0) {
                throw new java.io.EOFException("EOF when reading a line");
            }
            line.append((char) b);
        }
        return line.toString();
    }
}
