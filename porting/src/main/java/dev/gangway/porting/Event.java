package dev.gangway.porting;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** Python's {@code threading.Event}. Any thread may use it. */
public final class Event {
    private boolean set;

    /** Makes one that has not happened. */
    public Event() {}

    /** Does {@code event.set()}. */
    public synchronized void set() {
        set = true;
        notifyAll();
    }

    /** Does {@code event.clear()}. */
    public synchronized void clear() {
        set = false;
    }

    /** Tells whether {@code event.is_set()}. */
    public synchronized boolean isSet() {
        return set;
    }

    /** Waits for the event. */
    public boolean await() throws IOException {
        return await(null);
    }

    /** Waits for the event, as {@code event.wait(timeout)} does. */
    public synchronized boolean await(@Nullable Object timeout) throws IOException {
        long end = timeout == null ? Long.MAX_VALUE : System.nanoTime() + (long) (1e9 * Ported.asDouble(timeout));
        try {
            while (!set && System.nanoTime() < end) {
                wait(timeout == null ? 1000 : Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        return set;
    }
}
