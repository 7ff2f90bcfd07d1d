package dev.gangway.sight;

import java.util.Locale;

/** Writes numbers in the text format of Prometheus (version 0.0.4). */
public final class PrometheusText {
    /** The value of {@code Content-Type}. */
    public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder(4096);

    private PrometheusText() {}

    /**
     * Writes the numbers.
     *
     * @param metrics the numbers; those of connections are left out where they are not known
     * @return lines, the last one with its line end
     */
    public static String of(Metrics metrics) {
        return new PrometheusText().write(metrics).toString();
    }

    private StringBuilder write(Metrics metrics) {
        String requests = begin(MetricName.REQUESTS);
        metrics.requests().forEach(part -> labelled(requests, "status", part.name(), part.count()));
        number(MetricName.SENT_BYTES, metrics.sentBytes());
        if (metrics.knowsConnections()) {
            number(MetricName.CONNECTIONS_TOTAL, metrics.connections());
            number(MetricName.CONNECTIONS, metrics.openConnections());
        }
        histogram(metrics.durations());
        String limits = begin(MetricName.LIMITS);
        for (Limit limit : Limit.values()) {
            labelled(limits, "limit", limit.text(), metrics.reached(limit));
        }
        String scripts = begin(MetricName.SCRIPTS);
        for (ScriptOutcome outcome : ScriptOutcome.values()) {
            labelled(scripts, "outcome", outcome.text(), metrics.scripts(outcome));
        }
        return text;
    }

    private void histogram(Metrics.Durations durations) {
        String name = begin(MetricName.DURATION);
        long count = 0;
        for (int i = 0; i < durations.counts().size(); i++) {
            count += durations.counts().get(i);
            labelled(name + "_bucket", "le", bound(durations.upperBounds().get(i)), count);
        }
        text.append(name).append("_sum ").append(durations.sum()).append('\n');
        text.append(name).append("_count ").append(count).append('\n');
    }

    private static String bound(double seconds) {
        return Double.isInfinite(seconds) ? "+Inf" : String.format(Locale.ROOT, "%s", seconds);
    }

    private void number(MetricName metric, long value) {
        text.append(begin(metric)).append(' ').append(value).append('\n');
    }

    private void labelled(String name, String label, String of, long value) {
        text.append(name).append('{').append(label).append("=\"").append(of).append("\"} ");
        text.append(value).append('\n');
    }

    private String begin(MetricName metric) {
        String name = metric.text();
        text.append("# HELP ").append(name).append(' ').append(metric.help()).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(metric.type()).append('\n');
        return name;
    }
}
