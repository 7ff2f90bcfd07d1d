package dev.gangway.standalone.porting;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Shows where two bodies part: the line, if they are text, else the bytes. */
final class BodyDifference {
    private static final int SHOWN_CHARACTERS = 200;
    private static final int SHOWN_BYTES = 16;

    private BodyDifference() {}

    static Difference of(String where, byte[] a, byte[] b) {
        int at = Arrays.mismatch(a, b);
        String place = where + ", " + a.length + " and " + b.length + " bytes, from byte " + at;
        if (isText(a) && isText(b)) {
            return new Difference(place + ", line " + line(a, at), textAt(a, at), textAt(b, at));
        }
        return new Difference(place, bytesAt(a, at), bytesAt(b, at));
    }

    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int line(byte[] bytes, int at) {
        int lines = 1;
        for (int i = 0; i < Math.min(at, bytes.length); i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** Returns the line in which the difference is, with its end made visible. */
    private static String textAt(byte[] bytes, int at) {
        int start = Math.min(at, bytes.length);
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        int end = Math.min(at, bytes.length);
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        boolean ended = end < bytes.length;
        String line = new String(bytes, start, end - start, StandardCharsets.UTF_8).replace("\r", "\\r");
        String shown = line.length() > SHOWN_CHARACTERS ? line.substring(0, SHOWN_CHARACTERS) + "…" : line;
        return shown + (ended ? "\\n" : " (end)");
    }

    private static String bytesAt(byte[] bytes, int at) {
        StringBuilder hex = new StringBuilder();
        for (int i = at; i < Math.min(bytes.length, at + SHOWN_BYTES); i++) {
            hex.append(String.format("%02x ", bytes[i] & 0xff));
        }
        return hex + (at + SHOWN_BYTES < bytes.length ? "…" : "(end)");
    }
}
