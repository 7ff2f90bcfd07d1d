package dev.gangway.sight;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts what a server does. No label comes from a request. Any thread may count, and read; numbers that are read while others count
 * may be of slightly different moments.
 */
public final class Metrics {
    /** Upper bounds of the histogram in milliseconds, the usual ones of Prometheus' libraries. */
    private static final long[] BOUNDS_MILLIS = {5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000};

    private static final int CLASSES = 5;
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final List<LongAdder> requests = adders(CLASSES);
    private final List<LongAdder> durations = adders(BOUNDS_MILLIS.length + 1);
    private final LongAdder durationNanos = new LongAdder();
    private final LongAdder sentBytes = new LongAdder();
    private final LongAdder connections = new LongAdder();
    private final Map<Limit, LongAdder> limits = new EnumMap<>(Limit.class);
    private final Map<ScriptOutcome, LongAdder> scripts = new EnumMap<>(ScriptOutcome.class);
    private final List<IntSupplier> listeners = new CopyOnWriteArrayList<>();

    /**
     * A class of status codes.
     *
     * @param name {@code 2xx} for example
     * @param count how many requests were answered so
     */
    public record StatusClass(String name, long count) {}

    /**
     * The durations of requests.
     *
     * @param upperBounds the bounds of the buckets in seconds, ascending; the last one is infinite
     * @param counts how many requests fell into each bucket, and not into one before
     * @param sum the sum of all durations in seconds
     */
    public record Durations(List<Double> upperBounds, List<Long> counts, double sum) {}

    /** Has counted nothing yet. */
    public Metrics() {
        for (Limit limit : Limit.values()) {
            limits.put(limit, new LongAdder());
        }
        for (ScriptOutcome outcome : ScriptOutcome.values()) {
            scripts.put(outcome, new LongAdder());
        }
    }

    private static List<LongAdder> adders(int count) {
        return Stream.generate(LongAdder::new).limit(count).toList();
    }

    /**
     * Counts a request that was answered.
     *
     * @param status the status code; clients take an unknown class for 5xx (RFC 9110 §15)
     * @param nanos how long it took, from its head to the end of the response
     */
    public void request(int status, long nanos) {
        int known = status >= 100 && status < 600 ? status / 100 : CLASSES;
        requests.get(known - 1).increment();
        int bucket = 0;
        while (bucket < BOUNDS_MILLIS.length && nanos > BOUNDS_MILLIS[bucket] * 1_000_000) {
            bucket++;
        }
        durations.get(bucket).increment();
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
     * @param limit which limit
     */
    public void limit(Limit limit) {
        known(limits, limit).increment();
    }

    /**
     * Counts a script.
     *
     * @param outcome how it has ended
     */
    public void script(ScriptOutcome outcome) {
        known(scripts, outcome).increment();
    }

    private static <K> LongAdder known(Map<K, LongAdder> counts, K key) {
        LongAdder count = counts.get(key);
        if (count == null) {
            throw new IllegalStateException("not counted: " + key);
        }
        return count;
    }

    /**
     * Adds a listening socket whose connections are counted here.
     *
     * @param open tells how many of its connections are open
     */
    public void addListener(IntSupplier open) {
        listeners.add(open);
    }

    /**
     * Takes a listening socket out.
     *
     * @param open the same object as was added
     */
    public void removeListener(IntSupplier open) {
        listeners.remove(open);
    }

    /**
     * Tells whether connections are known: in a servlet container they are not.
     *
     * @return true if there is a listening socket
     */
    public boolean knowsConnections() {
        return !listeners.isEmpty();
    }

    /**
     * Returns how many requests were answered.
     *
     * @return the classes from {@code 1xx} to {@code 5xx}
     */
    public List<StatusClass> requests() {
        return IntStream.range(0, CLASSES)
                .mapToObj(i -> new StatusClass(i + 1 + "xx", requests.get(i).sum()))
                .toList();
    }

    /**
     * Returns how long requests took.
     *
     * @return the durations, from the head to the end of the response
     */
    public Durations durations() {
        List<Double> bounds = new ArrayList<>();
        for (long millis : BOUNDS_MILLIS) {
            bounds.add(millis / 1000.0);
        }
        bounds.add(Double.POSITIVE_INFINITY);
        List<Long> counts = durations.stream().map(LongAdder::sum).toList();
        return new Durations(List.copyOf(bounds), counts, durationNanos.sum() / NANOS_PER_SECOND);
    }

    /**
     * Returns how many bytes were sent.
     *
     * @return bytes, heads included
     */
    public long sentBytes() {
        return sentBytes.sum();
    }

    /**
     * Returns how many connections were accepted.
     *
     * @return connections
     */
    public long connections() {
        return connections.sum();
    }

    /**
     * Returns how many connections are open.
     *
     * @return connections
     */
    public int openConnections() {
        return listeners.stream().mapToInt(IntSupplier::getAsInt).sum();
    }

    /**
     * Returns how often a limit was reached.
     *
     * @param limit the limit
     * @return how often
     */
    public long reached(Limit limit) {
        return known(limits, limit).sum();
    }

    /**
     * Returns how many scripts have ended in a way.
     *
     * @param outcome the way
     * @return how many
     */
    public long scripts(ScriptOutcome outcome) {
        return known(scripts, outcome).sum();
    }
}
