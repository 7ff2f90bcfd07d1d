package dev.gangway.porting;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A thing that threads take and give back: a {@link Lock} or a {@link Semaphore}. */
public interface Acquirable {
    /** Waits until it is free, and takes it. */
    default boolean acquire() throws IOException {
        return acquire(true, null);
    }

    /** Takes it; waits for it if {@code blocking}. Returns whether it was taken. */
    default boolean acquire(boolean blocking) throws IOException {
        return acquire(blocking, null);
    }

    /** Does {@code acquire(blocking=…, timeout=…)}. */
    default boolean acquire(Keywords keywords) throws IOException {
        Object timeout = keywords.get("timeout");
        boolean forever = timeout == null || Ported.asDouble(timeout) < 0;
        return acquire(Python.truth(keywords.get("blocking", true)), forever ? null : timeout);
    }

    /**
     * Takes it.
     *
     * @param blocking whether to wait for it
     * @param timeout how many seconds to wait, or null for any time
     * @return whether it was taken
     * @throws IOException if the thread was interrupted
     */
    boolean acquire(boolean blocking, @Nullable Object timeout) throws IOException;

    /** Gives it back. */
    void release();
}
