package dev.gangway.standalone.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a client that makes a handler fail again and again from filling the disk with traces: of errors that are of one class and
 * come from one place, the first ten in ten seconds are logged, and the rest counted. The message does not matter: a client may
 * have a say in it.
 */
public final class RepeatedErrors {
    private static final int MAX_TRACES = 10;
    private static final int MAX_KINDS = 100;
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);

    private record Kind(Class<?> type, @Nullable StackTraceElement place) {
        static Kind of(Throwable error) {
            StackTraceElement[] trace = error.getStackTrace();
            return new Kind(error.getClass(), trace.length == 0 ? null : trace[0]);
        }

        /** Returns a line that says how many there were beyond those that were logged. */
        String line(int count) {
            return "gangway: " + (count - MAX_TRACES) + " more of " + type.getName()
                    + (place == null ? "" : " at " + place);
        }
    }

    private final Map<Kind, Integer> counts = new LinkedHashMap<>();
    private long windowStart;

    /** Has seen no errors yet. */
    public RepeatedErrors() {}

    /**
     * Tells whether an error should be logged with its trace.
     *
     * @param error what a handler has thrown
     * @param nowNanos the time as {@link System#nanoTime()} has it
     * @return false if it is only counted
     */
    public synchronized boolean admits(Throwable error, long nowNanos) {
        if (counts.isEmpty()) {
            windowStart = nowNanos;
        }
        Kind kind = Kind.of(error);
        if (counts.size() >= MAX_KINDS && !counts.containsKey(kind)) {
            return false;
        }
        return counts.merge(kind, 1, Integer::sum) <= MAX_TRACES;
    }

    /**
     * Returns what there is to say of the errors that were not logged, once the time is over.
     *
     * @param nowNanos the time as {@link System#nanoTime()} has it
     * @return lines for the log, most often none
     */
    public synchronized List<String> takeSummary(long nowNanos) {
        if (counts.isEmpty() || nowNanos - windowStart < WINDOW_NANOS) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        counts.forEach((kind, count) -> {
            if (count > MAX_TRACES) {
                lines.add(kind.line(count));
            }
        });
        counts.clear();
        return lines;
    }
}
