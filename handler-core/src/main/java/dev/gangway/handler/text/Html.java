package dev.gangway.handler.text;

import org.jspecify.annotations.Nullable;

/** Text into HTML ({@code html.escape}). */
public final class Html {
    private Html() {}

    /**
     * Escapes the characters that have a meaning in the content of an element ({@code html.escape(text, quote=False)}).
     *
     * @param text any text
     * @return the text with {@code &}, {@code <} and {@code >} as character references; not fit for an attribute
     */
    public static String escape(String text) {
        return escape(text, false);
    }

    /**
     * Escapes the characters that have a meaning in HTML, quotes included ({@code html.escape(text)}).
     *
     * @param text any text
     * @return the text with {@code & < > " '} as character references, fit for a quoted attribute
     */
    public static String escapeQuoted(String text) {
        return escape(text, true);
    }

    private static String escape(String text, boolean quotes) {
        StringBuilder escaped = null;
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            String reference = reference(text.charAt(i), quotes);
            if (reference != null) {
                if (escaped == null) {
                    escaped = new StringBuilder(text.length() + 32);
                }
                escaped.append(text, copied, i).append(reference);
                copied = i + 1;
            }
        }
        return escaped == null
                ? text
                : escaped.append(text, copied, text.length()).toString();
    }

    private static @Nullable String reference(char c, boolean quotes) {
        switch (c) {
            case '&':
                return "&amp;";
            case '<':
                return "&lt;";
            case '>':
                return "&gt;";
            case '"':
                return quotes ? "&quot;" : null;
            case '\'':
                return quotes ? "&#x27;" : null;
            default:
                return null;
        }
    }
}
