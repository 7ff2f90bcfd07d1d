package dev.gangway.http.syntax;

import java.util.HexFormat;

/** Text as Python's {@code repr()} shows it, which error messages and log lines contain. */
public final class PythonText {
    /** The types of {@link Character#getType(int)} that {@code str.isprintable()} refuses. */
    private static final int NOT_PRINTABLE = 1 << Character.CONTROL
            | 1 << Character.FORMAT
            | 1 << Character.SURROGATE
            | 1 << Character.PRIVATE_USE
            | 1 << Character.UNASSIGNED
            | 1 << Character.LINE_SEPARATOR
            | 1 << Character.PARAGRAPH_SEPARATOR
            | 1 << Character.SPACE_SEPARATOR;

    private PythonText() {}

    /**
     * Quotes a text ({@code repr(text)}, {@code %r}): in apostrophes, or in quotation marks if it holds apostrophes
     * only; what cannot be printed is escaped. Beyond Latin-1 that is decided by the Unicode version of this JVM.
     *
     * @param text any text; a surrogate that stands alone is escaped
     * @return a Python string literal of the text, on one line
     */
    public static String repr(String text) {
        return quote(text, false);
    }

    /**
     * Quotes a text as {@link #repr(String)} does, everything but ASCII escaped ({@code ascii(text)}, {@code %a}).
     *
     * @param text any text
     * @return a Python string literal of the text in ASCII
     */
    public static String ascii(String text) {
        return quote(text, true);
    }

    private static String quote(String text, boolean asciiOnly) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder literal = new StringBuilder(text.length() + 16).append(quote);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == quote || c == '\\') {
                literal.append('\\').append((char) c);
            } else if (isShown(c, asciiOnly)) {
                literal.appendCodePoint(c);
            } else {
                escape(literal, c);
            }
            i += Character.charCount(c);
        }
        return literal.append(quote).toString();
    }

    private static boolean isShown(int c, boolean asciiOnly) {
        if (c < 0x7f) {
            return c >= ' ';
        }
        return !asciiOnly && (NOT_PRINTABLE >> Character.getType(c) & 1) == 0;
    }

    private static void escape(StringBuilder literal, int c) {
        switch (c) {
            case '\t':
                literal.append("\\t");
                break;
            case '\n':
                literal.append("\\n");
                break;
            case '\r':
                literal.append("\\r");
                break;
            default:
                if (c <= 0xff) {
                    hex(literal.append("\\x"), c, 2);
                } else if (c <= 0xffff) {
                    hex(literal.append("\\u"), c, 4);
                } else {
                    hex(literal.append("\\U"), c, 8);
                }
        }
    }

    /**
     * Appends a number in lower-case hexadecimal.
     *
     * @param text where to append it
     * @param number the number
     * @param digits how many digits to write, 1 to 8; those in front are left out if there are more
     */
    public static void hex(StringBuilder text, int number, int digits) {
        text.append(HexFormat.of().toHexDigits(number, digits));
    }
}
