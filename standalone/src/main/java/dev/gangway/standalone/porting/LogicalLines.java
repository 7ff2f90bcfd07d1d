package dev.gangway.standalone.porting;

import java.util.ArrayList;
import java.util.List;

/** Joins the lines of a Python module to logical ones: brackets, triple quotes and backslashes go on. */
final class LogicalLines {
    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private int at;
    private int depth;

    /**
     * A logical line.
     *
     * @param number of its first physical line, counted from 1
     * @param last the number of its last physical line
     * @param indent how many columns it is indented, a tab counted as up to eight
     * @param text from its first character to its last, without comments
     */
    record Line(int number, int last, int indent, String text) {}

    private LogicalLines(String text) {
        this.text = text;
    }

    static List<Line> of(String text) {
        LogicalLines reader = new LogicalLines(text.replace("\r\n", "\n") + "\n");
        int number = 1;
        while (reader.at < reader.text.length()) {
            int start = reader.at;
            String line = reader.next();
            int taken = (int) reader.text
                    .substring(start, reader.at)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            if (!line.isBlank()) {
                reader.lines.add(new Line(number, number + taken - 1, indent(line), line.strip()));
            }
            number += taken;
        }
        return reader.lines;
    }

    private static int indent(String line) {
        int column = 0;
        for (int i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
            column = line.charAt(i) == '\t' ? column / 8 * 8 + 8 : column + 1;
        }
        return column;
    }

    private String next() {
        StringBuilder line = new StringBuilder();
        depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                line.append(string(c));
                continue;
            }
            at++;
            if (c == '#') {
                at = text.indexOf('\n', at);
            } else if (c == '\\' && text.startsWith("\n", at)) {
                at++;
            } else if (c == '\n') {
                if (depth <= 0) {
                    return line.toString();
                }
                line.append(' ');
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                line.append(c);
            }
        }
        return line.toString();
    }

    private String string(char quote) {
        int start = at;
        String triple = String.valueOf(quote).repeat(3);
        boolean isTriple = text.startsWith(triple, at);
        String end = isTriple ? triple : String.valueOf(quote);
        at += end.length();
        while (at < text.length() && !text.startsWith(end, at)) {
            if (!isTriple && text.charAt(at) == '\n') {
                return text.substring(start, at); // malformed, or an apostrophe somewhere odd
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + end.length(), text.length());
        return text.substring(start, at);
    }
}
