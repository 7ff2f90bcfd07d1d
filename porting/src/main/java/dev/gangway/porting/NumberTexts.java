package dev.gangway.porting;

import java.math.BigInteger;

/** Reads numbers from texts, as {@code int} and {@code float} do. */
final class NumberTexts {
    private NumberTexts() {}

    /** Returns a text with the decimal digits of all scripts as ASCII has them. */
    private static String ascii(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints().forEach(c -> digits.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return digits.toString();
    }

    static long whole(String text, int base) {
        String bare = ascii(Str.strip(text)).replaceFirst("^\\+", "");
        String digits = bare.replaceFirst("^-", "");
        if (base == 16) {
            digits = digits.replaceFirst("^0[xX]", "");
        } else if (base == 2) {
            digits = digits.replaceFirst("^0[bB]", "");
        } else if (base == 8) {
            digits = digits.replaceFirst("^0[oO]", "");
        }
        if (digits.matches("[0-9A-Za-z]+(_[0-9A-Za-z]+)*")) {
            try {
                BigInteger value = new BigInteger(digits.replace("_", ""), base);
                return (bare.startsWith("-") ? value.negate() : value).longValueExact();
            } catch (NumberFormatException e) {
                // told below
            } catch (java.lang.ArithmeticException e) {
                throw new OverflowError("a number of more than 64 bits: " + bare);
            }
        }
        throw new ValueError("invalid literal for int() with base " + base + ": " + Repr.of(text));
    }

    /** Returns the number that a text stands for, with {@code inf} and {@code nan}. */
    static double decimal(String text) {
        String bare = ascii(Str.strip(text)).toLowerCase(java.util.Locale.ROOT).replaceAll("(?<=\\d)_(?=\\d)", "");
        if (bare.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)(e[+-]?\\d+)?")) {
            return Double.parseDouble(bare);
        }
        return switch (bare.replaceFirst("^[+]", "")) {
            case "inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Double.NaN;
            default -> throw new ValueError("could not convert string to float: " + Repr.of(text));
        };
    }
}
