package dev.gangway.handler.io;

import dev.gangway.host.RequestInputStream;
import dev.gangway.http.HTTPMessage;
import dev.gangway.http.syntax.Grammar;
import dev.gangway.http.syntax.MessageSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads the header section of a request (RFC 9112 §5, "http.client: parse_headers"). */
public final class FieldParser {
    private FieldParser() {}

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
        String name = null;
        String value = "";
        int sectionBytes = 0;
        for (int lines = 1; ; lines++) {
            byte[] line = in.readline(limits.lineBytes() + 1);
            sectionBytes += line.length;
            checkLimits(limits, line.length, lines, sectionBytes);
            int length = lengthWithoutLineEnd(line);
            boolean continued = length > 0 && Grammar.isOptionalSpace(line[0]);
            if (name != null && !continued) {
                fields.add(name, value);
            }
            if (length == 0) {
                return;
            }
            rejectControls(line, length);
            if (continued) {
                if (name == null) {
                    throw malformed("A header section cannot begin with white space");
                }
                value = Grammar.strip(value + " " + text(line, 0, length));
                continue;
            }
            int colon = colon(line, length);
            name = new String(line, 0, colon, StandardCharsets.ISO_8859_1);
            value = text(line, colon + 1, length);
        }
    }

    private static void checkLimits(HeadLimits limits, int lineBytes, int lines, int sectionBytes)
            throws MessageSyntaxException {
        if (lineBytes > limits.lineBytes()) {
            throw new MessageSyntaxException(
                    431, "Line too long", "got more than " + limits.lineBytes() + " bytes when reading header line");
        }
        if (lines > limits.lines()) {
            throw new MessageSyntaxException(431, "Too many headers", "got more than " + limits.lines() + " headers");
        }
        if (sectionBytes > limits.sectionBytes()) {
            throw new MessageSyntaxException(
                    431, "Headers too long", "got more than " + limits.sectionBytes() + " bytes of headers");
        }
    }

    private static int lengthWithoutLineEnd(byte[] line) {
        int length = line.length;
        if (length > 0 && line[length - 1] == '\n') {
            length--;
            if (length > 0 && line[length - 1] == '\r') {
                length--;
            }
        }
        return length;
    }

    private static void rejectControls(byte[] line, int length) throws MessageSyntaxException {
        for (int i = 0; i < length; i++) {
            if (line[i] == 0 || line[i] == '\r') {
                throw malformed("A header line has a NUL or a bare CR in it");
            }
        }
    }

    private static int colon(byte[] line, int length) throws MessageSyntaxException {
        int i = 0;
        while (i < length && Grammar.isTokenChar(line[i] & 0xff)) {
            i++;
        }
        if (i == 0 || i == length || line[i] != ':') {
            throw malformed("A header line has no name made of token characters with a colon right behind it");
        }
        return i;
    }

    private static String text(byte[] line, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Grammar.isOptionalSpace(line[start])) {
            start++;
        }
        while (end > start && Grammar.isOptionalSpace(line[end - 1])) {
            end--;
        }
        return new String(line, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static MessageSyntaxException malformed(String explain) {
        return new MessageSyntaxException(400, "Bad header line", explain);
    }
}
