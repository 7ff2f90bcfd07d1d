package dev.gangway.porting;

/** Python's {@code threading.BoundedSemaphore}: it is released no more often than it was taken. */
public final class BoundedSemaphore extends Semaphore {
    private final long bound;

    /** Makes one that a single thread may hold. */
    public BoundedSemaphore() {
        this(1);
    }

    /** Makes one that so many threads may hold at once. */
    public BoundedSemaphore(long value) {
        super(value);
        bound = value;
    }

    @Override
    public synchronized void release() {
        if (free() >= bound) {
            throw new ValueError("Semaphore released too many times");
        }
        super.release();
    }
}
