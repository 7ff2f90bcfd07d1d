package dev.gangway.handler.files;

/**
 * Decodes the percent-encoding of a path as {@code urllib.parse.unquote} does for file names, once.
 *
 * <p>Bytes that are UTF-8 become text; a lone surrogate in UTF-8's form becomes that surrogate ({@code surrogatepass}),
 * which is how a link to a name that is not UTF-8 comes back (see {@link NameText}). If anything else is ill-formed,
 * all of it is decoded once more with U+FFFD for what is not UTF-8. Characters that are not ASCII stay as they are, and
 * so does a percent sign without two digits.
 */
public final class UnquotedPath {
    /** Stands for every surrogate that no file name holds: two of them must not look like a pair. */
    private static final char UNMAPPABLE = '\uDC00';

    private static final char REPLACEMENT = '\uFFFD';

    private final String path;
    private final StringBuilder text;
    private final byte[] run;

    private UnquotedPath(String path) {
        this.path = path;
        this.text = new StringBuilder(path.length());
        this.run = new byte[path.length()];
    }

    /**
     * Decodes a path, or any other text.
     *
     * @param path the text as it was sent
     * @return the decoded text
     */
    public static String of(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        UnquotedPath unquoted = new UnquotedPath(path);
        if (!unquoted.decode(true)) {
            unquoted.text.setLength(0);
            unquoted.decode(false);
        }
        return unquoted.text.toString();
    }

    private boolean decode(boolean strict) {
        int at = 0;
        while (at < path.length()) {
            int length = 0;
            while (at < path.length() && path.charAt(at) < 0x80) {
                int decoded = path.charAt(at) == '%' ? pair(at + 1) : -1;
                run[length++] = (byte) (decoded < 0 ? path.charAt(at) : decoded);
                at += decoded < 0 ? 1 : 3;
            }
            if (!append(length, strict)) {
                return false;
            }
            while (at < path.length() && path.charAt(at) >= 0x80) {
                text.append(path.charAt(at++));
            }
        }
        return true;
    }

    private boolean append(int end, boolean strict) {
        int at = 0;
        while (at < end) {
            int length = Utf8.sequence(run, at, end);
            if (length > 0) {
                text.appendCodePoint(Utf8.codePoint(run, at, length));
                at += length;
            } else if (!strict) {
                text.append(REPLACEMENT);
                at -= length;
            } else if (Utf8.isSurrogate(run, at, end)) {
                int surrogate = Utf8.codePoint(run, at, 3);
                text.append(NameText.isEscape(surrogate) ? (char) surrogate : UNMAPPABLE);
                at += 3;
            } else {
                return false;
            }
        }
        return true;
    }

    private int pair(int at) {
        if (at + 2 > path.length()) {
            return -1;
        }
        int high = hexDigit(path.charAt(at));
        int low = hexDigit(path.charAt(at + 1));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int hexDigit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
