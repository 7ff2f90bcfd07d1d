package dev.gangway.files;

import java.util.List;

/** The field {@code Vary} (RFC 9110 §12.5.5); a response has one, for all request fields that it depends on. */
final class VaryField {
    private static final String START = "Vary: ";

    private VaryField() {}

    /** Joins the fields of this name into the first one; the lines are those of a head. */
    static void join(List<String> lines) {
        int first = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith(START)) {
                continue;
            }
            if (first < 0) {
                first = i;
            } else {
                lines.set(first, lines.get(first) + ", " + lines.remove(i--).substring(START.length()));
            }
        }
    }
}
