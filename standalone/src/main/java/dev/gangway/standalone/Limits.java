package dev.gangway.standalone;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A server's time limits in nanoseconds, as the watchdog compares them, and the least rate of content, which counts after
 * {@code slowBodyNanos}.
 */
record Limits(
        long idleNanos, long headerNanos, long bodyNanos, long writeNanos, long slowBodyNanos, int bodyBytesPerSecond) {
    static Limits of(ServerAttributes server) {
        return new Limits(
                nanos(server.idleTimeout()),
                nanos(server.headerTimeout()),
                nanos(server.bodyTimeout()),
                nanos(server.writeTimeout()),
                server.minContentRate() == 0 ? Long.MAX_VALUE : nanos(server.minContentRateAfter()),
                server.minContentRate());
    }

    /** Says how often to look, so that a limit is exceeded by a quarter at most. */
    long tickMillis(long longest) {
        long least = Math.min(Math.min(idleNanos, headerNanos), Math.min(bodyNanos, writeNanos));
        return Math.max(5, Math.min(longest, Math.min(least, slowBodyNanos) / 4_000_000));
    }

    static long nanos(@Nullable Duration limit) {
        // Durations beyond 292 years do not fit.
        return limit == null || limit.toDays() > 36_500 ? Long.MAX_VALUE : limit.toNanos();
    }
}
