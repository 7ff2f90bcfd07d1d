package dev.gangway.handler.files;

import dev.gangway.http.syntax.NameText;
import dev.gangway.http.syntax.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Writes the page that lists a directory, byte for byte as CPython's {@code list_directory}.
 *
 * <p>A name that is not UTF-8 is shown as the bytes it is, and its link leads back to the file. A link is never read as
 * one with a scheme: the colon of {@code a:b} is encoded.
 */
public final class DirectoryListing {
    /** The page's media type. */
    public static final String CONTENT_TYPE = "text/html; charset=utf-8";

    private static final byte[] FOOT = "</ul>\n<hr>\n</body>\n</html>\n".getBytes(StandardCharsets.US_ASCII);

    private DirectoryListing() {}

    /**
     * Writes the page.
     *
     * @param target the target of the request, which the page's title shows decoded
     * @param lines the lines of the entries, in {@link #lines(List)}
     * @return the page
     */
    public static byte[] page(String target, byte[] lines) {
        StringBuilder title = new StringBuilder("Directory listing for ");
        escape(title, decoded(target));
        byte[] head =
                NameText.encodeLossy("<!DOCTYPE HTML>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
                        + title + "</title>\n</head>\n<body>\n<h1>" + title + "</h1>\n<hr>\n<ul>\n");
        byte[] page = Arrays.copyOf(head, head.length + lines.length + FOOT.length);
        System.arraycopy(lines, 0, page, head.length, lines.length);
        System.arraycopy(FOOT, 0, page, head.length + lines.length, FOOT.length);
        return page;
    }

    /**
     * Writes the lines of the entries.
     *
     * @param entries the directory's entries in any order
     * @return a line for each, in the order of their names
     */
    public static byte[] lines(List<DirectoryEntry> entries) {
        StringBuilder lines = new StringBuilder(96 * entries.size());
        for (Line line : sorted(entries)) {
            append(lines, line.entry());
        }
        return NameText.encodeLossy(lines.toString());
    }

    private static void append(StringBuilder page, DirectoryEntry entry) {
        page.append("<li><a href=\"");
        quote(page, entry.name());
        page.append(entry.directory() ? "/\">" : "\">");
        escape(page, entry.name());
        page.append(entry.link() ? "@" : entry.directory() ? "/" : "").append("</a></li>\n");
    }

    private record Line(String key, DirectoryEntry entry) implements Comparable<Line> {
        /** Compares as Python does after {@code lower()}; names that differ in case alone go by code point. */
        @Override
        public int compareTo(Line other) {
            int order = compareCodePoints(key, other.key);
            return order != 0 ? order : compareCodePoints(entry.name(), other.entry.name());
        }
    }

    private static Line[] sorted(List<DirectoryEntry> entries) {
        Line[] lines = new Line[entries.size()];
        for (int i = 0; i < lines.length; i++) {
            DirectoryEntry entry = entries.get(i);
            lines[i] = new Line(entry.name().toLowerCase(Locale.ROOT), entry);
        }
        Arrays.sort(lines);
        return lines;
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

    /** Appends text for HTML outside of attributes ({@code html.escape(quote=False)}). */
    private static void escape(StringBuilder to, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                default -> to.append(c);
            }
        }
    }

    /** Shows a target as {@code urllib.parse.unquote} decodes it; surrogates, which make CPython fail, are replaced. */
    private static String decoded(String target) {
        byte[] bytes = PercentCoding.decode(target);
        if (bytes == null) {
            bytes = PercentCoding.decodeReplacing(target);
        }
        return bytes == null ? target : NameText.decode(bytes);
    }

    /** Appends a name as a link. */
    private static void quote(StringBuilder to, String name) {
        to.append(isSafe(name) ? name : PercentCoding.quote(NameText.encodeLossy(name)));
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
