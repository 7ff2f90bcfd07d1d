package dev.gangway.standalone.porting;

import dev.gangway.standalone.log.Visible;
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
            String what = Visible.line(result.request().name()) + "  "
                    + Visible.line(result.request().requestLine());
            String note = result.isCut()
                    ? "  (as far as was compared)"
                    : result.isAnswered() ? "" : "  (no answer from either)";
            out.println(result.isSame() ? "same  " + what + note : paint(BOLD, "DIFF  " + what));
            result.differences().forEach(this::print);
        }
        long different = results.stream().filter(result -> !result.isSame()).count();
        out.println(results.size() + " compared, " + different + " different");
        out.flush();
    }

    private void print(Difference difference) {
        out.println("      " + Visible.line(difference.where()));
        difference.legacy().lines().forEach(line -> out.println(paint(RED, "      - " + Visible.line(line))));
        difference.port().lines().forEach(line -> out.println(paint(GREEN, "      + " + Visible.line(line))));
    }

    private String paint(String color, String text) {
        return colors ? color + text + PLAIN : text;
    }
}
