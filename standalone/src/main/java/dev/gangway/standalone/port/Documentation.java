package dev.gangway.standalone.port;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes docstrings as Javadoc. */
final class Documentation {
    private Documentation() {}

    /** Keeps the docstring of a function or class. */
    static void of(@Nullable String text, Out out) {
        if (text == null || text.isBlank()) {
            return;
        }
        List<String> lines = text.strip().lines().map(String::strip).toList();
        List<String> safe = lines.stream()
                .map(line -> JavaText.comment(line)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("@", "&#64;"))
                .toList();
        if (safe.size() == 1 && safe.get(0).length() < 100) {
            out.line("/** " + safe.get(0) + " */");
            return;
        }
        out.line("/**");
        for (String line : safe) {
            out.line(line.isEmpty() ? " *" : " * " + line);
        }
        out.line(" */");
    }
}
