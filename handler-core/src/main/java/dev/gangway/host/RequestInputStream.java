package dev.gangway.host;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * The stream that a handler reads as {@code rfile()}: an {@link InputStream} that also reads lines as bytes.
 *
 * <p>It reads ahead from the stream it wraps. One thread at a time may use it.
 */
public class RequestInputStream extends InputStream {
    /** Thousands of idle connections have a buffer each, and most requests fit in this. */
    private static final int FIRST_BUFFER_BYTES = 1024;

    private static final int BUFFER_BYTES = 8192;
    private static final byte[] NOTHING = new byte[0];

    private final InputStream source;
    private byte[] buffer = NOTHING;
    private int position;
    private int limit;

    /**
     * Wraps a stream.
     *
     * @param source where bytes come from; closed by {@link #close()}
     */
    public RequestInputStream(InputStream source) {
        this.source = source;
    }

    /**
     * Reads a line, however long it is ({@code rfile.readline()}).
     *
     * @return the line with its LF, or without one at the end of the stream; empty at the end of the stream
     * @throws IOException if the wrapped stream fails
     */
    public byte[] readline() throws IOException {
        return readline(Integer.MAX_VALUE);
    }

    /**
     * Reads a line, or the beginning of one ({@code rfile.readline(limit)}).
     *
     * @param limit the largest number of bytes to read, 0 or more; a negative number means no limit, as in Python
     * @return the bytes up to and with the next LF, {@code limit} bytes at most; empty at the end of the stream
     * @throws IOException if the wrapped stream fails
     */
    public byte[] readline(int limit) throws IOException {
        int wanted = limit < 0 ? Integer.MAX_VALUE : limit;
        if (wanted == 0 || (position == this.limit && !fill())) {
            return NOTHING;
        }
        byte[] line = Arrays.copyOfRange(buffer, position, endOfLine(wanted));
        int length = line.length;
        position += length;
        while (length < wanted && line[length - 1] != '\n' && (position < this.limit || fill())) {
            int taken = endOfLine(wanted - length) - position;
            if (length + taken > line.length) {
                // By half, because a line may come byte by byte.
                line = Arrays.copyOf(line, (int) Math.min(wanted, Math.max(length + taken, length * 3L / 2)));
            }
            System.arraycopy(buffer, position, line, length, taken);
            position += taken;
            length += taken;
        }
        return length == line.length ? line : Arrays.copyOf(line, length);
    }

    /**
     * Reads a line, or the beginning of one, into an array.
     *
     * @param target where the bytes go
     * @param offset where in it they begin
     * @param length the largest number of bytes to read, 0 or more
     * @return how many bytes were read, the last of them LF unless the line is longer or the stream at its end; 0 at the
     *     end of the stream
     * @throws IOException if the wrapped stream fails
     */
    public int readline(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        int at = offset;
        int end = offset + length;
        while (at < end && (position < limit || fill())) {
            int taken = endOfLine(end - at) - position;
            System.arraycopy(buffer, position, target, at, taken);
            position += taken;
            at += taken;
            if (target[at - 1] == '\n') {
                break;
            }
        }
        return at - offset;
    }

    /**
     * Tells how many bytes were read from the wrapped stream already.
     *
     * @return how many can be read without waiting, 0 or more
     */
    public int buffered() {
        return limit - position;
    }

    @Override
    public int read() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == limit && length >= FIRST_BUFFER_BYTES) {
            return source.read(target, offset, length);
        }
        if (position == limit && !fill()) {
            return -1;
        }
        int n = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, n);
        position += n;
        return n;
    }

    @Override
    public int available() throws IOException {
        return limit - position + source.available();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** Returns the position behind the LF in the buffer, or how far one may go without. */
    private int endOfLine(int most) {
        int end = most < limit - position ? position + most : limit;
        int at = position;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at < end ? at + 1 : end;
    }

    private boolean fill() throws IOException {
        if (buffer.length == 0) {
            buffer = new byte[FIRST_BUFFER_BYTES];
        } else if (limit == buffer.length && buffer.length < BUFFER_BYTES) {
            // It was full at once, so there may be more.
            buffer = new byte[BUFFER_BYTES];
        }
        int n = source.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(n, 0);
        return n > 0;
    }
}
