package dev.gangway.porting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Helps ported code where Java's types and exceptions are stricter than Python's. */
public final class Ported {
    private Ported() {}

    /** Returns the text of a value where Python 2 has one string type. */
    public static @Nullable String text(@Nullable Object x) {
        return x == null
                ? null
                : x instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : Python.str(x);
    }

    /** Returns a value as the type that the place wants, where the translator knows more than Java does. */
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"
    }) // the place knows whether it may be null
    public static <T> T cast(@Nullable Object x) {
        return (T) x;
    }

    /** Returns the first value, or the other one if it is null. */
    public static @Nullable Object orElse(@Nullable Object x, @Nullable Object other) {
        return x == null ? other : x;
    }

    /** Returns an argument of a function, or its default. */
    public static @Nullable Object argument(@Nullable Object[] args, int index, @Nullable Object defaultValue) {
        return index < args.length && !(args[index] instanceof Keywords) && args[index] != Signature.NOT_GIVEN
                ? args[index]
                : defaultValue;
    }

    /** Returns the arguments from an index on, those by keyword left out. */
    public static Tuple rest(@Nullable Object[] args, int from) {
        int end = args.length > 0 && args[args.length - 1] instanceof Keywords ? args.length - 1 : args.length;
        return Tuple.rest(Arrays.copyOf(args, end), from);
    }

    /** Returns the arguments by keyword as a new map. */
    public static Map<String, @Nullable Object> keywords(@Nullable Object[] args) {
        return args.length > 0 && args[args.length - 1] instanceof Keywords last
                ? new LinkedHashMap<>(last.asMap())
                : new LinkedHashMap<>();
    }

    /** Returns all arguments of a call like {@code f(first, *rest, **keywords)}. */
    public static @Nullable Object[] arguments(@Nullable Object[] rest, Keywords keywords, @Nullable Object... first) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(Arrays.asList(rest));
        if (!keywords.asMap().isEmpty()) {
            all.add(keywords);
        }
        return all.toArray();
    }

    /** A call that gives nothing. */
    @FunctionalInterface
    public interface Action {
        /** Does it. */
        void run() throws IOException;
    }

    /** Does what has no value in Java, and returns the {@code None} that it has in Python. */
    public static @Nullable Object none(Action action) throws IOException {
        action.run();
        return null;
    }

    /** Does nothing with a value. */
    public static void ignore(@Nullable Object x) {}

    /** Returns the value of an expression that may throw an {@code IOException}, where none may be thrown. */
    public static <T> T unchecked(Callable<T> expression) {
        try {
            return expression.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a number that may be used as a whole one; any other value is a {@link TypeError}. */
    public static long asLong(@Nullable Object x) {
        if (x instanceof Long n) {
            return n;
        }
        if (x instanceof Boolean b) {
            return b ? 1 : 0;
        }
        if (x instanceof Integer || x instanceof Short) {
            return ((Number) x).longValue();
        }
        if (x instanceof BigInteger) {
            throw new OverflowError("Python int too large to convert to C ssize_t");
        }
        if (x instanceof dev.gangway.http.HTTPStatus status) {
            return status.value();
        }
        throw new TypeError("'" + Repr.type(x) + "' object cannot be interpreted as an integer");
    }

    /** Returns a number as a {@code float}. */
    public static double asDouble(@Nullable Object x) {
        if (x instanceof Number n) {
            return n.doubleValue();
        }
        if (x instanceof Boolean b) {
            return b ? 1 : 0;
        }
        throw new TypeError("must be real number, not " + Repr.type(x));
    }

    /** Takes a value apart; another count of parts is a {@link ValueError}. */
    public static List<@Nullable Object> unpack(@Nullable Object x, int count) {
        return Lists.unpack(Python.list(x), count);
    }

    /** Returns {@code str(x)}, or null for {@code None}. */
    public static @Nullable String textOrNone(@Nullable Object x) {
        return x == null ? null : Python.str(x);
    }

    /**
     * Returns the parts of a value that {@code a, *rest, b = value} takes apart.
     *
     * @param first how many names stand before the star
     * @param last how many stand behind it
     * @return the parts; that of the star is a list
     */
    public static List<@Nullable Object> unpack(@Nullable Object x, int first, int last) {
        List<@Nullable Object> all = Python.list(x);
        if (all.size() < first + last) {
            throw new ValueError(
                    "not enough values to unpack (expected at least " + (first + last) + ", got " + all.size() + ")");
        }
        List<@Nullable Object> parts = new java.util.ArrayList<>(all.subList(0, first));
        parts.add(new java.util.ArrayList<>(all.subList(first, all.size() - last)));
        parts.addAll(all.subList(all.size() - last, all.size()));
        return parts;
    }
}
