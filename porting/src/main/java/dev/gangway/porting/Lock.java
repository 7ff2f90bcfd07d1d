package dev.gangway.porting;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Python's {@code threading.Lock} and {@code RLock}. Any thread may use it. */
public final class Lock implements Acquirable {
    private final ReentrantLock lock = new ReentrantLock();

    /** Makes one that is free. */
    public Lock() {}

    @Override
    public boolean acquire() {
        lock.lock();
        return true;
    }

    @Override
    public boolean acquire(boolean blocking, @Nullable Object timeout) throws IOException {
        if (!blocking) {
            return lock.tryLock();
        }
        if (timeout == null) {
            return acquire();
        }
        try {
            return lock.tryLock((long) (1e9 * Ported.asDouble(timeout)), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void release() {
        lock.unlock();
    }

    /** Tells whether a thread holds the lock. */
    public boolean locked() {
        return lock.isLocked();
    }
}
