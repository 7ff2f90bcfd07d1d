package dev.gangway.handler;

import dev.gangway.http.syntax.GivenField;
import dev.gangway.http.syntax.Grammar;
import org.jspecify.annotations.Nullable;

/** Keeps characters that would split a response out of header lines. */
final class HeaderText {
    private HeaderText() {}

    static void check(String what, @Nullable String text) {
        if (text != null) {
            GivenField.check(what, text);
        }
    }

    /** Checks a field; most fields need no text for a message. Returns whether the name is a token. */
    static boolean checkField(String name, String value) {
        boolean isToken = Grammar.isToken(name);
        if (!isToken) {
            check("the name of a header", name);
        }
        if (GivenField.indexOfForbidden(value) >= 0) {
            check("the value of " + name, value);
        }
        return isToken;
    }
}
