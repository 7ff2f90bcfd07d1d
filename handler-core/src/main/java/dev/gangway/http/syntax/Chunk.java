package dev.gangway.http.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the chunked transfer coding (RFC 9112 §7.1), without extensions and trailer fields. */
public final class Chunk {
    private static final byte[] LAST = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Chunk() {}

    /**
     * Returns what stands before the data of a chunk.
     *
     * @param length how many bytes of data there are, 1 or more: none would end the content
     * @return the size and a line end
     */
    public static byte[] size(int length) {
        return (Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Frames a chunk.
     *
     * @param data where the data is
     * @param offset where it begins
     * @param length how many bytes it has, 1 or more
     * @return size, data and line end
     */
    public static byte[] of(byte[] data, int offset, int length) {
        byte[] size = size(length);
        byte[] chunk = Arrays.copyOf(size, size.length + length + 2);
        System.arraycopy(data, offset, chunk, size.length, length);
        chunk[chunk.length - 2] = '\r';
        chunk[chunk.length - 1] = '\n';
        return chunk;
    }

    /**
     * Returns the last chunk and the end of the content.
     *
     * @return a new array
     */
    public static byte[] last() {
        return LAST.clone();
    }
}
