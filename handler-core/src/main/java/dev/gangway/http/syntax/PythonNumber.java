package dev.gangway.http.syntax;

import java.util.ArrayList;
import java.util.List;

/** Words and numbers as Python's {@code str.split()} and {@code int()} find them. */
final class PythonNumber {
    /** More make Python's {@code int()} fail ({@code sys.int_info.default_max_str_digits}). */
    private static final int MAX_DIGITS = 4300;

    private PythonNumber() {}

    /** Splits at runs of white space, which in Python includes U+0085 and U+00A0. */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>(6);
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isSpace(text.charAt(i))) {
                if (start >= 0) {
                    words.add(text.substring(start, i));
                }
                start = -1;
            } else if (start < 0) {
                start = i;
            }
        }
        return words;
    }

    /** Tells whether Python's {@code str.isdigit()} is true, as it is for superscripts, which are no numbers. */
    static boolean isDigit(char c) {
        return Character.isDigit(c) || c == '\u00b9' || c == '\u00b2' || c == '\u00b3';
    }

    /**
     * Reads a number: a sign, then digits with single underscores between them.
     *
     * @throws NumberFormatException if it is none
     */
    static long parse(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        String digits = text.substring(start).replaceAll("(?<=\\p{Nd})_(?=\\p{Nd})", "");
        if (digits.isEmpty() || digits.length() > MAX_DIGITS || !digits.chars().allMatch(Character::isDigit)) {
            throw new NumberFormatException(text);
        }
        long value = 0;
        for (int i = 0; i < digits.length() && value < Integer.MAX_VALUE; i++) {
            value = value * 10 + Character.digit(digits.charAt(i), 10);
        }
        return text.startsWith("-") ? -value : value;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }
}
