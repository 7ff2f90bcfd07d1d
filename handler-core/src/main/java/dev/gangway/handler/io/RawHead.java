package dev.gangway.handler.io;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the head of a response that a handler writes as raw bytes, in any pieces. Pure: no stream behind it. */
final class RawHead {
    /** A "head" that is longer is no head. */
    static final int MAX_BYTES = 262_144;

    private static final byte[] PREFIX = "HTTP/".getBytes(StandardCharsets.ISO_8859_1);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
    private int lineLength;
    private int released;
    private boolean complete;

    /** Takes bytes up to the end of the head; returns how many it took. */
    int accept(byte[] source, int offset, int length) {
        int taken = 0;
        while (taken < length && !complete) {
            byte b = source[offset + taken++];
            bytes.write(b);
            if (b == '\n') {
                complete = lineLength == 0;
                lineLength = 0;
            } else if (b != '\r') {
                lineLength++;
            }
        }
        return taken;
    }

    boolean isComplete() {
        return complete;
    }

    boolean isEmpty() {
        return bytes.size() == 0;
    }

    /** Tells whether what was taken so far cannot be the head of a response. */
    boolean isImpossible() {
        byte[] soFar = bytes.toByteArray();
        for (int i = 0; i < Math.min(soFar.length, PREFIX.length); i++) {
            if (soFar[i] != PREFIX[i]) {
                return true;
            }
        }
        return soFar.length > MAX_BYTES || (complete && ResponseLines.status(lines().get(0)) < 100);
    }

    /**
     * Returns what was taken since the last call, for a client that should see the beginning of a head already. A CR at
     * the end waits: it may belong to the empty line, and fields may have to go in front of that.
     */
    byte[] releaseBeginning() {
        byte[] all = bytes.toByteArray();
        boolean endsWithCr = all.length > released && all[all.length - 1] == '\r';
        return releaseUpTo(all, endsWithCr ? all.length - 1 : all.length);
    }

    /** Returns what was taken since the last call. */
    byte[] release() {
        byte[] all = bytes.toByteArray();
        return releaseUpTo(all, all.length);
    }

    private byte[] releaseUpTo(byte[] all, int end) {
        byte[] rest = Arrays.copyOfRange(all, released, end);
        released = end;
        return rest;
    }

    /** Tells whether the client has seen the beginning of the head, so that it cannot be rewritten. */
    boolean isReleased() {
        return released > 0;
    }

    /** Returns the lines without their ends and without the empty one. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        bytes.toString(StandardCharsets.ISO_8859_1)
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .forEach(lines::add);
        return lines;
    }
}
