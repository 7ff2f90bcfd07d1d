package dev.gangway.handler.io;

import dev.gangway.http.syntax.Grammar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the head of a response that a handler writes as raw bytes, in any pieces, and makes it mean one thing to every
 * client: each line ends with CR LF, a control character in it is a space (RFC 9112 §2.2, RFC 9110 §5.5), a folded line is
 * joined to the one before (RFC 9112 §5.2), and no white space is left before a colon (RFC 9112 §5.1). Pure: no stream
 * behind it.
 */
final class RawHead {
    /** A "head" that is longer is no head. */
    static final int MAX_BYTES = 262_144;

    private static final byte[] PREFIX = "HTTP/".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] NOTHING = {};

    private final List<String> lines = new ArrayList<>();
    /** All that was taken; {@link #ends} holds where in it each line ends. */
    private byte[] bytes = NOTHING;

    private int[] ends = {};
    private int size;
    private int lineStart;
    private int released;
    private boolean complete;
    private boolean impossible;
    private boolean unclear;

    /** Takes bytes up to the end of the head, or to where it cannot be one; returns how many it took. */
    int accept(byte[] source, int offset, int length) {
        int taken = 0;
        while (taken < length && !complete && !impossible) {
            byte b = source[offset + taken++];
            append(b);
            if (lines.isEmpty() && size <= PREFIX.length && b != PREFIX[size - 1]) {
                impossible = true;
            } else if (b == '\n') {
                endLine();
            }
            impossible |= size > MAX_BYTES;
        }
        return taken;
    }

    boolean isComplete() {
        return complete;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Tells whether the bytes so far cannot be the head of a response. */
    boolean isImpossible() {
        return impossible;
    }

    /** Tells whether there is a status line. */
    boolean hasStatus() {
        return !lines.isEmpty();
    }

    /** Returns the lines without their ends and without the empty one. The list may be edited once the head is complete. */
    List<String> lines() {
        return lines;
    }

    /** Tells whether there are lines that are no field, after which some clients read no further. */
    boolean isUnclear() {
        return unclear;
    }

    /**
     * Returns the lines that a client may see before the head is complete, and that it has not seen: those before the first
     * one that says how the content ends. The last line waits, too, since the next one may go on with it.
     */
    List<String> release() {
        int from = released;
        while (released < lines.size()
                && (released == 0 || released < lines.size() - 1)
                && !ResponseLines.framesContent(HeadLine.of(lines.get(released)))) {
            released++;
        }
        return lines.subList(from, released);
    }

    /** Returns how many lines were released. */
    int released() {
        return released;
    }

    /**
     * Returns all that was not released, of a head that has not come to its end, or is none. It is as it was written, but for
     * what would end a line of the head to some clients alone.
     */
    byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, released == 0 ? 0 : ends[released - 1], size);
        for (int i = 0; !lines.isEmpty() && i < rest.length; i++) {
            boolean bareCr = rest[i] == '\r' && (i + 1 == rest.length || rest[i + 1] != '\n');
            rest[i] = bareCr || rest[i] == 0 ? (byte) ' ' : rest[i];
        }
        return rest;
    }

    private void append(byte b) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(128, size * 2));
        }
        bytes[size++] = b;
    }

    private void endLine() {
        String text = text(lineStart, size - 1);
        lineStart = size;
        if (lines.isEmpty()) {
            addStatus(text);
        } else if (text.isEmpty()) {
            complete = true;
        } else if (Grammar.isOptionalSpace(text.charAt(0))) {
            addFold(text);
        } else {
            addField(text);
        }
    }

    private void add(String text) {
        if (lines.size() == ends.length) {
            ends = Arrays.copyOf(ends, Math.max(8, ends.length * 2));
        }
        ends[lines.size()] = size;
        lines.add(text);
    }

    private void addStatus(String text) {
        if (ResponseLines.status(text) < 100) {
            impossible = true;
        } else {
            add(text.length() == ResponseLines.STATUS_END ? text + " " : text);
        }
    }

    /** There is nothing that a line behind the status line could go on with, so it is dropped (RFC 9112 §2.2). */
    private void addFold(String text) {
        int last = lines.size() - 1;
        ends[last] = size;
        if (last > 0) {
            lines.set(last, lines.get(last) + " " + Grammar.strip(text));
        }
    }

    private void addField(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? "" : Grammar.strip(text.substring(0, colon));
        boolean isField = Grammar.isToken(name);
        unclear |= !isField;
        add(isField && name.length() < colon ? name + text.substring(colon) : text);
    }

    /** Returns a line without CR at its end, as one that has no other meaning to any client. */
    private String text(int start, int lineEnd) {
        int end = lineEnd;
        while (end > start && bytes[end - 1] == '\r') {
            end--;
        }
        char[] text = new char[end - start];
        for (int i = 0; i < text.length; i++) {
            char c = (char) (bytes[start + i] & 0xff);
            text[i] = (c < ' ' && c != '\t') || c == 0x7f ? ' ' : c;
        }
        return new String(text);
    }
}
