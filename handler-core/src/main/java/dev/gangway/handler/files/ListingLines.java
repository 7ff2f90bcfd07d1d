package dev.gangway.handler.files;

import dev.gangway.handler.store.ListingText;
import dev.gangway.handler.text.Html;
import dev.gangway.http.syntax.NameText;
import dev.gangway.http.syntax.PercentCoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Collects the entries of a directory, and writes a line for each in the order of their names. */
final class ListingLines {
    /** Text that is longer is not held in memory: it is made from the names as often as it is read. */
    static final int MAX_HELD_BYTES = 4 << 20;

    /** Text that is surely no longer is made at once. */
    private static final int SHORT_BYTES = 1 << 20;

    private static final int LINE_BYTES = 40;
    private static final int PIECE_CHARS = 16_384;

    private final List<Line> lines = new ArrayList<>();
    private long roughBytes;
    private boolean links;

    /** Takes an entry; its attributes are not kept. */
    void add(DirectoryEntry entry) {
        String name = entry.name();
        lines.add(new Line(name.toLowerCase(Locale.ROOT), name, entry.directory(), entry.link()));
        roughBytes += LINE_BYTES + 10L * name.length();
        links |= entry.link();
    }

    /** Tells whether a symbolic link is among the entries. */
    boolean hasLinks() {
        return links;
    }

    /** Writes the lines of all entries; none is added any more. */
    ListingText text() {
        Collections.sort(lines);
        if (roughBytes <= SHORT_BYTES) {
            StringBuilder text = new StringBuilder(96 * lines.size());
            lines.forEach(line -> line.appendTo(text));
            return ListingText.of(NameText.encodeLossy(text.toString()));
        }
        Made made = new Made(lines, length());
        if (made.length() > MAX_HELD_BYTES) {
            return made;
        }
        try (InputStream text = made.open()) {
            return ListingText.of(text.readNBytes((int) made.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long length() {
        long length = 0;
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.setLength(0);
            line.appendTo(text);
            length += encodedLength(text);
        }
        return length;
    }

    /** Counts the bytes that {@link NameText#encodeLossy(String)} makes: one for each surrogate that stands alone. */
    private static int encodedLength(StringBuilder text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                length += 4;
            } else {
                length += c < 0x80 || Character.isSurrogate(c) ? 1 : c < 0x800 ? 2 : 3;
            }
        }
        return length;
    }

    private record Line(String key, String name, boolean directory, boolean link) implements Comparable<Line> {
        /** Compares as Python does after {@code lower()}; names that differ in case alone go by code point. */
        @Override
        public int compareTo(Line other) {
            int order = compareCodePoints(key, other.key);
            return order != 0 ? order : compareCodePoints(name, other.name);
        }

        void appendTo(StringBuilder text) {
            text.append("<li><a href=\"");
            text.append(isSafe(name) ? name : PercentCoding.quote(NameText.encodeLossy(name)));
            text.append(directory ? "/\">" : "\">");
            text.append(Html.escape(name));
            text.append(link ? "@" : directory ? "/" : "").append("</a></li>\n");
        }

        private static boolean isSafe(String name) {
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                if (!FileNames.isAlphanumeric(c) && c != '.' && c != '-' && c != '_') {
                    return false;
                }
            }
            return true;
        }
    }

    /** {@link String#compareTo} goes by UTF-16, where U+10000 comes before U+E000. */
    private static int compareCodePoints(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return Integer.compare(one.codePointAt(i), other.codePointAt(i));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** Text that is made of the names while it is read. */
    private record Made(List<Line> lines, long length) implements ListingText {
        @Override
        public InputStream open() {
            return new Pieces(lines);
        }
    }

    private static final class Pieces extends InputStream {
        private final List<Line> lines;
        private final StringBuilder text = new StringBuilder(PIECE_CHARS + 1024);
        private byte[] piece = new byte[0];
        private int taken;
        private int next;

        Pieces(List<Line> lines) {
            this.lines = lines;
        }

        @Override
        public int read() {
            return fill() ? piece[taken++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int n = Math.min(length, piece.length - taken);
            System.arraycopy(piece, taken, target, offset, n);
            taken += n;
            return n;
        }

        @Override
        public int available() {
            return piece.length - taken;
        }

        /** Makes the next piece if this one is used up; false at the end. */
        private boolean fill() {
            if (taken < piece.length) {
                return true;
            }
            text.setLength(0);
            while (next < lines.size() && text.length() < PIECE_CHARS) {
                lines.get(next++).appendTo(text);
            }
            piece = NameText.encodeLossy(text.toString());
            taken = 0;
            return piece.length > 0;
        }
    }
}
