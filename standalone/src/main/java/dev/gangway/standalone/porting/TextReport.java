package dev.gangway.standalone.porting;

import java.io.PrintStream;
import java.util.List;

/** Prints results for a person to read. */
final class TextReport {
    private static final String RED = "\033[31m";
    private static final String GREEN = "\033[32m";
    private static final String BOLD = "\033[1m";
    private static final String PLAIN = "\033[0m";

    private final PrintStream out;
    private final boolean colors;

    TextReport(PrintStream out, boolean colors) {
        this.out = out;
        this.colors = colors;
    }

    void print(List<Result> results) {
        for (Result result : results) {
            String what =
                    result.request().name() + "  " + visible(result.request().requestLine());
            String note = result.isAnswered() ? "" : "  (no answer from either)";
            out.println(result.isSame() ? "same  " + what + note : paint(BOLD, "DIFF  " + what));
            result.differences().forEach(this::print);
        }
        long different = results.stream().filter(result -> !result.isSame()).count();
        out.println(results.size() + " compared, " + different + " different");
        out.flush();
    }

    private void print(Difference difference) {
        out.println("      " + difference.where());
        difference.legacy().lines().forEach(line -> out.println(paint(RED, "      - " + visible(line))));
        difference.port().lines().forEach(line -> out.println(paint(GREEN, "      + " + visible(line))));
    }

    /** What a server sends must not steer the terminal. */
    private static String visible(String text) {
        StringBuilder safe = new StringBuilder();
        text.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                safe.append(String.format("\\x%02x", c));
            } else {
                safe.append((char) c);
            }
        });
        return safe.toString();
    }

    private String paint(String color, String text) {
        return colors ? color + text + PLAIN : text;
    }
}
