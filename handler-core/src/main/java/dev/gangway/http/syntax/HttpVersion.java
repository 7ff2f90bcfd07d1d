package dev.gangway.http.syntax;

/**
 * A protocol version (RFC 9112 §2.3).
 *
 * @param text as it stands in the request line, {@code HTTP/1.1} for example
 * @param major the digit before the dot
 * @param minor the digit after the dot
 */
public record HttpVersion(String text, int major, int minor) {
    private static final HttpVersion HTTP_1_0 = new HttpVersion("HTTP/1.0", 1, 0);
    private static final HttpVersion HTTP_1_1 = new HttpVersion("HTTP/1.1", 1, 1);

    /**
     * Reads the last word of a request line.
     *
     * @param word the word
     * @return the version, 0.0 to 1.9
     * @throws MessageSyntaxException with 400 if it is not {@code HTTP/DIGIT.DIGIT}, with 505 if it is 2.0 or more
     */
    public static HttpVersion parse(String word) throws MessageSyntaxException {
        if (word.equals(HTTP_1_1.text)) {
            return HTTP_1_1;
        }
        if (word.equals(HTTP_1_0.text)) {
            return HTTP_1_0;
        }
        int dot = word.indexOf('.');
        if (!word.startsWith("HTTP/") || !isNumber(word, 5, dot) || !isNumber(word, dot + 1, word.length())) {
            throw bad(word);
        }
        if (Long.parseLong(word, 5, dot, 10) >= 2) {
            throw new MessageSyntaxException(505, "Invalid HTTP version (" + word.substring(5) + ")");
        }
        if (word.length() != HTTP_1_1.text.length()) {
            throw bad(word);
        }
        return new HttpVersion(word, word.charAt(5) - '0', word.charAt(7) - '0');
    }

    /**
     * Reads a version as a host names it that has parsed the request, HTTP/2 and later too.
     *
     * @param text {@code HTTP/2.0} for example
     * @return the version; one that cannot be read counts as 0.0
     */
    public static HttpVersion ofHost(String text) {
        if (text.equals(HTTP_1_1.text)) {
            return HTTP_1_1;
        }
        boolean wellFormed = text.length() == HTTP_1_1.text.length()
                && text.startsWith("HTTP/")
                && Grammar.isDigit(text.charAt(5))
                && Grammar.isDigit(text.charAt(7));
        return wellFormed
                ? new HttpVersion(text, text.charAt(5) - '0', text.charAt(7) - '0')
                : new HttpVersion(text, 0, 0);
    }

    /**
     * Tells whether a version that a handler names has persistent connections and chunks. The texts are compared, as Python
     * compares them.
     *
     * @param text {@code HTTP/1.0} for example; any text
     * @return true for {@code HTTP/1.1} and later
     */
    public static boolean is11(String text) {
        return text.compareTo(HTTP_1_1.text) >= 0;
    }

    /**
     * Compares with another version.
     *
     * @param otherMajor the digit before the dot
     * @param otherMinor the digit after the dot
     * @return true if this version is that one or later
     */
    public boolean isAtLeast(int otherMajor, int otherMinor) {
        return major > otherMajor || (major == otherMajor && minor >= otherMinor);
    }

    /** The bound on digits is http.server's own. */
    private static boolean isNumber(String word, int from, int to) {
        if (to <= from || to - from > 10) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!Grammar.isDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static MessageSyntaxException bad(String word) {
        return new MessageSyntaxException(400, "Bad request version (" + PythonText.repr(word) + ")");
    }
}
