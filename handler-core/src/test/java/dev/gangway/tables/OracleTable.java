package dev.gangway.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers of CPython 3.13, recorded by {@code src/test/python/record_words.py}. */
public final class OracleTable {
    private OracleTable() {}

    /** A case: its cells in the order of the table's first line. */
    public record Row(int line, List<@Nullable String> cells) {
        /** The cell; fails on Python's None. */
        public String text(int column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalStateException("None in line " + line);
            }
            return cell;
        }

        /** The cell, null for Python's None. */
        public @Nullable String nullable(int column) {
            return cells.get(column);
        }

        /** The cell as a number. */
        public int number(int column) {
            return Integer.parseInt(text(column));
        }

        @Override
        public String toString() {
            return "line " + line + ": " + cells;
        }
    }

    /** Reads the table of that name. */
    public static List<Row> rows(String name) {
        try (InputStream in = OracleTable.class.getResourceAsStream(name + ".tsv")) {
            if (in == null) {
                throw new IllegalStateException("no table " + name);
            }
            String[] lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n", -1);
            List<Row> rows = new ArrayList<>();
            for (int i = 1; i < lines.length - 1; i++) {
                List<@Nullable String> cells = new ArrayList<>();
                for (String cell : lines[i].split("\t", -1)) {
                    cells.add(cell.equals("\\0") ? null : unescaped(cell));
                }
                rows.add(new Row(i + 1, cells));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String cell) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (cell.charAt(++i) == '\\') {
                text.append('\\');
            } else {
                text.append((char) Integer.parseInt(cell.substring(i + 1, i + 5), 16));
                i += 4;
            }
        }
        return text.toString();
    }
}
