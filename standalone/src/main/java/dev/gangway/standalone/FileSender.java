package dev.gangway.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.UnaryOperator;

/**
 * Copies files to sockets. What fits in a buffer is read and written, which is cheaper than to set up a copy within the
 * operating system; the rest is left to {@code sendfile}.
 */
final class FileSender {
    private static final int BUFFER_BYTES = 64 * 1024;
    /** A client that takes its time holds a buffer for as long; whoever finds none left does without. */
    private static final int MAX_BUFFERS = 64;

    private static final long LEAST_PIECE = 64 * 1024;
    private static final long LARGEST_PIECE = 4 * 1024 * 1024;
    private static final long FAST_NANOS = 100_000_000;

    private static final ArrayBlockingQueue<ByteBuffer> BUFFERS = buffers();

    private FileSender() {}

    /** Sends {@code count} bytes or what the file has; an error of the socket goes through {@code socketError}. */
    static long send(
            FileChannel file,
            long position,
            long count,
            SocketChannel socket,
            UnaryOperator<IOException> socketError,
            Activity activity)
            throws IOException {
        ByteBuffer buffer = count <= BUFFER_BYTES ? BUFFERS.poll() : null;
        if (buffer == null) {
            return sendLarge(file, position, count, socket, socketError, activity);
        }
        try {
            // Empty until it is needed for the first time, when it becomes a buffer outside of the heap.
            buffer = buffer.capacity() == 0 ? ByteBuffer.allocateDirect(BUFFER_BYTES) : buffer;
            return sendSmall(file, position, (int) count, socket, buffer, socketError, activity);
        } finally {
            BUFFERS.add(buffer);
        }
    }

    private static long sendSmall(
            FileChannel file,
            long position,
            int count,
            SocketChannel socket,
            ByteBuffer buffer,
            UnaryOperator<IOException> socketError,
            Activity activity)
            throws IOException {
        buffer.clear().limit(count);
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) > 0) {
            // A read may give less than was asked for.
        }
        buffer.flip();
        long read = buffer.remaining();
        try {
            while (buffer.hasRemaining()) {
                socket.write(buffer);
                activity.writeGoesOn();
            }
        } catch (IOException e) {
            throw socketError.apply(e);
        }
        return read;
    }

    /**
     * Sends in pieces that grow while they go out fast: a platform thread is blocked until a piece has gone, and the
     * watchdog should see a slow client move.
     */
    private static long sendLarge(
            FileChannel file,
            long position,
            long count,
            SocketChannel socket,
            UnaryOperator<IOException> socketError,
            Activity activity)
            throws IOException {
        long sent = 0;
        long piece = LEAST_PIECE * 2;
        while (sent < count) {
            long before = System.nanoTime();
            long n = transfer(file, position + sent, Math.min(piece, count - sent), socket, socketError);
            if (n <= 0) {
                break; // the file has shrunk
            }
            sent += n;
            activity.writeGoesOn();
            boolean fast = System.nanoTime() - before < FAST_NANOS;
            piece = fast ? Math.min(piece * 2, LARGEST_PIECE) : Math.max(piece / 2, LEAST_PIECE);
        }
        return sent;
    }

    private static long transfer(
            FileChannel file, long position, long count, SocketChannel socket, UnaryOperator<IOException> socketError)
            throws IOException {
        try {
            return file.transferTo(position, count, socket);
        } catch (IOException e) {
            // Which of the two has failed is not said; a file that can be read has not.
            if (file.isOpen() && canRead(file, position)) {
                throw socketError.apply(e);
            }
            throw e;
        }
    }

    private static boolean canRead(FileChannel file, long position) {
        try {
            return file.read(ByteBuffer.allocate(1), position) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static ArrayBlockingQueue<ByteBuffer> buffers() {
        ArrayBlockingQueue<ByteBuffer> buffers = new ArrayBlockingQueue<>(MAX_BUFFERS);
        for (int i = 0; i < MAX_BUFFERS; i++) {
            buffers.add(ByteBuffer.allocate(0));
        }
        return buffers;
    }
}
