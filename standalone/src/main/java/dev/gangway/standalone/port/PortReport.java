package dev.gangway.standalone.port;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes {@code PORTING.txt}: each statement that was left, its place and the reason, and the number of translated ones. */
final class PortReport {
    private final List<String> lines = new ArrayList<>();
    private int all;
    private int left;

    /** Adds the result of a module. */
    void add(PythonTree tree, Report report) {
        int here = 0;
        List<Report.Left> sorted = new ArrayList<>(report.left());
        sorted.sort(Comparator.comparingInt(Report.Left::line));
        for (Report.Left each : sorted) {
            here += each.statements();
            String more = each.statements() == 1 ? "" : " (" + each.statements() + " statements)";
            lines.add(
                    each.file() + ":" + each.line() + ": " + each.reason() + more + "; see " + section(each.reason()));
        }
        all += tree.statements();
        left += Math.min(here, tree.statements());
    }

    private static String section(String reason) {
        return reason.startsWith("the library") || reason.contains("()")
                ? "docs/porting/libraries.md"
                : "docs/porting/port.md";
    }

    boolean isComplete() {
        return left == 0;
    }

    String lastLine() {
        return (all - left) + " of " + all + " statements translated";
    }

    String text() {
        return String.join("\n", lines) + (lines.isEmpty() ? "" : "\n") + lastLine() + "\n";
    }
}
