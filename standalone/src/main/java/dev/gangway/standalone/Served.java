package dev.gangway.standalone;

import dev.gangway.standalone.sight.Metrics;
import dev.gangway.standalone.sight.Recorded;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A request that somebody looks at: what is known of it until its response has been sent. */
final class Served {
    private final @Nullable Metrics metrics;
    private final @Nullable Recorded recorded;
    private final long startNanos = System.nanoTime();
    private int status;
    private long contentStart;

    private Served(@Nullable Metrics metrics, @Nullable Recorded recorded) {
        this.metrics = metrics;
        this.recorded = recorded;
    }

    /** Begins with a request; null if nobody looks. */
    static @Nullable Served begin(@Nullable Metrics metrics, String method, String target) {
        Recorded recorded = Recorded.begin(method, target);
        return metrics == null && recorded == null ? null : new Served(metrics, recorded);
    }

    /** Takes note of the head of the response, behind which the content begins at that count of bytes. */
    void responds(int statusCode, long bytes) {
        status = statusCode;
        contentStart = bytes;
    }

    /** Takes note of the end, at a count of bytes. */
    void end(InetSocketAddress client, long bytes) {
        if (metrics != null && status != 0) {
            metrics.request(status, System.nanoTime() - startNanos);
        }
        if (recorded != null) {
            recorded.end(client, status, status == 0 ? 0 : Math.max(0, bytes - contentStart));
        }
    }
}
