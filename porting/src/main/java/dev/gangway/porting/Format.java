package dev.gangway.porting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats as Python's {@code format}, {@code str.format} and f-strings do. */
public final class Format {
    private static final Pattern SPEC = Pattern.compile(
            "(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\\d+)?([,_])?(?:\\.(\\d+))?([bcdeEfFgGnosxX%])?", Pattern.DOTALL);

    private Format() {}

    /** Returns what {@code format(x, spec)} is. */
    public static String of(@Nullable Object x, String spec) {
        if (spec.isEmpty()) {
            return Python.str(x);
        }
        if (x instanceof DateTime time) {
            return time.strftime(spec);
        }
        Matcher parts = SPEC.matcher(spec);
        if (!parts.matches()) {
            throw new ValueError("Invalid format specifier '" + spec + "' for object of type '" + Repr.type(x) + "'");
        }
        boolean number = x instanceof Number || x instanceof Boolean;
        String body = x != null && number ? number(x, parts) : text(x, parts, spec);
        String fill = parts.group(1) == null
                ? (parts.group(6) != null && parts.group(2) == null ? "0" : " ")
                : parts.group(1);
        String align =
                parts.group(2) != null ? parts.group(2) : parts.group(6) != null && number ? "=" : number ? ">" : "<";
        int missing = parts.group(7) == null ? 0 : Integer.parseInt(parts.group(7)) - body.length();
        if (missing <= 0) {
            return body;
        }
        return switch (align) {
            case "<" -> body + fill.repeat(missing);
            case "^" -> fill.repeat(missing / 2) + body + fill.repeat(missing - missing / 2);
            case "=" -> {
                int sign = body.startsWith("-") || body.startsWith("+") || body.startsWith(" ") ? 1 : 0;
                yield body.substring(0, sign) + fill.repeat(missing) + body.substring(sign);
            }
            default -> fill.repeat(missing) + body;
        };
    }

    private static String text(@Nullable Object x, Matcher parts, String spec) {
        String type = parts.group(10);
        if (x == null || type != null && !type.equals("s")) {
            throw x == null
                    ? new TypeError("unsupported format string passed to NoneType.__format__")
                    : new ValueError(
                            "Unknown format code '" + type + "' for object of type '" + Repr.type(x) + "' in " + spec);
        }
        String text = Python.str(x);
        return parts.group(9) == null
                ? text
                : text.substring(0, Math.min(text.length(), Integer.parseInt(parts.group(9))));
    }

    private static String number(Object x, Matcher parts) {
        String type = parts.group(10) == null ? "" : parts.group(10);
        String group = parts.group(8);
        if (x instanceof Double && !type.isEmpty() && !"eEfFgGn%".contains(type)) {
            throw new ValueError("Unknown format code '" + type + "' for object of type 'float'");
        }
        if (x instanceof Double || "eEfFgG%".contains(type) && !type.isEmpty()) {
            return decimal(Ported.asDouble(x), type, parts, group);
        }
        if (type.equals("s")) {
            throw new ValueError("Unknown format code 's' for object of type 'int'");
        }
        BigInteger value = x instanceof BigInteger big ? big : BigInteger.valueOf(Ported.asLong(x));
        if (type.equals("c")) {
            return Character.toString(value.intValueExact());
        }
        int base = switch (type) {
            case "b" -> 2;
            case "o" -> 8;
            case "x", "X" -> 16;
            default -> 10;
        };
        String digits = value.abs().toString(base);
        digits = type.equals("X") ? digits.toUpperCase(Locale.ROOT) : digits;
        if (group != null) {
            digits = grouped(digits, group, base == 10 ? 3 : 4);
        }
        String prefix = parts.group(5) == null || base == 10 ? "" : "0" + type;
        return sign(value.signum() < 0, parts) + prefix + digits;
    }

    private static String sign(boolean negative, Matcher parts) {
        String wanted = parts.group(3);
        return negative ? "-" : wanted == null || wanted.equals("-") ? "" : wanted;
    }

    private static String grouped(String digits, String sign, int size) {
        StringBuilder out = new StringBuilder(digits);
        for (int i = digits.length() - size; i > 0; i -= size) {
            out.insert(i, sign);
        }
        return out.toString();
    }

    private static String decimal(double x, String type, Matcher parts, @Nullable String group) {
        boolean negative = x < 0 || x == 0 && 1 / x < 0;
        int precision = parts.group(9) == null ? 6 : Integer.parseInt(parts.group(9));
        String body;
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            body = Double.isNaN(x) ? "nan" : "inf";
        } else {
            BigDecimal value = new BigDecimal(Math.abs(x));
            body = switch (type) {
                case "f", "F" ->
                    value.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
                case "%" ->
                    value.multiply(BigDecimal.valueOf(100))
                                    .setScale(precision, RoundingMode.HALF_EVEN)
                                    .toPlainString() + "%";
                case "e", "E" -> scientific(value, precision, type);
                case "g", "G" -> general(value, precision, type);
                default -> parts.group(9) == null ? Repr.number(Math.abs(x)) : generalWithPoint(value, precision);
            };
        }
        if (group != null) {
            int point = body.indexOf('.');
            String whole = point < 0 ? body : body.substring(0, point);
            body = grouped(whole, group, 3) + (point < 0 ? "" : body.substring(point));
        }
        return sign(negative, parts) + body;
    }

    private static String scientific(BigDecimal value, int precision, String letter) {
        BigDecimal rounded = value.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        int exponent = value.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        String digits = value.signum() == 0 ? "0" : rounded.unscaledValue().toString();
        digits = digits + "0".repeat(Math.max(0, precision + 1 - digits.length()));
        String mantissa = digits.charAt(0) + (precision > 0 ? "." + digits.substring(1, precision + 1) : "");
        return mantissa
                + letter
                + (exponent < 0 ? "-" : "+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private static String general(BigDecimal value, int wanted, String letter) {
        int precision = Math.max(1, wanted);
        BigDecimal rounded = value.round(new MathContext(precision, RoundingMode.HALF_EVEN));
        int exponent = value.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent >= precision) {
            String text = scientific(value, precision - 1, letter.equals("G") ? "E" : "e");
            int at = text.toLowerCase(Locale.ROOT).indexOf('e');
            String mantissa = text.substring(0, at);
            mantissa = mantissa.contains(".") ? mantissa.replaceFirst("0+$", "").replaceFirst("\\.$", "") : mantissa;
            return mantissa + text.substring(at);
        }
        String plain = rounded.setScale(Math.max(0, precision - 1 - exponent), RoundingMode.HALF_EVEN)
                .toPlainString();
        return plain.contains(".") ? plain.replaceFirst("0+$", "").replaceFirst("\\.$", "") : plain;
    }

    private static String generalWithPoint(BigDecimal value, int precision) {
        String text = general(value, precision, "g");
        return text.contains(".") || text.contains("e") ? text : text + ".0";
    }

    /** Returns what {@code format.format(…)} is; values by name come last, as {@link Keywords}. */
    static String text(String format, @Nullable Object... values) {
        Keywords names =
                values.length > 0 && values[values.length - 1] instanceof Keywords given ? given : Keywords.NONE;
        int[] next = {0};
        return text(format, values, names, next);
    }

    private static String text(String format, @Nullable Object[] values, Keywords names, int[] next) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            boolean twice = i + 1 < format.length() && format.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && twice) {
                out.append(c);
                i++;
            } else if (c == '{') {
                int end = closing(format, i);
                out.append(field(format.substring(i + 1, end), values, names, next));
                i = end;
            } else if (c == '}') {
                throw new ValueError("Single '}' encountered in format string");
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static int closing(String format, int open) {
        int depth = 0;
        for (int i = open; i < format.length(); i++) {
            depth += format.charAt(i) == '{' ? 1 : format.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new ValueError("Single '{' encountered in format string");
    }

    private static String field(String field, @Nullable Object[] values, Keywords names, int[] next) {
        int colon = field.indexOf(':');
        String name = colon < 0 ? field : field.substring(0, colon);
        String conversion = "";
        if (name.matches("(?s).*![rsa]")) {
            conversion = name.substring(name.length() - 1);
            name = name.substring(0, name.length() - 2);
        }
        Matcher first = Pattern.compile("^(\\w*)((?:\\.\\w+|\\[[^\\]]*\\])*)$").matcher(name);
        if (!first.matches()) {
            throw new ValueError("bad field in a format string: " + field);
        }
        Object value = first.group(1).isEmpty()
                ? value(values, next[0]++)
                : first.group(1).matches("\\d+")
                        ? value(values, Integer.parseInt(first.group(1)))
                        : named(names, first.group(1));
        Matcher rest = Pattern.compile("\\.(\\w+)|\\[([^\\]]*)\\]").matcher(first.group(2));
        while (rest.find()) {
            value = rest.group(1) != null
                    ? Dynamic.attribute(value, rest.group(1))
                    : Operators.item(
                            value,
                            rest.group(2).matches("\\d+") ? (Object) Long.parseLong(rest.group(2)) : rest.group(2));
        }
        String spec = colon < 0 ? "" : text(field.substring(colon + 1), values, names, next);
        Object converted = conversion.equals("r")
                ? Python.repr(value)
                : conversion.equals("a") ? Python.ascii(value) : conversion.equals("s") ? Python.str(value) : value;
        return of(converted, spec);
    }

    private static @Nullable Object value(@Nullable Object[] values, int index) {
        if (index >= values.length || values[index] instanceof Keywords) {
            throw new IndexError("Replacement index " + index + " out of range for positional args tuple");
        }
        return values[index];
    }

    private static @Nullable Object named(Keywords names, String name) {
        if (!names.has(name)) {
            throw new KeyError(name);
        }
        return names.get(name);
    }
}
