package dev.gangway.standalone.sight;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what a server does, and writes the numbers in the text format of Prometheus (version 0.0.4). No label comes from a request.
 * Any thread may count.
 */
public final class Metrics {
    /** The value of {@code Content-Type}. */
    public static final String TEXT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /** Upper bounds of the histogram in milliseconds, the usual ones of Prometheus' libraries. */
    private static final long[] BOUNDS_MILLIS = {5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000};

    private static final int CLASSES = 6;
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LongAdder[] requests = adders(CLASSES);
    private final LongAdder[] durations = adders(BOUNDS_MILLIS.length + 1);
    private final LongAdder durationNanos = new LongAdder();
    private final LongAdder sentBytes = new LongAdder();
    private final LongAdder connections = new LongAdder();
    private final Map<String, LongAdder> limits = new ConcurrentHashMap<>();

    /** Has counted nothing yet. */
    public Metrics() {}

    private static LongAdder[] adders(int count) {
        LongAdder[] adders = new LongAdder[count];
        for (int i = 0; i < count; i++) {
            adders[i] = new LongAdder();
        }
        return adders;
    }

    /**
     * Counts a request that was answered.
     *
     * @param status the status code
     * @param nanos how long it took, from its head to the end of the response
     */
    public void request(int status, long nanos) {
        requests[status >= 100 && status < 600 ? status / 100 : 0].increment();
        int bucket = 0;
        while (bucket < BOUNDS_MILLIS.length && nanos > TimeUnit.MILLISECONDS.toNanos(BOUNDS_MILLIS[bucket])) {
            bucket++;
        }
        durations[bucket].increment();
        durationNanos.add(nanos);
    }

    /**
     * Counts bytes that were sent.
     *
     * @param count bytes, heads included
     */
    public void sent(long count) {
        sentBytes.add(count);
    }

    /** Counts a connection that was accepted. */
    public void connection() {
        connections.increment();
    }

    /**
     * Counts that a limit was reached.
     *
     * @param name which limit; one of a few
     */
    public void limit(String name) {
        limits.computeIfAbsent(name, key -> new LongAdder()).increment();
    }

    /**
     * Writes the numbers.
     *
     * @param open how many connections are open
     * @return lines, the last one with its line end
     */
    public String text(int open) {
        StringBuilder text = new StringBuilder(2048);
        head(text, "gangway_requests_total", "counter", "Requests that were answered, by class of status.");
        for (int i = 1; i < CLASSES; i++) {
            text.append("gangway_requests_total{status=\"").append(i).append("xx\"} ");
            text.append(requests[i].sum()).append('\n');
        }
        number(text, "gangway_sent_bytes_total", "counter", "Bytes that were sent, heads included.", sentBytes.sum());
        number(text, "gangway_connections_total", "counter", "Connections that were accepted.", connections.sum());
        number(text, "gangway_connections", "gauge", "Connections that are open.", open);
        histogram(text);
        head(text, "gangway_limits_reached_total", "counter", "Connections that have reached a limit.");
        new TreeMap<>(limits)
                .forEach((name, count) -> text.append("gangway_limits_reached_total{limit=\"")
                        .append(name)
                        .append("\"} ")
                        .append(count.sum())
                        .append('\n'));
        return text.toString();
    }

    private void histogram(StringBuilder text) {
        String name = "gangway_request_duration_seconds";
        head(text, name, "histogram", "How long requests took, from the head to the end of the response.");
        long count = 0;
        for (int i = 0; i < BOUNDS_MILLIS.length; i++) {
            count += durations[i].sum();
            String bound = String.format(Locale.ROOT, "%s", BOUNDS_MILLIS[i] / 1000.0);
            text.append(name)
                    .append("_bucket{le=\"")
                    .append(bound)
                    .append("\"} ")
                    .append(count)
                    .append('\n');
        }
        count += durations[BOUNDS_MILLIS.length].sum();
        text.append(name).append("_bucket{le=\"+Inf\"} ").append(count).append('\n');
        text.append(name)
                .append("_sum ")
                .append(durationNanos.sum() / NANOS_PER_SECOND)
                .append('\n');
        text.append(name).append("_count ").append(count).append('\n');
    }

    private static void number(StringBuilder text, String name, String type, String help, long value) {
        head(text, name, type, help);
        text.append(name).append(' ').append(value).append('\n');
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }
}
