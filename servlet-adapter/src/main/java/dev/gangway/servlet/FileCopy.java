package dev.gangway.servlet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Copies files to clients through buffers outside of the heap, from which a container can write to the socket without another
 * copy.
 *
 * <p>The bytes come from the file that the handler has opened. A container's own way of sending files, such as Tomcat's
 * {@code sendfile}, opens one by its name when the handler has returned: another one, perhaps, than the head was made for.
 */
final class FileCopy {
    private static final int BUFFER_BYTES = 64 * 1024;

    /** A client that takes its time holds a buffer for as long; whoever finds none left takes one of the heap. */
    private static final int MAX_BUFFERS = 64;

    private final ArrayBlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(MAX_BUFFERS);

    FileCopy() {
        for (int i = 0; i < MAX_BUFFERS; i++) {
            free.add(placeholder());
        }
    }

    /** Sends {@code count} bytes, or fewer if the file ends before; returns how many. */
    long send(FileChannel file, long position, long count, ContentOutput out) throws IOException {
        ByteBuffer taken = free.poll();
        if (taken == null) {
            return send(file, position, count, out, ByteBuffer.allocate((int) Math.min(count, BUFFER_BYTES)));
        }
        // If writing fails, nobody knows whether the container has let go of the buffer.
        ByteBuffer left = placeholder();
        try {
            ByteBuffer buffer = taken.capacity() > 0 ? taken : ByteBuffer.allocateDirect(BUFFER_BYTES);
            long sent = send(file, position, count, out, buffer);
            left = buffer;
            return sent;
        } finally {
            free.add(left);
        }
    }

    private static long send(FileChannel file, long position, long count, ContentOutput out, ByteBuffer buffer)
            throws IOException {
        long sent = 0;
        while (sent < count) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), count - sent));
            if (file.read(buffer, position + sent) <= 0) {
                break; // the file has shrunk
            }
            sent += buffer.flip().remaining();
            out.write(buffer);
        }
        return sent;
    }

    /** Stands for a buffer that is made when it is needed for the first time. */
    private static ByteBuffer placeholder() {
        return ByteBuffer.allocate(0);
    }
}
