package dev.gangway.sight;

import org.jspecify.annotations.Nullable;

/** A server that may count what it does: Gangway's own. */
public interface MetricsOwner {
    /**
     * Returns what counts.
     *
     * @return the counts; null if nothing is counted
     */
    @Nullable Metrics counts();

    /**
     * Returns the counts of a server.
     *
     * @param server any server
     * @return its counts; null if it counts nothing
     */
    static @Nullable Metrics of(Object server) {
        return server instanceof MetricsOwner owner ? owner.counts() : null;
    }
}
