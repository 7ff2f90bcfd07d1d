package dev.gangway.porting;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Python's {@code threading.Semaphore}. Any thread may use it. */
public class Semaphore implements Acquirable {
    private final java.util.concurrent.Semaphore permits;

    /** Makes one that a single thread may hold. */
    public Semaphore() {
        this(1);
    }

    /** Makes one that so many threads may hold at once. */
    public Semaphore(long value) {
        if (value < 0) {
            throw new ValueError("semaphore initial value must be >= 0");
        }
        permits = new java.util.concurrent.Semaphore((int) value);
    }

    @Override
    public boolean acquire(boolean blocking, @Nullable Object timeout) throws IOException {
        try {
            if (!blocking) {
                return permits.tryAcquire();
            }
            if (timeout == null) {
                permits.acquire();
                return true;
            }
            return permits.tryAcquire((long) (1e9 * Ported.asDouble(timeout)), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void release() {
        permits.release();
    }

    /** Returns how many threads may still take it. */
    int free() {
        return permits.availablePermits();
    }
}
