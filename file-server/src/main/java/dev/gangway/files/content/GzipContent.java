package dev.gangway.files.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Content compressed with gzip (RFC 1952) as it is read. */
public final class GzipContent extends InputStream {
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int BUFFER_BYTES = 16 * 1024;

    /** Fast and nearly as small as what takes twice as long. */
    private static final int LEVEL = 5;

    private final InputStream source;
    private final Deflater deflater = new Deflater(LEVEL, true);
    private final CRC32 crc = new CRC32();
    private final byte[] input = new byte[BUFFER_BYTES];
    private byte[] fixed = HEAD;
    private int fixedTaken;
    private boolean ended;
    private boolean closed;

    /**
     * Compresses content.
     *
     * @param source the content; closed by {@link #close()}
     */
    public GzipContent(InputStream source) {
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
        int n = fixed(target, offset, length);
        while (n == 0 && !ended) {
            n = deflater.deflate(target, offset, length);
            if (n == 0 && deflater.finished()) {
                ended = true;
                fixed = trailer();
                fixedTaken = 0;
                n = fixed(target, offset, length);
            } else if (n == 0) {
                feed();
            }
        }
        return n == 0 ? -1 : n;
    }

    private void feed() throws IOException {
        int n = source.read(input, 0, input.length);
        if (n < 0) {
            deflater.finish();
        } else {
            crc.update(input, 0, n);
            deflater.setInput(input, 0, n);
        }
    }

    private int fixed(byte[] target, int offset, int length) {
        int n = Math.min(length, fixed.length - fixedTaken);
        System.arraycopy(fixed, fixedTaken, target, offset, n);
        fixedTaken += n;
        return n;
    }

    private byte[] trailer() {
        byte[] bytes = new byte[8];
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) (crc.getValue() >> (8 * i));
            bytes[4 + i] = (byte) (deflater.getBytesRead() >> (8 * i));
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            deflater.end(); // its memory is not Java's
            source.close();
        }
    }
}
