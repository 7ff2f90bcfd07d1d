package dev.gangway.porting;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats as Python's {@code %} does. */
final class Percent {
    private static final Pattern FIELD = Pattern.compile(
            "%(?:\\((?<name>[^)]*)\\))?(?<flags>[-+ #0]*)(?<width>\\*|\\d+)?(?:\\.(?<precision>\\*|\\d*))?[hlL]?(?<type>.)",
            Pattern.DOTALL);

    private Percent() {}

    static String format(String format, @Nullable Object values) {
        return run(format, values, false);
    }

    static String bytes(String format, @Nullable Object values) {
        return run(format, values, true);
    }

    private static String run(String format, @Nullable Object values, boolean bytes) {
        List<@Nullable Object> args =
                values instanceof Tuple tuple ? tuple : java.util.Collections.singletonList(values);
        StringBuilder out = new StringBuilder();
        Matcher field = FIELD.matcher(format);
        int at = 0;
        int next = 0;
        while (field.find()) {
            out.append(format, at, field.start());
            at = field.end();
            String type = field.group("type");
            if (type.equals("%")) {
                out.append('%');
                continue;
            }
            String width = field.group("width");
            String precision = field.group("precision");
            String flags = field.group("flags");
            if ("*".equals(width)) {
                long given = Ported.asLong(arg(args, next++));
                flags += given < 0 ? "-" : "";
                width = Long.toString(Math.abs(given));
            }
            if ("*".equals(precision)) {
                precision = Long.toString(Ported.asLong(arg(args, next++)));
            }
            Object value;
            if (field.group("name") != null) {
                if (!(values instanceof Map<?, ?> map)) {
                    throw new TypeError("format requires a mapping");
                }
                value = Dicts.at(map, field.group("name"));
                next = args.size();
            } else {
                value = arg(args, next++);
            }
            out.append(pad(one(type.charAt(0), value, flags, precision, bytes), flags, width, type.charAt(0)));
        }
        if (next < args.size() && values instanceof Tuple
                || next == 0 && !(values instanceof Tuple) && !(values instanceof Map)) {
            throw new TypeError("not all arguments converted during string formatting");
        }
        return out.append(format.substring(at)).toString();
    }

    private static @Nullable Object arg(List<@Nullable Object> args, int index) {
        if (index >= args.size()) {
            throw new TypeError("not enough arguments for format string");
        }
        return args.get(index);
    }

    private static String one(
            char type, @Nullable Object value, String flags, @Nullable String precision, boolean bytes) {
        switch (type) {
            case 's', 'b' -> {
                String text = bytes || type == 'b' ? latin(value) : Python.str(value);
                return precision == null ? text : text.substring(0, Math.min(text.length(), number(precision)));
            }
            case 'r' -> {
                return Python.repr(value);
            }
            case 'a' -> {
                return Python.ascii(value);
            }
            case 'c' -> {
                return value instanceof Long code
                        ? Python.chr(code)
                        : value instanceof byte[] ? latin(value) : Python.str(value);
            }
            default -> {
                String sign = flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
                String kind = type == 'i' || type == 'u' ? "d" : String.valueOf(type);
                Object number = "dxXo".contains(kind) ? whole(value, kind) : value;
                String spec = sign
                        + (flags.contains("#") ? "#" : "")
                        + (precision == null || "dxXo".contains(kind)
                                ? ("eEfFgG".contains(kind) ? ".6" : "")
                                : "." + number(precision))
                        + kind;
                String text = Format.of(number, spec);
                int digits = precision == null || !"dxXo".contains(kind) ? 0 : number(precision);
                return digits > text.length() ? "0".repeat(digits - text.length()) + text : text;
            }
        }
    }

    private static Object whole(@Nullable Object value, String kind) {
        if (value instanceof Double d && kind.equals("d")) {
            return d.longValue();
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof dev.gangway.http.HTTPStatus) {
            return value instanceof java.math.BigInteger ? value : (Object) Ported.asLong(value);
        }
        throw new TypeError("%" + kind + " format: a real number is required, not " + Repr.type(value));
    }

    private static int number(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String latin(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        throw new TypeError("%b requires a bytes-like object, or an object that implements __bytes__, not '"
                + Repr.type(value) + "'");
    }

    private static String pad(String text, String flags, @Nullable String width, char type) {
        int missing = width == null ? 0 : Integer.parseInt(width) - text.length();
        if (missing <= 0) {
            return text;
        }
        if (flags.contains("-")) {
            return text + " ".repeat(missing);
        }
        if (flags.contains("0") && "diuxXoeEfFgG".indexOf(type) >= 0) {
            int sign = text.startsWith("-") || text.startsWith("+") || text.startsWith(" ") ? 1 : 0;
            return text.substring(0, sign) + "0".repeat(missing) + text.substring(sign);
        }
        return " ".repeat(missing) + text;
    }
}
