package dev.gangway.sight;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The known facts of a request that is counted or recorded, until its response has been sent. Used by one thread. */
public final class Served {
    private final @Nullable Metrics metrics;
    private final @Nullable RequestEvent event;
    private final long startNanos = System.nanoTime();
    private int status;
    private long contentStart;

    private Served(@Nullable Metrics metrics, @Nullable RequestEvent event) {
        this.metrics = metrics;
        this.event = event;
    }

    /**
     * Begins with a request.
     *
     * @param metrics what counts it; null if nothing does
     * @param method its method
     * @param target its target
     * @return the request; null if it is neither counted nor recorded
     */
    public static @Nullable Served begin(@Nullable Metrics metrics, String method, String target) {
        RequestEvent event = FlightRecording.isOn() ? begin(method, target) : null;
        return metrics == null && event == null ? null : new Served(metrics, event);
    }

    /**
     * Begins with a request.
     *
     * @param metrics what counts it; null if nothing does
     * @param method its method
     * @param target gives its target; asked only if the request is recorded
     * @return the request; null if it is neither counted nor recorded
     */
    public static @Nullable Served begin(@Nullable Metrics metrics, String method, Supplier<String> target) {
        RequestEvent event = FlightRecording.isOn() ? begin(method, target.get()) : null;
        return metrics == null && event == null ? null : new Served(metrics, event);
    }

    private static @Nullable RequestEvent begin(String method, String target) {
        RequestEvent event = new RequestEvent();
        if (!event.isEnabled()) {
            return null;
        }
        event.begin();
        event.method = method;
        event.path = target;
        return event;
    }

    /**
     * Takes note of the head of the response.
     *
     * @param statusCode its status code
     * @param bytes how many bytes of the connection come before the content
     */
    public void responds(int statusCode, long bytes) {
        status = statusCode;
        contentStart = bytes;
    }

    /**
     * Takes note of the end.
     *
     * @param client gives the client's address; asked only if the request is recorded
     * @param bytes how many bytes the connection has sent
     */
    public void end(Supplier<String> client, long bytes) {
        if (metrics != null && status != 0) {
            metrics.request(status, System.nanoTime() - startNanos);
        }
        if (event != null) {
            event.end();
            if (event.shouldCommit()) {
                event.status = status;
                event.bytes = status == 0 ? 0 : Math.max(0, bytes - contentStart);
                event.client = client.get();
                event.commit();
            }
        }
    }
}
