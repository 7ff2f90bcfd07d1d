package dev.gangway.handler.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of a file, for content that must see them. */
final class FileBytes {
    private static final int BUFFER_BYTES = 64 * 1024;

    private FileBytes() {}

    /** Takes bytes, as a stream does. */
    @FunctionalInterface
    interface Target {
        void write(byte[] bytes, int offset, int length) throws IOException;
    }

    /** Copies {@code count} bytes, or fewer if the file ends before; returns how many. */
    static long copy(FileChannel file, long position, long count, Target target) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(count, BUFFER_BYTES));
        long copied = 0;
        while (copied < count) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), count - copied));
            int n = file.read(buffer, position + copied);
            if (n <= 0) {
                break;
            }
            target.write(buffer.array(), 0, n);
            copied += n;
        }
        return copied;
    }
}
