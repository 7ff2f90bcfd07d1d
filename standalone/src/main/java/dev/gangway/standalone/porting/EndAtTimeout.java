package dev.gangway.standalone.porting;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A stream that ends when the time is up, or when more has come than anybody can compare. */
final class EndAtTimeout extends FilterInputStream {
    private static final long MAX_BYTES = 64L << 20;

    private final long deadlineNanos;
    private long bytes;
    private boolean timedOut;

    /**
     * Wraps a stream.
     *
     * @param in times out by itself when it is silent
     * @param patience how long the whole of it may take
     */
    EndAtTimeout(InputStream in, Duration patience) {
        super(in);
        deadlineNanos = System.nanoTime() + patience.toNanos();
    }

    /** Tells whether the stream might have gone on. */
    boolean isTimedOut() {
        return timedOut;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        timedOut = timedOut || bytes >= MAX_BYTES || System.nanoTime() > deadlineNanos;
        if (timedOut) {
            return -1;
        }
        try {
            int count = in.read(buffer, offset, length);
            bytes += Math.max(count, 0);
            return count;
        } catch (SocketTimeoutException e) {
            timedOut = true;
            return -1;
        }
    }
}
