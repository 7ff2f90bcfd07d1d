package dev.gangway.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one run: decisions are taken from the end, so that the beginning stays what a person would write. */
final class FuzzInput {
    private final byte[] data;
    private int end;

    FuzzInput(byte[] data) {
        this.data = data;
        this.end = data.length;
    }

    /** Decides for one of {@code count} ways, 256 at most; the first when there is nothing left. */
    int choose(int count) {
        return end == 0 ? 0 : (data[--end] & 0xff) % count;
    }

    /** Returns what no decision has used. */
    byte[] rest() {
        return Arrays.copyOf(data, end);
    }

    /** Returns the same as text, a character for each byte. */
    String text() {
        return new String(data, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** Splits the text that is left at LF. */
    String[] lines() {
        return text().split("\n", -1);
    }

    /** Gives bytes in pieces of 1 to {@code most}. */
    static InputStream inPieces(byte[] bytes, int most) {
        return new ByteArrayInputStream(bytes) {
            private int turn;

            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + turn++ % most));
            }
        };
    }

    /** Reads to the end with small reads, and says how that ended. */
    static String outcome(InputStream in) {
        StringBuilder text = new StringBuilder();
        try {
            byte[] buffer = new byte[7];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
            }
            return text + "|end";
        } catch (IOException e) {
            return text + "|" + e;
        }
    }

    /** Fails unless the condition holds. */
    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
