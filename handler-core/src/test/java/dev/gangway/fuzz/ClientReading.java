package dev.gangway.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One way in which a client may read a response: where the grammar leaves no doubt, all ways find the same end of it.
 *
 * @param crEndsLines whether a bare CR ends a line, as in Python's {@code email} package
 * @param lastLength whether the last of several lengths counts, and not the first
 * @param strictCoding whether {@code chunked} counts only if it is the whole value of one field
 * @param trimsNames whether white space before a colon is forgiven
 * @param stopsAtOddLines whether a line that is no field ends the fields, as in Python's {@code email} package
 * @param foldsAreFields whether a line that begins with white space is a field of its own
 */
record ClientReading(
        boolean crEndsLines,
        boolean lastLength,
        boolean strictCoding,
        boolean trimsNames,
        boolean stopsAtOddLines,
        boolean foldsAreFields) {
    /** What {@link #end} returns for content that ends with the connection, or a response that is not whole. */
    static final int WITH_CONNECTION = -1;

    /** What {@link #end} returns where the client gives up. */
    static final int REFUSED = -2;

    /** Returns all ways. */
    static List<ClientReading> all() {
        List<ClientReading> all = new ArrayList<>();
        for (int bits = 0; bits < 64; bits++) {
            all.add(new ClientReading(
                    (bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0, (bits & 8) > 0, (bits & 16) > 0, (bits & 32) > 0));
        }
        return all;
    }

    /** Returns where the first final response ends. */
    int end(byte[] bytes, boolean head) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = 0;
        while (true) {
            List<String> lines = new ArrayList<>();
            at = readHead(text, at, lines);
            if (at < 0 || lines.isEmpty() || !lines.get(0).matches("HTTP/1\\.[0-9] [1-9][0-9]{2}( .*)?")) {
                return REFUSED;
            }
            int status = Integer.parseInt(lines.get(0).substring(9, 12));
            if (status == 101 || status >= 200) {
                return contentEnd(text, at, lines, head || status == 204 || status == 304 || status == 101);
            }
        }
    }

    /** Reads lines up to the empty one; returns where they end, or −1. */
    private int readHead(String text, int from, List<String> lines) {
        int at = from;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && !(crEndsLines && text.charAt(end) == '\r')) {
                end++;
            }
            if (end == text.length()) {
                return -1;
            }
            String line = text.substring(at, end);
            boolean crLf = text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
            at = crLf ? end + 2 : end + 1;
            line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (line.isEmpty()) {
                return at;
            }
            lines.add(line);
        }
        return -1;
    }

    private int contentEnd(String text, int at, List<String> lines, boolean none) {
        List<String> lengths = values(lines, "content-length");
        List<String> codings = values(lines, "transfer-encoding");
        if (none) {
            return at;
        }
        boolean chunked = strictCoding
                ? !codings.isEmpty() && codings.get(0).equals("chunked")
                : String.join(",", codings).matches("(.*[, \\t])?chunked[, \\t]*");
        if (chunked) {
            return chunksEnd(text, at);
        }
        if (!codings.isEmpty() && !strictCoding || lengths.isEmpty()) {
            return WITH_CONNECTION;
        }
        String length = lengths.get(lastLength ? lengths.size() - 1 : 0);
        if (!length.matches("[0-9]{1,15}")) {
            return REFUSED;
        }
        long end = at + Long.parseLong(length);
        return end <= text.length() ? (int) end : WITH_CONNECTION;
    }

    private List<String> values(List<String> lines, String name) {
        List<String> values = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            boolean fold = line.startsWith(" ") || line.startsWith("\t");
            String field = fold && foldsAreFields ? line.strip() : line;
            int colon = field.indexOf(':');
            String before = colon < 0 ? "" : field.substring(0, colon);
            String found = trimsNames ? before.strip() : before;
            if (fold && !foldsAreFields) {
                continue;
            }
            if (stopsAtOddLines && !found.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
                return values;
            }
            if (found.toLowerCase(Locale.ROOT).equals(name)) {
                values.add(field.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
            }
        }
        return values;
    }

    private static int chunksEnd(String text, int from) {
        int at = from;
        while (true) {
            int line = text.indexOf("\r\n", at);
            if (line < 0) {
                return WITH_CONNECTION;
            }
            String size = text.substring(at, line).split("[; \\t]", 2)[0];
            if (!size.matches("[0-9A-Fa-f]{1,15}")) {
                return REFUSED;
            }
            long length = Long.parseLong(size, 16);
            at = line + 2;
            if (length == 0) {
                for (int end = text.indexOf("\r\n", at); end != at; end = text.indexOf("\r\n", at)) {
                    if (end < 0) {
                        return WITH_CONNECTION;
                    }
                    at = end + 2;
                }
                return at + 2;
            }
            if (at + length + 2 > text.length()) {
                return WITH_CONNECTION;
            }
            at += (int) length + 2;
        }
    }
}
