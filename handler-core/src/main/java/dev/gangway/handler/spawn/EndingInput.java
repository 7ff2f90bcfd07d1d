package dev.gangway.handler.spawn;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The output of a process, which ends when the process does, although a process that it leaves behind may hold the pipe open and print
 * more. Java's own processes do the same.
 */
final class EndingInput extends InputStream {
    private static final int UNKNOWN = -1;

    private final FileInputStream pipe;

    /** How much was in the pipe when the process ended, and has not been read since. */
    private int left = UNKNOWN;

    EndingInput(FileInputStream pipe) {
        this.pipe = pipe;
    }

    /** Called when the process has ended: the bytes that the pipe holds now are the last. */
    void end() {
        synchronized (this) {
            try {
                left = pipe.available();
            } catch (IOException e) {
                left = 0; // Closed.
            }
        }
    }

    @Override
    public int available() throws IOException {
        int available = pipe.available();
        synchronized (this) {
            return left == UNKNOWN ? available : Math.min(left, available);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int most;
        synchronized (this) {
            most = left == UNKNOWN ? length : Math.min(left, length);
        }
        if (most == 0 && length > 0) {
            return -1;
        }
        int n = pipe.read(bytes, offset, most);
        synchronized (this) {
            left = left == UNKNOWN ? UNKNOWN : Math.max(0, left - Math.max(0, n));
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        pipe.close();
    }
}
