package dev.gangway.standalone;

import java.util.concurrent.TimeUnit;

/**
 * For how long, in all, the watchdog has seen a handler wait for the content of one request. It looks often enough that what
 * it sees at a moment stands for the time since it looked before. For the watchdog alone.
 */
final class ContentWait {
    /** If the watchdog itself was held up, it does not know the activity of a connection meanwhile. */
    private static final long LONGEST_STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(Watchdog.LONGEST_TICK_MILLIS);

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private int request;
    private long lookedNanos;
    private long waitedNanos;

    /** Takes note of a moment: of which request it is, and whether its handler waits. */
    void look(int currentRequest, boolean waits, long nowNanos) {
        if (currentRequest != request) {
            request = currentRequest;
            waitedNanos = 0;
        } else if (waits) {
            waitedNanos += Math.min(nowNanos - lookedNanos, LONGEST_STEP_NANOS);
        }
        lookedNanos = nowNanos;
    }

    /** Tells whether the wait was long enough to judge by, and has brought too little. */
    boolean isTooSlow(long bytes, Limits limits) {
        return waitedNanos > limits.slowBodyNanos()
                && bytes < limits.bodyBytesPerSecond() * (waitedNanos / NANOS_PER_SECOND);
    }
}
