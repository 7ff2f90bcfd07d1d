package dev.gangway.handler.io;

import dev.gangway.host.RequestInputStream;
import dev.gangway.http.HTTPMessage;
import dev.gangway.http.syntax.Grammar;
import dev.gangway.http.syntax.MessageSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the header section of a request (RFC 9112 §5, "http.client: parse_headers"): first all of its bytes, then the fields
 * in them. Values stay bytes until a handler asks for them.
 */
public final class FieldParser {
    private static final int LEAST_BYTES = 256;
    private static final int MOST_BYTES_AT_FIRST = 8192;

    private final HTTPMessage fields;
    private final HeadLimits limits;
    private byte[] section;
    private int length;
    private int position;

    private FieldParser(RequestInputStream in, HTTPMessage fields, HeadLimits limits) {
        this.fields = fields;
        this.limits = limits;
        this.section = new byte[Math.max(LEAST_BYTES, Math.min(in.buffered(), MOST_BYTES_AT_FIRST))];
    }

    /**
     * Reads field lines up to the empty line, or to the end of the stream.
     *
     * @param in the stream, at the first field line; left at the first byte of the content
     * @param fields where the fields go
     * @param limits how much to take
     * @throws MessageSyntaxException with 431 if a limit is passed, with 400 if a line is malformed
     * @throws IOException if the stream fails
     */
    public static void parse(RequestInputStream in, HTTPMessage fields, HeadLimits limits)
            throws MessageSyntaxException, IOException {
        FieldParser parser = new FieldParser(in, fields, limits);
        int lines = 1;
        while (!parser.readLine(in, lines)) {
            lines++;
        }
        parser.parseLines();
    }

    /** Reads one more line; true if it is the last one. */
    private boolean readLine(RequestInputStream in, int lines) throws MessageSyntaxException, IOException {
        int start = length;
        int n;
        do {
            if (length == section.length) {
                section = Arrays.copyOf(section, length * 2);
            }
            long most = limits.lineBytes() + 1L - (length - start);
            n = in.readline(section, length, (int) Math.min(section.length - length, most));
            length += n;
        } while (n > 0 && section[length - 1] != '\n' && length - start <= limits.lineBytes());
        checkLimits(length - start, lines);
        return switch (length - start) {
            case 0 -> true;
            case 1 -> section[start] == '\n';
            case 2 -> section[start] == '\r' && section[start + 1] == '\n';
            default -> false;
        };
    }

    private void checkLimits(int lineBytes, int lines) throws MessageSyntaxException {
        if (lineBytes > limits.lineBytes()) {
            throw new MessageSyntaxException(
                    431, "Line too long", "got more than " + limits.lineBytes() + " bytes when reading header line");
        }
        if (lines > limits.lines()) {
            throw new MessageSyntaxException(431, "Too many headers", "got more than " + limits.lines() + " headers");
        }
        if (length > limits.sectionBytes()) {
            throw new MessageSyntaxException(
                    431, "Headers too long", "got more than " + limits.sectionBytes() + " bytes of headers");
        }
    }

    private void parseLines() throws MessageSyntaxException {
        if (length > 0 && Grammar.isOptionalSpace(section[0])) {
            throw malformed("A header section cannot begin with white space");
        }
        while (true) {
            int start = position;
            int end = endOfLine();
            if (end == start) {
                return;
            }
            int colon = colon(start, end);
            if (goesOn()) {
                fields.add(text(start, colon), unfold(text(colon + 1, end)));
            } else {
                int from = skipSpace(colon + 1, end);
                fields.add(section, start, colon, from, cutSpace(from, end));
            }
        }
    }

    /** Moves behind the line at the position, and returns where it ends; its line end does not count. */
    private int endOfLine() throws MessageSyntaxException {
        int at = position;
        while (at < length && section[at] != '\n' && section[at] != '\r' && section[at] != 0) {
            at++;
        }
        int end = at;
        if (at < length && section[at] == '\r') {
            at++;
        }
        if (at == length ? end < length : section[at] != '\n') {
            throw malformed("A header line has a NUL or a bare CR in it");
        }
        position = Math.min(length, at + 1);
        return end;
    }

    private int colon(int start, int end) throws MessageSyntaxException {
        int at = start;
        while (at < end && Grammar.isTokenChar(section[at] & 0xff)) {
            at++;
        }
        if (at == start || at == end || section[at] != ':') {
            throw malformed("A header line has no name made of token characters with a colon right behind it");
        }
        return at;
    }

    /** Whether the next line belongs to the field before it (RFC 9112 §5.2, obs-fold). */
    private boolean goesOn() {
        return position < length && Grammar.isOptionalSpace(section[position]);
    }

    private String unfold(String first) throws MessageSyntaxException {
        String value = first;
        while (goesOn()) {
            int start = position;
            value = Grammar.strip(value + " " + text(start, endOfLine()));
        }
        return value;
    }

    private String text(int start, int end) {
        int from = skipSpace(start, end);
        return new String(section, from, cutSpace(from, end) - from, StandardCharsets.ISO_8859_1);
    }

    private int skipSpace(int start, int end) {
        int from = start;
        while (from < end && Grammar.isOptionalSpace(section[from])) {
            from++;
        }
        return from;
    }

    private int cutSpace(int start, int end) {
        int to = end;
        while (to > start && Grammar.isOptionalSpace(section[to - 1])) {
            to--;
        }
        return to;
    }

    private static MessageSyntaxException malformed(String explain) {
        return new MessageSyntaxException(400, "Bad header line", explain);
    }
}
