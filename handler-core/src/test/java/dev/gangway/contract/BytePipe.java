package dev.gangway.contract;

import dev.gangway.host.ClientGoneException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One direction of a connection in memory: unbounded, with an end that the writer sets and a break that anyone sets. */
final class BytePipe {
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int position;
    private boolean ended;
    private boolean broken;
    private @Nullable Duration timeout;

    /** Limits how long a read may wait. */
    synchronized void timeout(@Nullable Duration limit) {
        timeout = limit;
    }

    /** Tells the reader that no more bytes will come. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Makes every later read and write fail. */
    synchronized void breakOff() {
        broken = true;
        notifyAll();
    }

    private synchronized void put(byte[] bytes) throws IOException {
        check();
        if (ended) {
            throw new IOException("this side was closed");
        }
        if (bytes.length > 0) {
            waiting.add(bytes);
            notifyAll();
        }
    }

    private synchronized int take(byte[] target, int offset, int length) throws IOException {
        long deadline = timeout == null ? 0 : System.nanoTime() + timeout.toNanos();
        while (waiting.isEmpty() && !ended) {
            check();
            await(deadline);
        }
        check();
        byte[] first = waiting.peek();
        if (first == null) {
            return -1;
        }
        int n = Math.min(length, first.length - position);
        System.arraycopy(first, position, target, offset, n);
        position += n;
        if (position == first.length) {
            waiting.remove();
            position = 0;
        }
        return n;
    }

    private void await(long deadline) throws IOException {
        try {
            if (timeout == null) {
                wait();
                return;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new SocketTimeoutException("timed out");
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    private void check() throws ClientGoneException {
        if (broken) {
            throw new ClientGoneException("the other side has gone", null);
        }
    }

    /** Returns the end that reads. */
    InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return take(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return length == 0 ? 0 : take(target, offset, length);
            }

            @Override
            public int available() {
                synchronized (BytePipe.this) {
                    byte[] first = waiting.peek();
                    return first == null ? 0 : first.length - position;
                }
            }
        };
    }

    /** Returns the end that writes; bytes go out with each write. */
    OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                put(new byte[] {(byte) value});
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                byte[] copy = new byte[length];
                System.arraycopy(source, offset, copy, 0, length);
                put(copy);
            }
        };
    }
}
