package dev.gangway.handler.text;

import java.util.Locale;

/**
 * Flags, width and precision of a Python format piece, and what they do to a value.
 *
 * @param flags any of {@code - + # 0} and space
 * @param width the least number of characters, −1 for none
 * @param precision the most characters of a text or the least digits of a number, −1 for none
 */
record PercentLayout(String flags, int width, int precision) {
    private static final int DEFAULT_DECIMALS = 6;

    PercentLayout withoutPrecision() {
        return new PercentLayout(flags, width, -1);
    }

    /** Appends a text; zeros do not pad it. */
    void text(StringBuilder target, String value) {
        int length = value.codePointCount(0, value.length());
        if (precision >= 0 && precision < length) {
            length = precision;
            value = value.substring(0, value.offsetByCodePoints(0, length));
        }
        pad(target, "", value, length, false);
    }

    /** Appends a whole number; the prefix of its base goes before it if the flags ask for that. */
    void integer(StringBuilder target, long value, int radix, String basePrefix) {
        String digits = Long.toString(value, radix);
        digits = value < 0 ? digits.substring(1) : digits;
        digits = "0".repeat(Math.max(0, precision - digits.length())) + digits;
        String prefix = sign(value < 0) + (has('#') ? basePrefix : "");
        pad(target, prefix, digits, prefix.length() + digits.length(), has('0'));
    }

    /** Appends a number with decimals ({@code e E f F}). */
    void decimal(StringBuilder target, long value, char conversion) {
        int decimals = precision < 0 ? DEFAULT_DECIMALS : precision;
        String format = (has('#') ? "%#." : "%.") + decimals + (conversion == 'F' ? 'f' : conversion);
        String digits = String.format(Locale.ROOT, format.replace('E', 'e'), Math.abs((double) value));
        digits = conversion == 'E' ? digits.toUpperCase(Locale.ROOT) : digits;
        String prefix = sign(value < 0);
        pad(target, prefix, digits, prefix.length() + digits.length(), has('0'));
    }

    private void pad(StringBuilder target, String prefix, String value, int length, boolean zeros) {
        int missing = Math.max(0, width - length);
        if (has('-')) {
            target.append(prefix).append(value).append(" ".repeat(missing));
        } else if (zeros) {
            target.append(prefix).append("0".repeat(missing)).append(value);
        } else {
            target.append(" ".repeat(missing)).append(prefix).append(value);
        }
    }

    private String sign(boolean negative) {
        return negative ? "-" : has('+') ? "+" : has(' ') ? " " : "";
    }

    private boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }
}
