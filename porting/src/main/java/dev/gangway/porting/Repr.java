package dev.gangway.porting;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes values as Python's {@code repr} and {@code str} do. */
final class Repr {
    private Repr() {}

    static String str(@Nullable Object x) {
        if (x instanceof Throwable failure) {
            return Exceptions.text(failure);
        }
        return x instanceof CharSequence text ? text.toString() : of(x);
    }

    static String of(@Nullable Object x) {
        if (x == null) {
            return "None";
        }
        if (x instanceof Boolean b) {
            return b ? "True" : "False";
        }
        if (x instanceof Double d) {
            return number(d);
        }
        if (x instanceof String text) {
            return text(text);
        }
        if (x instanceof byte[] bytes) {
            return "b" + bytes(bytes);
        }
        if (x instanceof Tuple tuple) {
            return tuple.size() == 1 ? "(" + of(tuple.get(0)) + ",)" : "(" + joined(tuple) + ")";
        }
        if (x instanceof List<?> list) {
            return "[" + joined(list) + "]";
        }
        if (x instanceof Set<?> set) {
            return set.isEmpty() ? "set()" : "{" + joined(set) + "}";
        }
        if (x instanceof Map<?, ?> map && !(x instanceof SimpleCookie)) {
            return map.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (x instanceof java.nio.file.Path path) {
            return path.toString();
        }
        if (x instanceof PythonException failure) {
            return failure.getClass().getSimpleName()
                    + (failure.args().size() == 1
                            ? "(" + of(failure.args().get(0)) + ")"
                            : "(" + joined(failure.args()) + ")");
        }
        return Dynamic.text(x);
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(Repr::of).collect(Collectors.joining(", "));
    }

    /** Writes a number with as few digits as tell it from all others. */
    static String number(double x) {
        if (Double.isNaN(x)) {
            return "nan";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "inf" : "-inf";
        }
        if (x == 0) {
            return 1 / x < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = Shortest.of(x);
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent < -4 || exponent >= 16) {
            String digits = shortest.unscaledValue().abs().toString().replaceFirst("0+$", "");
            String mantissa = digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "");
            return (x < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+")
                    + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        }
        String plain = shortest.stripTrailingZeros().toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    static String text(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder repr = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> {
            if (c == quote || c == '\\') {
                repr.append('\\').append((char) c);
            } else if (c == '\n') {
                repr.append("\\n");
            } else if (c == '\r') {
                repr.append("\\r");
            } else if (c == '\t') {
                repr.append("\\t");
            } else if (c < 32 || c == 127) {
                repr.append(String.format("\\x%02x", c));
            } else if (c < 127 || isPrintable(c)) {
                repr.appendCodePoint(c);
            } else if (c < 256) {
                repr.append(String.format("\\x%02x", c));
            } else {
                repr.append(c < 65536 ? String.format("\\u%04x", c) : String.format("\\U%08x", c));
            }
        });
        return repr.append(quote).toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    static String bytes(byte[] bytes) {
        boolean single = false;
        boolean both = false;
        for (byte b : bytes) {
            single |= b == '\'';
            both |= b == '"';
        }
        char quote = single && !both ? '"' : '\'';
        StringBuilder repr = new StringBuilder().append(quote);
        for (byte b : bytes) {
            int c = b & 0xff;
            if (c == quote || c == '\\') {
                repr.append('\\').append((char) c);
            } else if (c == '\n') {
                repr.append("\\n");
            } else if (c == '\r') {
                repr.append("\\r");
            } else if (c == '\t') {
                repr.append("\\t");
            } else {
                repr.append(c < 32 || c > 126 ? String.format("\\x%02x", c) : String.valueOf((char) c));
            }
        }
        return repr.append(quote).toString();
    }

    /** Returns the name of a value's class in Python. */
    static String type(@Nullable Object x) {
        if (x == null) {
            return "NoneType";
        }
        return x instanceof Boolean
                ? "bool"
                : x instanceof Long || x instanceof Integer || x instanceof java.math.BigInteger
                        ? "int"
                        : x instanceof Double
                                ? "float"
                                : x instanceof String
                                        ? "str"
                                        : x instanceof byte[]
                                                ? "bytes"
                                                : x instanceof Tuple
                                                        ? "tuple"
                                                        : x instanceof List<?>
                                                                ? "list"
                                                                : x instanceof Set<?>
                                                                        ? "set"
                                                                        : x instanceof Map<?, ?>
                                                                                        && x.getClass()
                                                                                                .getPackageName()
                                                                                                .startsWith("java.")
                                                                                ? "dict"
                                                                                : x.getClass()
                                                                                        .getSimpleName();
    }
}
