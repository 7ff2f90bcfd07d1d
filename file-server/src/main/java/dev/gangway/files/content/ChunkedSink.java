package dev.gangway.files.content;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes content of unknown length, in the chunked transfer coding (RFC 9112 §7.1) if the client knows it. */
public final class ChunkedSink extends OutputStream {
    private static final int CHUNK_BYTES = 32 * 1024;

    private final OutputStream out;
    private final boolean chunked;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int length;

    /**
     * Makes a sink.
     *
     * @param out where it goes; not closed
     * @param chunked false to write the content as it is
     */
    public ChunkedSink(OutputStream out, boolean chunked) {
        this.out = out;
        this.chunked = chunked;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        int at = offset;
        int end = offset + count;
        while (at < end) {
            int n = Math.min(end - at, chunk.length - length);
            System.arraycopy(bytes, at, chunk, length, n);
            at += n;
            length += n;
            if (length == chunk.length) {
                send();
            }
        }
    }

    private void send() throws IOException {
        if (length == 0) {
            return;
        }
        if (chunked) {
            out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.write(chunk, 0, length);
        if (chunked) {
            out.write('\r');
            out.write('\n');
        }
        length = 0;
    }

    /**
     * Ends the content. Without this a client sees that it is not whole.
     *
     * @throws IOException if the connection fails
     */
    public void finish() throws IOException {
        send();
        if (chunked) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
    }
}
