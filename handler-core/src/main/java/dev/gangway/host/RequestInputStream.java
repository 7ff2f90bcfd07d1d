package dev.gangway.host;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The stream that a handler reads as {@code rfile()}: an {@link InputStream} that also reads lines as bytes.
 *
 * <p>It reads ahead from the stream it wraps. One thread at a time may use it.
 */
public class RequestInputStream extends InputStream {
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
        byte[] line = NOTHING;
        while (line.length < wanted && (position < this.limit || fill())) {
            int end = Math.min(this.limit, position + Math.min(wanted - line.length, this.limit - position));
            int stop = position;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            boolean complete = stop < end;
            int taken = (complete ? stop + 1 : stop) - position;
            int before = line.length;
            line = Arrays.copyOf(line, before + taken);
            System.arraycopy(buffer, position, line, before, taken);
            position += taken;
            if (complete) {
                break;
            }
        }
        return line;
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
        if (position == limit && length >= BUFFER_BYTES) {
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

    private boolean fill() throws IOException {
        if (buffer.length == 0) {
            buffer = new byte[BUFFER_BYTES];
        }
        int n = source.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(n, 0);
        return n > 0;
    }
}
