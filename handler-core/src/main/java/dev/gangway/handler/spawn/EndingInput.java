package dev.gangway.handler.spawn;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The output of a process, which ends when the process does, although a process that it leaves behind may hold the pipe open and print
 * more. Java's own processes do the same. One thread reads; any may tell of the end.
 */
final class EndingInput extends InputStream {
    private static final int UNKNOWN = -1;

    private final FileInputStream pipe;
    private volatile boolean ended;

    /** How much was in the pipe when the reader heard of the end, and has not been read since. */
    private int left = UNKNOWN;

    EndingInput(FileInputStream pipe) {
        this.pipe = pipe;
    }

    /** Tells that the process has ended: the bytes that the pipe holds when the reader looks next are the last. */
    void end() {
        ended = true;
    }

    @Override
    public int available() throws IOException {
        if (!ended) {
            return pipe.available();
        }
        if (left == UNKNOWN) {
            left = pipe.available();
        }
        return left;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (!ended) {
            return pipe.read(bytes, offset, length);
        }
        int most = Math.min(available(), length);
        if (most == 0) {
            return length == 0 ? 0 : -1;
        }
        int n = pipe.read(bytes, offset, most);
        left -= Math.max(0, n);
        return n;
    }

    @Override
    public void close() throws IOException {
        pipe.close();
    }
}
