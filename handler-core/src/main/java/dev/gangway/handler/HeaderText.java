package dev.gangway.handler;

import org.jspecify.annotations.Nullable;

/** Keeps what would split a response out of header lines. */
final class HeaderText {
    private HeaderText() {}

    static void check(String what, @Nullable String text) {
        if (text == null) {
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == 0 || c > 0xff) {
                throw new IllegalArgumentException(String.format(
                        "%s has the character U+%04X at index %d; allowed is ISO-8859-1 without CR, LF and NUL",
                        what, (int) c, i));
            }
        }
    }
}
