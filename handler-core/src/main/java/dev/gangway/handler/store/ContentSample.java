package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A number made from a part of a file's content: the first and the last {@value #BYTES} bytes, which is all of a file that is no
 * longer than both. Servers that have equal files make equal numbers.
 */
final class ContentSample {
    static final int BYTES = 4096;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private ContentSample() {}

    /** Reads the parts of a file; a part that is not there any more counts as missing. */
    static long of(OpenFile file) throws IOException {
        long size = file.size();
        if (size <= 2 * BYTES) {
            return mixed(size, file, 0, (int) size);
        }
        return mixed(mixed(size, file, 0, BYTES), file, size - BYTES, BYTES);
    }

    private static long mixed(long start, OpenFile file, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.limit(length);
        while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) >= 0) {
            // Most file systems give all at once.
        }
        int end = bytes.position();
        bytes.clear();
        long hash = mix(start ^ end);
        for (int i = 0; i < end; i += Long.BYTES) {
            hash = mix(hash ^ bytes.getLong(i));
        }
        return hash;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 32)) * MULTIPLIER;
        return mixed ^ (mixed >>> 29);
    }
}
