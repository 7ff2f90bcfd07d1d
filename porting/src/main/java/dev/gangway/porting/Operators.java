package dev.gangway.porting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Python's operators, for values whose types are known only when they run. */
public final class Operators {
    private Operators() {}

    private static boolean isWhole(@Nullable Object x) {
        return x instanceof Long || x instanceof Integer || x instanceof Boolean || x instanceof BigInteger;
    }

    private static boolean isNumber(@Nullable Object x) {
        return isWhole(x) || x instanceof Double;
    }

    private static BigInteger big(@Nullable Object x) {
        return x instanceof BigInteger big ? big : BigInteger.valueOf(Ported.asLong(x));
    }

    private static Object small(BigInteger x) {
        return x.bitLength() < 64 ? (Object) x.longValue() : x;
    }

    private static TypeError unsupported(String sign, @Nullable Object a, @Nullable Object b) {
        return new TypeError(
                "unsupported operand type(s) for " + sign + ": '" + Repr.type(a) + "' and '" + Repr.type(b) + "'");
    }

    /** Returns {@code a + b}. */
    public static @Nullable Object add(@Nullable Object a, @Nullable Object b) {
        if (isWhole(a) && isWhole(b)) {
            return small(big(a).add(big(b)));
        }
        if (isNumber(a) && isNumber(b)) {
            return Ported.asDouble(a) + Ported.asDouble(b);
        }
        if (a instanceof String x && b instanceof String y) {
            return x + y;
        }
        if (a instanceof byte[] x && b instanceof byte[] y) {
            return Bytes.concat(x, y);
        }
        if (a instanceof Tuple x && b instanceof Tuple y) {
            return Tuple.copyOf(Lists.concat(x, y));
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            List<@Nullable Object> all = new ArrayList<>(x);
            all.addAll(y);
            return all;
        }
        if (a instanceof DateTime time && b instanceof TimeDelta delta) {
            return time.plus(delta);
        }
        if (a instanceof TimeDelta x && b instanceof TimeDelta y) {
            return new TimeDelta(x.totalSeconds() + y.totalSeconds());
        }
        throw a instanceof String
                ? new TypeError("can only concatenate str (not \"" + Repr.type(b) + "\") to str")
                : unsupported("+", a, b);
    }

    /** Returns {@code a - b}. */
    public static @Nullable Object subtract(@Nullable Object a, @Nullable Object b) {
        if (isWhole(a) && isWhole(b)) {
            return small(big(a).subtract(big(b)));
        }
        if (isNumber(a) && isNumber(b)) {
            return Ported.asDouble(a) - Ported.asDouble(b);
        }
        if (a instanceof Set<?> x && b instanceof Collection<?> y) {
            return Sets.difference(x, y);
        }
        if (a instanceof DateTime x && b instanceof DateTime y) {
            return x.minus(y);
        }
        if (a instanceof DateTime time && b instanceof TimeDelta delta) {
            return time.plus(new TimeDelta(-delta.totalSeconds()));
        }
        if (a instanceof TimeDelta x && b instanceof TimeDelta y) {
            return new TimeDelta(x.totalSeconds() - y.totalSeconds());
        }
        throw unsupported("-", a, b);
    }

    /** Returns {@code a * b}. */
    public static @Nullable Object multiply(@Nullable Object a, @Nullable Object b) {
        if (isWhole(a) && isWhole(b)) {
            return small(big(a).multiply(big(b)));
        }
        if (isNumber(a) && isNumber(b)) {
            return Ported.asDouble(a) * Ported.asDouble(b);
        }
        if (isWhole(a)) {
            return multiply(b, a);
        }
        if (a instanceof String text && isWhole(b)) {
            return Str.repeat(text, Ported.asLong(b));
        }
        if (a instanceof byte[] bytes && isWhole(b)) {
            return Bytes.repeat(bytes, Ported.asLong(b));
        }
        if (a instanceof List<?> list && isWhole(b)) {
            List<@Nullable Object> all = new ArrayList<>();
            for (long i = 0; i < Ported.asLong(b); i++) {
                all.addAll(list);
            }
            return a instanceof Tuple ? Tuple.copyOf(all) : all;
        }
        throw unsupported("*", a, b);
    }

    /** Returns {@code a / b}. */
    public static double divide(double a, double b) {
        if (b == 0) {
            throw new ZeroDivisionError("division by zero");
        }
        return a / b;
    }

    /** Returns {@code a / b}; of a path, the path below it. */
    public static @Nullable Object divide(@Nullable Object a, @Nullable Object b) {
        if (a instanceof java.nio.file.Path path) {
            return path.resolve(Python.str(b));
        }
        if (!isNumber(a) || !isNumber(b)) {
            throw unsupported("/", a, b);
        }
        return divide(Ported.asDouble(a), Ported.asDouble(b));
    }

    /** Returns {@code a // b} of whole numbers. */
    public static long quotient(long a, long b) {
        if (b == 0) {
            throw new ZeroDivisionError("integer division or modulo by zero");
        }
        return Math.floorDiv(a, b);
    }

    /** Returns {@code a // b}. */
    public static @Nullable Object floorDivide(@Nullable Object a, @Nullable Object b) {
        if (isWhole(a) && isWhole(b)) {
            BigInteger[] parts = parts(a, b);
            return small(parts[0]);
        }
        if (!isNumber(a) || !isNumber(b)) {
            throw unsupported("//", a, b);
        }
        return Math.floor(divide(Ported.asDouble(a), Ported.asDouble(b)));
    }

    private static BigInteger[] parts(@Nullable Object a, @Nullable Object b) {
        BigInteger y = big(b);
        if (y.signum() == 0) {
            throw new ZeroDivisionError("integer division or modulo by zero");
        }
        BigInteger[] parts = big(a).divideAndRemainder(y);
        if (parts[1].signum() != 0 && parts[1].signum() != y.signum()) {
            return new BigInteger[] {parts[0].subtract(BigInteger.ONE), parts[1].add(y)};
        }
        return parts;
    }

    /** Returns {@code a % b} of whole numbers. */
    public static long remainder(long a, long b) {
        if (b == 0) {
            throw new ZeroDivisionError("integer division or modulo by zero");
        }
        return Math.floorMod(a, b);
    }

    /** Returns {@code a % b}. */
    public static double modulo(double a, double b) {
        if (b == 0) {
            throw new ZeroDivisionError("float modulo");
        }
        double rest = a % b;
        return rest != 0 && rest < 0 != b < 0 ? rest + b : rest;
    }

    /** Returns {@code a % b}; of a text, what it formats. */
    public static @Nullable Object modulo(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String format) {
            return Str.percent(format, b);
        }
        if (a instanceof byte[] format) {
            return Bytes.percent(format, b);
        }
        if (isWhole(a) && isWhole(b)) {
            return small(parts(a, b)[1]);
        }
        if (!isNumber(a) || !isNumber(b)) {
            throw unsupported("%", a, b);
        }
        return modulo(Ported.asDouble(a), Ported.asDouble(b));
    }

    /** Returns {@code a ** b}. */
    public static @Nullable Object power(@Nullable Object a, @Nullable Object b) {
        if (isWhole(a) && isWhole(b) && big(b).signum() >= 0) {
            return small(big(a).pow(big(b).intValueExact()));
        }
        return Math.pow(Ported.asDouble(a), Ported.asDouble(b));
    }

    /** Returns {@code -a}. */
    public static @Nullable Object negative(@Nullable Object a) {
        return isWhole(a) ? small(big(a).negate()) : (Object) (-Ported.asDouble(a));
    }

    /** Returns {@code a & b}. */
    public static @Nullable Object and(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Set<?> x && b instanceof Collection<?> y) {
            return Sets.intersection(x, y);
        }
        return a instanceof Boolean x && b instanceof Boolean y ? (Object) (x && y) : small(big(a).and(big(b)));
    }

    /** Returns {@code a | b}. */
    public static @Nullable Object or(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Set<?> x && b instanceof Collection<?> y) {
            return Sets.union(x, y);
        }
        if (a instanceof Map<?, ?> && b instanceof Map<?, ?>) {
            return Dicts.merge(Python.dict(a), Python.dict(b));
        }
        return a instanceof Boolean x && b instanceof Boolean y ? (Object) (x || y) : small(big(a).or(big(b)));
    }

    /** Returns {@code a ^ b}. */
    public static @Nullable Object xor(@Nullable Object a, @Nullable Object b) {
        return small(big(a).xor(big(b)));
    }

    /** Returns {@code a << b}. */
    public static @Nullable Object shiftLeft(@Nullable Object a, @Nullable Object b) {
        return small(big(a).shiftLeft((int) Ported.asLong(b)));
    }

    /** Returns {@code a >> b}. */
    public static @Nullable Object shiftRight(@Nullable Object a, @Nullable Object b) {
        return small(big(a).shiftRight((int) Ported.asLong(b)));
    }

    /** Tells whether {@code a == b}. */
    public static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b;
        }
        Object x = a instanceof dev.gangway.http.HTTPStatus status ? (Object) (long) status.value() : a;
        Object y = b instanceof dev.gangway.http.HTTPStatus status ? (Object) (long) status.value() : b;
        if (isNumber(x) && isNumber(y)) {
            return isWhole(x) && isWhole(y) ? big(x).equals(big(y)) : Ported.asDouble(x) == Ported.asDouble(y);
        }
        if (x instanceof byte[] one && y instanceof byte[] other) {
            return Arrays.equals(one, other);
        }
        if (x instanceof List<?> one && y instanceof List<?> other) {
            if (one.size() != other.size() || x instanceof Tuple != y instanceof Tuple) {
                return false;
            }
            for (int i = 0; i < one.size(); i++) {
                if (!equal(one.get(i), other.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (x instanceof Map<?, ?> one && y instanceof Map<?, ?> other) {
            return one.size() == other.size()
                    && one.entrySet().stream()
                            .allMatch(entry -> other.containsKey(entry.getKey())
                                    && equal(entry.getValue(), other.get(entry.getKey())));
        }
        return x.equals(y);
    }

    /** Compares two values, as {@code <} does: less than 0 where the first is less. */
    public static int compare(@Nullable Object a, @Nullable Object b) {
        if (isNumber(a) && isNumber(b)) {
            return isWhole(a) && isWhole(b)
                    ? big(a).compareTo(big(b))
                    : Double.compare(Ported.asDouble(a), Ported.asDouble(b));
        }
        if (a instanceof String x && b instanceof String y) {
            return Str.compare(x, y);
        }
        if (a instanceof byte[] x && b instanceof byte[] y) {
            return Arrays.compareUnsigned(x, y);
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
                if (!equal(x.get(i), y.get(i))) {
                    return compare(x.get(i), y.get(i));
                }
            }
            return Integer.compare(x.size(), y.size());
        }
        if (a instanceof DateTime x && b instanceof DateTime y) {
            return x.compareTo(y);
        }
        if (a instanceof TimeDelta x && b instanceof TimeDelta y) {
            return Double.compare(x.totalSeconds(), y.totalSeconds());
        }
        if (a instanceof java.nio.file.Path x && b instanceof java.nio.file.Path y) {
            return x.compareTo(y);
        }
        throw new TypeError("'<' not supported between instances of '" + Repr.type(a) + "' and '" + Repr.type(b) + "'");
    }

    /** Tells whether {@code item in container}. */
    public static boolean contains(@Nullable Object container, @Nullable Object item) {
        if (container instanceof String text) {
            if (item instanceof String part) {
                return text.contains(part);
            }
            throw new TypeError("'in <string>' requires string as left operand, not " + Repr.type(item));
        }
        if (container instanceof byte[] bytes) {
            return item instanceof byte[] part
                    ? Bytes.find(bytes, part) >= 0
                    : Bytes.values(bytes).contains(Ported.asLong(item));
        }
        if (container instanceof Map<?, ?> map) {
            return map.containsKey(item);
        }
        if (container instanceof dev.gangway.http.HTTPMessage message) {
            return message.contains(Python.str(item));
        }
        if (container instanceof FieldStorage form) {
            return form.contains(Python.str(item));
        }
        if (container instanceof dev.gangway.http.HTTPStatus) {
            return false;
        }
        return Python.list(container).stream().anyMatch(each -> equal(each, item));
    }

    /** Returns {@code container[key]}. */
    public static @Nullable Object item(@Nullable Object container, @Nullable Object key) {
        if (container instanceof String text) {
            return Str.at(text, Ported.asLong(key));
        }
        if (container instanceof byte[] bytes) {
            return Bytes.get(bytes, Ported.asLong(key));
        }
        if (container instanceof List<?> list) {
            if (!isWhole(key)) {
                throw new TypeError("list indices must be integers or slices, not " + Repr.type(key));
            }
            return Lists.at(list, Ported.asLong(key));
        }
        if (container instanceof SimpleCookie cookie) {
            return cookie.item(Python.str(key));
        }
        if (container instanceof Map<?, ?> map) {
            return Dicts.at(map, key);
        }
        if (container instanceof FieldStorage form) {
            return form.item(Python.str(key));
        }
        if (container instanceof dev.gangway.http.HTTPMessage message) {
            return message.get(Python.str(key));
        }
        if (container instanceof Match match) {
            return match.group(key);
        }
        if (container instanceof java.net.InetSocketAddress address) {
            return Lists.at(Connections.address(address), Ported.asLong(key));
        }
        if (container instanceof Itemized itemized) {
            return itemized.item(key);
        }
        throw new TypeError("'" + Repr.type(container) + "' object is not subscriptable");
    }

    /** Does {@code container[key] = value}. */
    public static void setItem(@Nullable Object container, @Nullable Object key, @Nullable Object value) {
        if (container instanceof SimpleCookie cookie) {
            cookie.set(Python.str(key), value);
        } else if (container instanceof Morsel morsel) {
            morsel.set(Python.str(key), value);
        } else if (container instanceof Map<?, ?>) {
            Ported.<Map<@Nullable Object, @Nullable Object>>cast(container).put(key, value);
        } else if (container instanceof List<?>) {
            Ported.<List<@Nullable Object>>cast(container)
                    .set(Lists.index(Python.list(container).size(), Ported.asLong(key), "list assignment"), value);
        } else if (container instanceof byte[] bytes) {
            bytes[Lists.index(bytes.length, Ported.asLong(key), "bytearray")] = (byte) Ported.asLong(value);
        } else if (container instanceof dev.gangway.http.HTTPMessage message) {
            message.add(Python.str(key), Python.str(value));
        } else {
            throw new TypeError("'" + Repr.type(container) + "' object does not support item assignment");
        }
    }

    /** Does {@code del container[key]}. */
    public static void deleteItem(@Nullable Object container, @Nullable Object key) {
        if (container instanceof Map<?, ?> map) {
            if (!map.containsKey(key)) {
                throw new KeyError(key);
            }
            map.remove(key);
        } else if (container instanceof List<?> list) {
            list.remove(Lists.index(list.size(), Ported.asLong(key), "list"));
        } else if (container instanceof dev.gangway.http.HTTPMessage message) {
            message.remove(Python.str(key));
        } else {
            throw new TypeError("'" + Repr.type(container) + "' object doesn't support item deletion");
        }
    }

    /** Returns {@code x[from:]}. */
    public static @Nullable Object from(@Nullable Object x, long from) {
        return slice(x, from, null, 1L);
    }

    /** Returns {@code x[from:to]}. */
    public static @Nullable Object slice(@Nullable Object x, long from, long to) {
        return slice(x, from, to, 1L);
    }

    /** Returns {@code x[from:to:step]}; null stands for a bound left out. */
    public static @Nullable Object slice(
            @Nullable Object x, @Nullable Object from, @Nullable Object to, @Nullable Object step) {
        if (x instanceof String text) {
            return Str.slice(text, from, to, step);
        }
        if (x instanceof byte[] bytes) {
            return Bytes.slice(bytes, from, to, step);
        }
        if (x instanceof Tuple tuple) {
            return Tuple.copyOf(Lists.slice(tuple, from, to, step));
        }
        if (x instanceof List<?> list) {
            return Lists.slice(list, from, to, step);
        }
        throw new TypeError("'" + Repr.type(x) + "' object is not subscriptable");
    }
}
