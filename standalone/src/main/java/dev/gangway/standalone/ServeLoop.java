package dev.gangway.standalone;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Knows the thread that accepts connections, and whether it should stop. A stop that comes before a thread accepts is for the next
 * one who does, as in socketserver: otherwise it would be lost when the thread that serves starts late.
 */
final class ServeLoop {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Thread thread;
    private volatile boolean stopRequested;
    private volatile boolean stopping;
    private volatile boolean begun;

    /** Makes the calling thread the one that accepts. */
    void enter() {
        lock.lock();
        try {
            if (thread != null) {
                throw new IllegalStateException("the server is being served by " + thread);
            }
            thread = Thread.currentThread();
            begun = true;
            stopping = stopRequested;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            thread = null;
            stopRequested = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void requestStop() {
        lock.lock();
        try {
            stopRequested = true;
            stopping = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the loop has ended, unless the calling thread runs it. */
    void awaitEnd(long millis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            long left = deadline - System.nanoTime();
            while (thread != null && thread != Thread.currentThread() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a thread has accepted, or does. */
    boolean hasBegun() {
        return begun;
    }

    boolean isStopRequested() {
        return stopRequested;
    }

    /** Whether connections should end with their current response: from a stop until the server serves again. */
    boolean isStopping() {
        return stopping;
    }

    boolean isRunning() {
        lock.lock();
        try {
            return thread != null;
        } finally {
            lock.unlock();
        }
    }

    boolean isRunHere() {
        lock.lock();
        try {
            return thread == Thread.currentThread();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for some time, less if the loop ends or should, or for no reason: callers look again. */
    @SuppressWarnings("WaitNotInLoop")
    void pause(long millis) {
        lock.lock();
        try {
            changed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
