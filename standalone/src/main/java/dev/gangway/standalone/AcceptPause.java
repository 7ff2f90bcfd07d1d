package dev.gangway.standalone;

/**
 * How long to wait after a connection could not be accepted, for want of descriptors or memory: 50 ms, doubling to 1 s.
 * Says at most once in a second that it should be logged.
 */
final class AcceptPause {
    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 1000;

    private long nextMillis = FIRST_MILLIS;
    private long lastLogNanos;
    private boolean hasLogged;

    void succeeded() {
        nextMillis = FIRST_MILLIS;
    }

    /** Whether the last connection could not be accepted. */
    boolean isFailing() {
        return nextMillis > FIRST_MILLIS;
    }

    long failed() {
        long millis = nextMillis;
        nextMillis = Math.min(2 * nextMillis, LONGEST_MILLIS);
        return millis;
    }

    boolean shouldLog(long nowNanos) {
        boolean log = !hasLogged || nowNanos - lastLogNanos >= 1_000_000_000L;
        if (log) {
            hasLogged = true;
            lastLogNanos = nowNanos;
        }
        return log;
    }
}
