package dev.gangway.standalone.log;

/** Text from a server or a file, as it may be shown on a terminal. */
public final class Visible {
    private static final int SHOWN_CHARACTERS = 500;

    private Visible() {}

    /**
     * Returns one line in which nothing steers the terminal: control characters and line separators are written as escapes,
     * and a long line is cut.
     *
     * @param text text without line ends, or with line ends to be escaped
     * @return at most about 500 characters and their escapes
     */
    public static String line(String text) {
        String shown = text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text;
        StringBuilder safe = new StringBuilder();
        shown.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                safe.append(String.format("\\x%02x", c));
            } else if (isUnseen(c)) {
                safe.append(String.format("\\u%04x", c));
            } else {
                safe.append((char) c);
            }
        });
        return safe.toString();
    }

    /**
     * Returns the same lines, each as {@link #line} has it.
     *
     * @param text lines
     * @return lines, with no line end after the last
     */
    public static String lines(String text) {
        return String.join("\n", text.lines().map(Visible::line).toList());
    }

    /** Tells of a character that ends a line or turns the direction of the text. */
    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR || type == Character.FORMAT;
    }
}
