package dev.gangway.standalone.port;

/** Literals of Java. */
final class JavaText {
    private JavaText() {}

    static String string(String text) {
        StringBuilder java = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> java.append("\\\"");
                case '\\' -> java.append("\\\\");
                case '\n' -> java.append("\\n");
                case '\r' -> java.append("\\r");
                case '\t' -> java.append("\\t");
                default -> java.append(isShown(c) ? String.valueOf(c) : String.format("\\u%04x", (int) c));
            }
        }
        return java.append('"').toString();
    }

    private static boolean isShown(char c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE;
    }

    /** Returns text for a comment: Java reads a backslash and a u as a character there, too. */
    static String comment(String text) {
        return text.replace("\\u", "\\ u").replace("*/", "* /").stripTrailing();
    }
}
