package dev.gangway.servlet;

import dev.gangway.host.ClientGoneException;
import jakarta.servlet.ServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The content of a response. Without a promised length every write goes out at once, as it does on a socket. Threads of a
 * handler may write and flush at the same time, which containers do not let them do.
 */
final class ContentOutput extends OutputStream {
    private final StreamSource<OutputStream> source;
    private final BufferWriter bufferWriter;

    /** No monitor: a virtual thread that waits for a slow client would hold its carrier. */
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable OutputStream out;
    private volatile boolean flushesWrites;

    /** The number of promised bytes that are not written yet; −1 if the head has promised no length. */
    private long remaining;

    /** Nothing goes out before the head: a flush alone would make the container send one of its own. */
    private volatile boolean discards = true;

    private volatile boolean failed;
    private long count;

    /** A container sends the last byte of the promised length by itself (Servlet 6.0 §5.7): nothing is left to flush. */
    private volatile boolean complete;

    ContentOutput(StreamSource<OutputStream> source, BufferWriter bufferWriter) {
        this.source = source;
        this.bufferWriter = bufferWriter;
    }

    /**
     * Takes bytes from now on.
     *
     * @param length the number of bytes that will be written; −1 if not known, and every write goes out at once
     */
    void begin(long length) {
        remaining = length;
        flushesWrites = length < 0;
        discards = false;
    }

    /** Tells whether the client has gone. */
    boolean hasFailed() {
        return failed;
    }

    /** Tells whether exactly so many bytes are still to come, and none of the content was written yet. */
    boolean expects(long length) {
        return !discards && out == null && remaining == length;
    }

    /** Sends the head, and leaves all of the content to the container. */
    void leaveTo(ServletResponse response) throws IOException {
        lock.lock();
        try {
            discards = true;
            count += remaining;
            response.flushBuffer();
        } catch (IOException e) {
            throw gone(e);
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many bytes were written, or left to the container. */
    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more bytes. */
    void discard() {
        discards = true;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        lock.lock();
        try {
            if (discards) {
                return;
            }
            OutputStream opened = out();
            opened.write(bytes, offset, length);
            written(opened, length);
        } catch (IOException e) {
            throw gone(e);
        } finally {
            lock.unlock();
        }
    }

    /** Writes what remains in a buffer. If this throws, the container may still be about to read from it. */
    void write(ByteBuffer bytes) throws IOException {
        lock.lock();
        try {
            if (discards) {
                return;
            }
            OutputStream opened = out();
            int length = bytes.remaining();
            bufferWriter.write(opened, bytes);
            written(opened, length);
        } catch (IOException e) {
            throw gone(e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Has the container take part of a file as it is.
     *
     * @return how many bytes it took, fewer if the file has shrunk; −1 if the container takes no files, and nothing is written
     */
    long transfer(FileChannel file, long position, long count) throws IOException {
        lock.lock();
        try {
            if (discards) {
                return count;
            }
            OutputStream opened = out();
            FileRange range = new FileRange(file, position, count);
            try {
                if (!bufferWriter.transfer(opened, range)) {
                    return -1;
                }
            } catch (EOFException e) {
                // Fewer bytes than promised: the response is cut.
            }
            written(opened, range.taken());
            return range.taken();
        } catch (IOException e) {
            throw gone(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void flush() throws IOException {
        if (discards || complete) {
            return;
        }
        lock.lock();
        try {
            if (!discards && !complete) {
                out().flush();
            }
        } catch (IOException e) {
            throw gone(e);
        } finally {
            lock.unlock();
        }
    }

    private void written(OutputStream opened, long length) throws IOException {
        count += length;
        if (flushesWrites) {
            opened.flush();
        } else if (remaining > 0) {
            remaining -= length;
            complete = remaining <= 0;
        }
    }

    private OutputStream out() throws IOException {
        OutputStream opened = out;
        if (opened == null) {
            opened = source.open();
            out = opened;
        }
        return opened;
    }

    private ClientGoneException gone(IOException e) {
        discards = true;
        failed = true;
        return new ClientGoneException("writing to the client", e);
    }
}
