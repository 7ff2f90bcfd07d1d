package dev.gangway.servlet;

import dev.gangway.handler.store.TransferBuffers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Copies files to clients through buffers outside of the heap, from which a container can write to the socket without another
 * copy. A container that takes files as they are gets them, except for small ones, which are faster in a buffer.
 *
 * <p>The bytes come from the file that the handler has opened. A container's own way of sending files, such as Tomcat's
 * {@code sendfile}, opens one by its name when the handler has returned: another one, perhaps, than the head was made for.
 */
final class FileCopy {
    /** If none is left, the copy takes a buffer of the heap. */
    private static final int MAX_BUFFERS = 64;

    private final TransferBuffers buffers = new TransferBuffers(MAX_BUFFERS);

    /** Sends {@code count} bytes, or fewer if the file ends before; returns how many. */
    long send(FileChannel file, long position, long count, ContentOutput out) throws IOException {
        if (count > TransferBuffers.BYTES) {
            long taken = out.transfer(file, position, count);
            if (taken >= 0) {
                return taken;
            }
        }
        ByteBuffer buffer = buffers.take();
        if (buffer == null) {
            return send(file, position, count, out, ByteBuffer.allocate((int) Math.min(count, TransferBuffers.BYTES)));
        }
        boolean written = false;
        try {
            long sent = send(file, position, count, out, buffer);
            written = true;
            return sent;
        } finally {
            if (written) {
                buffers.giveBack(buffer);
            } else {
                // The container may still use it.
                buffers.giveUp();
            }
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
}
