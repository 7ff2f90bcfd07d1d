package dev.gangway.http.syntax;

/** Classes of characters of RFC 9110 §5.6 and RFC 9112 §3, by byte; no locale, no Unicode. */
public final class Grammar {
    private static final long MAX_LENGTH = 999_999_999_999_999_999L;
    private static final boolean[] TOKEN = new boolean[256];
    private static final boolean[] REQUEST_LINE_SPACE = new boolean[256];

    static {
        for (char c = 'a'; c <= 'z'; c++) {
            TOKEN[c] = true;
            TOKEN[c - 'a' + 'A'] = true;
        }
        for (char c = '0'; c <= '9'; c++) {
            TOKEN[c] = true;
        }
        for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
            TOKEN[c] = true;
        }
        for (char c : "\t\n\u000b\f\r ".toCharArray()) {
            REQUEST_LINE_SPACE[c] = true;
        }
    }

    private Grammar() {}

    /**
     * Tells whether a text is a token (RFC 9110 §5.6.2).
     *
     * @param text any text
     * @return false for an empty text too
     */
    public static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isTokenChar(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /**
     * Tells whether a character may stand in a token (RFC 9110 §5.6.2, {@code tchar}).
     *
     * @param c any character
     * @return true for the ASCII characters of the rule
     */
    public static boolean isTokenChar(int c) {
        return c < 256 && TOKEN[c];
    }

    /**
     * Tells whether a character separates the words of a request line.
     *
     * <p>RFC 9112 §3 lets a server take SP, HTAB, VT, FF and bare CR; LF ends the line. http.server takes 1C to 1F, 85 and A0, too,
     * which are part of many letters in UTF-8.
     *
     * @param c a character read as ISO-8859-1
     * @return true for white space
     */
    public static boolean isRequestLineSpace(int c) {
        return c < 256 && REQUEST_LINE_SPACE[c];
    }

    /**
     * Tells whether a character may stand in a field's value or, as it is or behind a backslash, in a quoted string (RFC 9110
     * §5.5, §5.6.4).
     *
     * @param c any character
     * @return true for SP, HTAB, the visible characters of ASCII, and 80 to FF
     */
    public static boolean isFieldChar(int c) {
        return c == '\t' || c >= ' ' && c <= 0xff && c != 0x7f;
    }

    /**
     * Tells whether a character is an ASCII letter.
     *
     * @param c any character
     * @return true for A to Z and a to z
     */
    public static boolean isLetter(int c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    /**
     * Tells whether a character is an ASCII digit.
     *
     * @param c any character
     * @return true for 0 to 9
     */
    public static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Returns the value of a hexadecimal digit.
     *
     * @param c any character
     * @return 0 to 15, or −1 if it is no ASCII hexadecimal digit
     */
    public static int hexValue(int c) {
        if (isDigit(c)) {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /**
     * Compares two texts without regard to the case of ASCII letters.
     *
     * @param text any text
     * @param from where in {@code text} to begin
     * @param expected what should stand there
     * @return true if it does
     */
    public static boolean matchesIgnoringCase(String text, int from, String expected) {
        if (from < 0 || text.length() - from < expected.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (lower(text.charAt(from + i)) != lower(expected.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether a comma-separated list has a member, without regard to case (RFC 9110 §5.6.1).
     *
     * @param list a field value
     * @param member a token
     * @return true if a member of the list is that token
     */
    public static boolean listContains(String list, String member) {
        int start = 0;
        while (start <= list.length()) {
            int comma = list.indexOf(',', start);
            int end = comma < 0 ? list.length() : comma;
            int from = start;
            while (from < end && isOptionalSpace(list.charAt(from))) {
                from++;
            }
            int to = end;
            while (to > from && isOptionalSpace(list.charAt(to - 1))) {
                to--;
            }
            if (to - from == member.length() && matchesIgnoringCase(list, from, member)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    /**
     * Tells whether a character is optional white space (RFC 9110 §5.6.3).
     *
     * @param c any character
     * @return true for SP and HTAB
     */
    public static boolean isOptionalSpace(int c) {
        return c == ' ' || c == '\t';
    }

    /**
     * Cuts optional white space off both ends.
     *
     * @param text any text
     * @return the text without leading and trailing SP and HTAB
     */
    public static String strip(String text) {
        return strip(text, 0);
    }

    /**
     * Returns the end of a text without spaces and tabs around it.
     *
     * @param text a text
     * @param begin where to begin, 0 to its length
     * @return the rest of the text
     */
    public static String strip(String text, int begin) {
        int from = begin;
        int to = text.length();
        while (from < to && isOptionalSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isOptionalSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /**
     * Returns the value of {@code 1*DIGIT}.
     *
     * @param text any text
     * @param from where the digits begin
     * @param to where they end
     * @return the value, {@link Long#MAX_VALUE} if it is larger than that; −1 if there is no digit, or another character
     */
    public static long digits(String text, int from, int to) {
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

    /**
     * Returns the value of {@code Content-Length} (RFC 9110 §8.6).
     *
     * @param text any text
     * @return the length in bytes, 0 or more; −1 if the text is not {@code 1*DIGIT}, or more than 999,999,999,999,999,999
     */
    public static long length(String text) {
        long value = digits(text, 0, text.length());
        return value > MAX_LENGTH ? -1 : value;
    }

    private static int lower(char c) {
        return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
    }
}
