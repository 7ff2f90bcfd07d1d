package dev.gangway.standalone;

import dev.gangway.handler.store.TransferBuffers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.util.function.UnaryOperator;

/**
 * Copies files to a socket. What fits in a buffer is read and written, which is cheaper than to set up a copy within the
 * operating system; the rest is left to {@code sendfile}.
 */
final class FileSender {
    /** If none is left, the sender works without one. */
    private static final int MAX_BUFFERS = 64;

    private static final long LEAST_PIECE = 64 * 1024;
    /** Small enough for a client that was fast, and is slow from one moment to the next, to take one within a time limit. */
    private static final long LARGEST_PIECE = 512 * 1024;

    private static final int WAITING_PIECE_BYTES = 16 * 1024;
    private static final long FAST_NANOS = 100_000_000;

    private static final TransferBuffers BUFFERS = new TransferBuffers(MAX_BUFFERS);

    private final SocketChannel socket;
    private final Activity activity;
    private final Writes writes;
    private final UnaryOperator<IOException> socketError;

    /** Writes some bytes to the socket, and waits if that is what it takes. */
    interface Writes {
        /** Returns how many were written, at least one. */
        int write(ByteBuffer bytes) throws IOException;
    }

    /** Sends to a socket; an error that is the socket's and not the file's goes through {@code socketError}. */
    FileSender(SocketChannel socket, Activity activity, Writes writes, UnaryOperator<IOException> socketError) {
        this.socket = socket;
        this.activity = activity;
        this.writes = writes;
        this.socketError = socketError;
    }

    /**
     * Sends bytes, and {@code count} bytes of a file behind them, or fewer if the file ends before; returns how many of the file.
     *
     * @throws ClosedChannelException if the file is closed; nothing was sent then
     */
    long send(ByteBuffer head, FileChannel file, long position, long count) throws IOException {
        ByteBuffer buffer = count <= TransferBuffers.BYTES ? BUFFERS.take() : null;
        if (buffer == null) {
            writeAll(head);
            return sendUnread(file, position, count);
        }
        try {
            return sendSmall(head, file, position, count, buffer);
        } finally {
            BUFFERS.giveBack(buffer);
        }
    }

    /** Reads all of the file before any of it is sent, behind the head if there is room for both. */
    private long sendSmall(ByteBuffer head, FileChannel file, long position, long count, ByteBuffer buffer)
            throws IOException {
        boolean fits = head.remaining() + count <= buffer.capacity();
        if (fits) {
            buffer.put(head);
        }
        int begin = buffer.position();
        buffer.limit(begin + (int) count);
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position() - begin) > 0) {
            // A read may give less than was asked for.
        }
        int read = buffer.position() - begin;
        writeAll(head);
        writeAll(buffer.flip());
        return read;
    }

    private long sendUnread(FileChannel file, long position, long count) throws IOException {
        try {
            return sendLarge(file, position, count);
        } catch (ClosedChannelException e) {
            throw new IOException("the file was closed while it was sent", e);
        }
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            write(bytes);
            activity.writeGoesOn();
        }
    }

    /**
     * Sends in pieces that grow while they go out fast: a platform thread is blocked until a piece has gone, and the
     * watchdog should see a slow client move.
     */
    private long sendLarge(FileChannel file, long position, long count) throws IOException {
        long sent = 0;
        long piece = LEAST_PIECE * 2;
        while (sent < count) {
            long before = System.nanoTime();
            long n = transfer(file, position + sent, Math.min(piece, count - sent));
            if (n == 0) {
                // On a virtual thread and in a loop the socket does not block, and only a write waits until there is
                // room.
                n = writePiece(file, position + sent, count - sent);
            }
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

    private long transfer(FileChannel file, long position, long count) throws IOException {
        try {
            return file.transferTo(position, count, socket);
        } catch (IOException e) {
            // The exception does not tell which of the two has failed. If the file can be read, it was the socket.
            if (file.isOpen() && canRead(file, position)) {
                throw socketError.apply(e);
            }
            throw e;
        }
    }

    /** Waits for room in the socket and writes what goes in at once, a little; 0 at the end of the file. */
    private long writePiece(FileChannel file, long position, long count) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(count, WAITING_PIECE_BYTES));
        return file.read(piece, position) <= 0 ? 0 : write(piece.flip());
    }

    private int write(ByteBuffer bytes) throws IOException {
        try {
            return writes.write(bytes);
        } catch (IOException e) {
            throw socketError.apply(e);
        }
    }

    private static boolean canRead(FileChannel file, long position) {
        try {
            return file.read(ByteBuffer.allocate(1), position) >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
