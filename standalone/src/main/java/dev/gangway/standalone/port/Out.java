package dev.gangway.standalone.port;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of Java that grow, each with the statement that it comes from. */
final class Out {
    /**
     * A line.
     *
     * @param indent how many blocks it stands in
     * @param text without the indentation
     * @param origin the Python statement, or null
     */
    record Line(int indent, String text, @Nullable Node origin) {}

    private final List<Line> lines = new ArrayList<>();
    private int indent;
    private @Nullable Node origin;

    Out(int indent) {
        this.indent = indent;
    }

    @Nullable Node origin() {
        return origin;
    }

    void origin(@Nullable Node node) {
        origin = node;
    }

    void line(String text) {
        lines.add(new Line(indent, text, origin));
    }

    void open(String text) {
        line(text + " {");
        indent++;
    }

    void close() {
        close("}");
    }

    /** Ends a block with a line such as {@code } else {}. */
    void close(String text) {
        indent--;
        line(text);
        if (text.endsWith("{")) {
            indent++;
        }
    }

    /** Ends a block with a line that continues an expression. */
    void closeExpression(String text) {
        indent--;
        line(text);
    }

    void blank() {
        lines.add(new Line(0, "", null));
    }

    void addAll(Out other) {
        lines.addAll(other.lines);
    }

    /** Adds lines that were made for another depth. */
    void addShifted(List<Line> others) {
        int least = others.stream().mapToInt(Line::indent).min().orElse(0);
        for (Line other : others) {
            lines.add(new Line(
                    other.indent() - least + indent, other.text(), other.origin() == null ? origin : other.origin()));
        }
    }

    int indent() {
        return indent;
    }

    int size() {
        return lines.size();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Drops all lines behind the first ones. */
    void truncate(int size, int depth) {
        while (lines.size() > size) {
            lines.remove(lines.size() - 1);
        }
        indent = depth;
    }

    /** Writes other lines in the place of one, at its depth. */
    void replace(int index, String... texts) {
        Line old = lines.remove(index);
        for (int i = 0; i < texts.length; i++) {
            lines.add(index + i, new Line(old.indent(), texts[i], old.origin()));
        }
    }

    List<Line> lines() {
        return lines;
    }
}
