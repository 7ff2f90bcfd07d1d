package dev.gangway.sight;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells that a client has reached a limit. */
public final class ReachedLimit {
    private ReachedLimit() {}

    /**
     * Counts and records it.
     *
     * @param metrics what counts it; null if nothing does
     * @param limit the limit
     * @param client gives the client's address; asked only if limits are recorded
     */
    public static void tell(@Nullable Metrics metrics, Limit limit, Supplier<String> client) {
        if (metrics != null) {
            metrics.limit(limit);
        }
        if (FlightRecording.isOn()) {
            record(limit, client);
        }
    }

    private static void record(Limit limit, Supplier<String> client) {
        LimitReachedEvent event = new LimitReachedEvent();
        if (event.shouldCommit()) {
            event.limit = limit.text();
            event.client = client.get();
            event.commit();
        }
    }
}
