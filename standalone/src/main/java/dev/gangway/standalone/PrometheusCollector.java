package dev.gangway.standalone;

import dev.gangway.sight.Limit;
import dev.gangway.sight.MetricName;
import dev.gangway.sight.Metrics;
import dev.gangway.sight.ScriptOutcome;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot.UnknownDataPointSnapshot;

/**
 * Gives the numbers of a server to a registry of Prometheus' own library, for a program that has one: {@code
 * io.prometheus:prometheus-metrics-core} 1.10 or later, which the program brings.
 *
 * <pre>{@code
 * PrometheusRegistry.defaultRegistry.register(new PrometheusCollector(server));
 * }</pre>
 *
 * <p>The metrics are those of {@link HTTPServer#metrics(String)}, which needs no library. {@code gangway_connections_total} is of an
 * unknown type here: the library has no counter beside the gauge {@code gangway_connections}. Servers of one program count together
 * ({@link HTTPServer#countTogether}) and have one collector.
 *
 * <p>Counting begins with the collector. Any thread may use it.
 */
@SuppressWarnings("exports") // Who has the library knows its module.
public final class PrometheusCollector implements MultiCollector {
    private static final String TOTAL = "_total";

    private final Metrics counts;

    /**
     * Makes a collector, and begins to count.
     *
     * @param server the server
     */
    public PrometheusCollector(HTTPServer server) {
        counts = server.startCounting();
    }

    /** Returns the numbers of this moment. */
    @Override
    public MetricSnapshots collect() {
        CounterSnapshot.Builder requests = counter(MetricName.REQUESTS);
        counts.requests().forEach(part -> requests.dataPoint(counted(part.count(), Labels.of("status", part.name()))));
        CounterSnapshot.Builder limits = counter(MetricName.LIMITS);
        for (Limit limit : Limit.values()) {
            limits.dataPoint(counted(counts.reached(limit), Labels.of("limit", limit.text())));
        }
        CounterSnapshot.Builder scripts = counter(MetricName.SCRIPTS);
        for (ScriptOutcome outcome : ScriptOutcome.values()) {
            scripts.dataPoint(counted(counts.scripts(outcome), Labels.of("outcome", outcome.text())));
        }
        return MetricSnapshots.of(
                requests.build(),
                counter(MetricName.SENT_BYTES)
                        .dataPoint(counted(counts.sentBytes(), Labels.EMPTY))
                        .build(),
                connections(),
                open(),
                durations(),
                limits.build(),
                scripts.build());
    }

    private static CounterSnapshot.Builder counter(MetricName metric) {
        String name = metric.text();
        return CounterSnapshot.builder()
                .name(name.substring(0, name.length() - TOTAL.length()))
                .help(metric.help());
    }

    private static CounterDataPointSnapshot counted(long count, Labels labels) {
        return CounterDataPointSnapshot.builder()
                .value((double) count)
                .labels(labels)
                .build();
    }

    private UnknownSnapshot connections() {
        return UnknownSnapshot.builder()
                .name(MetricName.CONNECTIONS_TOTAL.text())
                .help(MetricName.CONNECTIONS_TOTAL.help())
                .dataPoint(UnknownDataPointSnapshot.builder()
                        .value((double) counts.connections())
                        .build())
                .build();
    }

    private GaugeSnapshot open() {
        return GaugeSnapshot.builder()
                .name(MetricName.CONNECTIONS.text())
                .help(MetricName.CONNECTIONS.help())
                .dataPoint(GaugeDataPointSnapshot.builder()
                        .value((double) counts.openConnections())
                        .build())
                .build();
    }

    private HistogramSnapshot durations() {
        Metrics.Durations durations = counts.durations();
        return HistogramSnapshot.builder()
                .name(MetricName.DURATION.text())
                .help(MetricName.DURATION.help())
                .dataPoint(HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(
                                ClassicHistogramBuckets.of(durations.upperBounds(), durations.counts()))
                        .sum(durations.sum())
                        .build())
                .build();
    }
}
