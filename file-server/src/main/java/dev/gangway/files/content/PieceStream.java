package dev.gangway.files.content;

import java.io.InputStream;
import java.util.Iterator;

/** A stream of pieces of text that are made when they are read. */
public final class PieceStream extends InputStream {
    private final Iterator<byte[]> pieces;
    private byte[] piece = new byte[0];
    private int taken;

    /**
     * Makes a stream.
     *
     * @param pieces its bytes, in order
     */
    public PieceStream(Iterator<byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        while (taken == piece.length) {
            if (!pieces.hasNext()) {
                return -1;
            }
            piece = pieces.next();
            taken = 0;
        }
        int n = Math.min(length, piece.length - taken);
        System.arraycopy(piece, taken, target, offset, n);
        taken += n;
        return n;
    }
}
