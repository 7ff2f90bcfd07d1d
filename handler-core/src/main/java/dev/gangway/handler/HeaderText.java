package dev.gangway.handler;

import dev.gangway.http.syntax.GivenField;
import org.jspecify.annotations.Nullable;

/** Keeps what would split a response out of header lines. */
final class HeaderText {
    private HeaderText() {}

    static void check(String what, @Nullable String text) {
        if (text != null) {
            GivenField.check(what, text);
        }
    }
}
