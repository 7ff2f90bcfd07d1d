package dev.gangway.handler.files;

/** Small pieces of field value grammar (RFC 9110 §5.6). */
final class FieldText {
    private FieldText() {}

    /** Returns the text without optional white space (OWS: space and tab) at its ends. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Returns the value of 1*DIGIT, at most {@link Long#MAX_VALUE} however many digits there are, or −1. */
    static long digits(String text, int from, int to) {
        long value = from < to ? 0 : -1;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
        }
        return value;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
