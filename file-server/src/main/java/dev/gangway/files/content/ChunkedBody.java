package dev.gangway.files.content;

import dev.gangway.http.syntax.Chunk;
import java.io.IOException;
import java.io.InputStream;

/** Content of unknown length in the chunked transfer coding (RFC 9112 §7.1), as it is read. */
public final class ChunkedBody extends InputStream {
    private static final int CHUNK_BYTES = 32 * 1024;
    /** Room for the size of a chunk, {@code 8000} for example, and its line end. */
    private static final int HEAD_BYTES = 6;

    private final InputStream source;
    private final byte[] chunk = new byte[HEAD_BYTES + CHUNK_BYTES + 2];
    private int from;
    private int to;
    private boolean ended;

    /**
     * Frames content.
     *
     * @param source the content; closed by {@link #close()}
     */
    public ChunkedBody(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (from == to) {
            if (ended) {
                return -1;
            }
            next();
        }
        int n = Math.min(length, to - from);
        System.arraycopy(chunk, from, target, offset, n);
        from += n;
        return n;
    }

    /** Reads what there is for the next chunk, and puts the size before it; a source that fails leaves the last chunk out. */
    private void next() throws IOException {
        int n = source.readNBytes(chunk, HEAD_BYTES, CHUNK_BYTES);
        ended = n < CHUNK_BYTES;
        to = HEAD_BYTES;
        from = HEAD_BYTES;
        if (n > 0) {
            byte[] size = Chunk.size(n);
            from = HEAD_BYTES - size.length;
            System.arraycopy(size, 0, chunk, from, size.length);
            to += n;
            chunk[to++] = '\r';
            chunk[to++] = '\n';
        }
        if (ended && n < CHUNK_BYTES - 8) {
            to = last(to);
        } else if (ended) {
            ended = false; // no room; the next read gives nothing, and then the last chunk
        }
    }

    private int last(int at) {
        int end = at;
        for (byte b : new byte[] {'0', '\r', '\n', '\r', '\n'}) {
            chunk[end++] = b;
        }
        return end;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
