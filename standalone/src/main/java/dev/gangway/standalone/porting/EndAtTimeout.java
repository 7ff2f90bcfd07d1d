package dev.gangway.standalone.porting;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A stream that ends when the time is up, or when more has come than the tool compares. */
final class EndAtTimeout extends FilterInputStream {
    private final long deadlineNanos;
    private long bytes;
    private boolean timedOut;
    private boolean full;

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

    /** Tells whether the stream ended here because too much came. */
    boolean isFull() {
        return full;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        full = full || bytes >= Bounds.ANSWER_BYTES;
        timedOut = timedOut || full || System.nanoTime() > deadlineNanos;
        if (timedOut) {
            return -1;
        }
        try {
            int count = in.read(buffer, offset, (int) Math.min(length, Bounds.ANSWER_BYTES - bytes));
            bytes += Math.max(count, 0);
            return count;
        } catch (SocketTimeoutException e) {
            timedOut = true;
            return -1;
        }
    }
}
