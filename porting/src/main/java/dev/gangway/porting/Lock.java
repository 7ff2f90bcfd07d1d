package dev.gangway.porting;

import java.util.concurrent.locks.ReentrantLock;

/** Python's {@code threading.Lock} and {@code RLock}. Any thread may use it. */
public final class Lock {
    private final ReentrantLock lock = new ReentrantLock();

    /** Makes one that is free. */
    public Lock() {}

    /** Waits until the lock is free, and takes it. */
    public boolean acquire() {
        lock.lock();
        return true;
    }

    /** Gives the lock back. */
    public void release() {
        lock.unlock();
    }

    /** Tells whether a thread holds the lock. */
    public boolean locked() {
        return lock.isLocked();
    }
}
