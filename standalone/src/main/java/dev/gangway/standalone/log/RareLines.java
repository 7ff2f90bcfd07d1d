package dev.gangway.standalone.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps clients from filling the log with a mistake that they make again and again: the first of a kind is logged at once, and after
 * that at most one line in ten seconds, which says how many there were.
 */
public final class RareLines {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final class Seen {
        private long loggedNanos;
        private long untold;
    }

    private final Map<String, Seen> kinds = new LinkedHashMap<>();

    /** Has seen nothing yet. */
    public RareLines() {}

    /**
     * Takes note of a mistake.
     *
     * @param kind the predicate of a sentence about clients; one of a few texts
     * @param line the line for the log
     * @param nowNanos the time as {@link System#nanoTime()} has it
     * @return the line if it should be logged; null if the mistake is only counted
     */
    public synchronized @Nullable String admit(String kind, String line, long nowNanos) {
        Seen seen = kinds.get(kind);
        if (seen == null) {
            seen = new Seen();
            kinds.put(kind, seen);
        } else if (seen.untold > 0 || nowNanos - seen.loggedNanos < WINDOW_NANOS) {
            seen.untold++;
            return null;
        }
        seen.loggedNanos = nowNanos;
        return line;
    }

    /**
     * Returns what there is to say of the mistakes that were only counted.
     *
     * @param nowNanos the time as {@link System#nanoTime()} has it
     * @return lines for the log, most often none
     */
    public synchronized List<String> takeSummary(long nowNanos) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        kinds.forEach((kind, seen) -> {
            if (seen.untold > 0 && nowNanos - seen.loggedNanos >= WINDOW_NANOS) {
                lines.add("gangway: " + seen.untold + (seen.untold == 1 ? " more client " : " more clients ") + kind);
                seen.untold = 0;
                seen.loggedNanos = nowNanos;
            }
        });
        return lines;
    }
}
