package dev.gangway.standalone.port;

import java.util.ArrayList;
import java.util.List;

/** Breaks lines of Java that are longer than 120 columns, where the project's format breaks them. */
final class LineLayout {
    private static final int COLUMNS = 120;
    private static final int CONTINUED = 8;
    private static final List<String> OPERATORS = List.of(" && ", " || ", " + ", " ? ", " : ");

    private LineLayout() {}

    /**
     * Lays a line out.
     *
     * @param columns the indentation
     * @param text one statement, or the head of a block
     */
    static List<String> of(int columns, String text) {
        List<String> lines = new ArrayList<>();
        if (text.startsWith("//")) {
            comment(columns, text, lines);
        } else {
            lay(columns, text, lines);
        }
        return lines;
    }

    private static void comment(int columns, String text, List<String> lines) {
        String rest = text;
        while (columns + rest.length() > COLUMNS) {
            int cut = rest.lastIndexOf(' ', COLUMNS - columns);
            if (cut <= 3) {
                break;
            }
            lines.add(" ".repeat(columns) + rest.substring(0, cut));
            rest = "// " + rest.substring(cut + 1).strip();
        }
        lines.add(" ".repeat(columns) + rest);
    }

    private static boolean fits(int columns, String text) {
        return columns + text.length() <= COLUMNS;
    }

    private static void lay(int columns, String text, List<String> lines) {
        if (fits(columns, text)) {
            lines.add(" ".repeat(columns) + text);
            return;
        }
        int assignment = top(text, " = ", 0);
        String right = assignment < 0 ? "" : text.substring(assignment + 3);
        if (assignment > 0 && fits(columns + CONTINUED, right)) {
            lines.add(" ".repeat(columns) + text.substring(0, assignment + 2));
            lines.add(" ".repeat(columns + CONTINUED) + right);
            return;
        }
        List<String> parts = operands(text, assignment < 0 ? 0 : assignment + 3);
        if (parts.size() > 1) {
            fill(columns, parts, lines);
            return;
        }
        int open = lastOpen(text);
        if (open < 0) {
            lines.add(" ".repeat(columns) + text);
            return;
        }
        int close = matching(text, open);
        String args = text.substring(open + 1, close);
        String tail = text.substring(close);
        lines.add(" ".repeat(columns) + text.substring(0, open + 1));
        if (fits(columns + CONTINUED, args + tail)) {
            lines.add(" ".repeat(columns + CONTINUED) + args + tail);
            return;
        }
        List<String> all = split(args);
        for (int i = 0; i < all.size(); i++) {
            lay(columns + CONTINUED, all.get(i) + (i + 1 < all.size() ? "," : tail), lines);
        }
    }

    private static void fill(int columns, List<String> parts, List<String> lines) {
        StringBuilder line = new StringBuilder(parts.get(0));
        int indent = columns;
        for (String part : parts.subList(1, parts.size())) {
            if (!fits(indent, line + " " + part)) {
                flush(indent, line.toString(), lines);
                indent = columns + CONTINUED;
                line.setLength(0);
                line.append(part);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(part);
            }
        }
        flush(indent, line.toString(), lines);
    }

    private static void flush(int columns, String text, List<String> lines) {
        if (fits(columns, text) || lastOpen(text) < 0) {
            lines.add(" ".repeat(columns) + text);
        } else {
            lay(columns, text, lines);
        }
    }

    /** Splits before the operators that stand outside of brackets. */
    private static List<String> operands(String text, int from) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int at = from;
        while (true) {
            int next = -1;
            for (String operator : OPERATORS) {
                int found = top(text, operator, at);
                next = found >= 0 && (next < 0 || found < next) ? found : next;
            }
            if (next < 0) {
                break;
            }
            parts.add(text.substring(start, next));
            start = next + 1;
            at = next + 2;
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Returns where a text stands outside of brackets and strings, or -1. */
    private static int top(String text, String wanted, int from) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfString(text, i);
                continue;
            }
            if (depth == 0 && i >= from && text.startsWith(wanted, i)) {
                return i;
            }
            depth += c == '(' || c == '{' || c == '[' ? 1 : c == ')' || c == '}' || c == ']' ? -1 : 0;
        }
        return -1;
    }

    private static int endOfString(String text, int start) {
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length() - 1);
    }

    /** Returns the bracket whose content is broken: the last one outside of others that is not empty. */
    private static int lastOpen(String text) {
        int depth = 0;
        int found = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfString(text, i);
            } else if (c == '(') {
                if (depth == 0 && i + 1 < text.length() && text.charAt(i + 1) != ')') {
                    found = i;
                }
                depth++;
            } else if (c == ')') {
                depth--;
            }
        }
        return found;
    }

    private static int matching(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfString(text, i);
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return text.length() - 1;
    }

    private static List<String> split(String args) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < args.length(); i++) {
            char c = args.charAt(i);
            if (c == '"') {
                i = endOfString(args, i);
            } else if (c == '(' || c == '{' || c == '[' || c == '<') {
                depth++;
            } else if (c == ')' || c == '}' || c == ']' || c == '>' && (i == 0 || args.charAt(i - 1) != '-')) {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(args.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(args.substring(start).strip());
        return parts;
    }
}
