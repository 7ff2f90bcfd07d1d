package dev.gangway.sight;

/** The metrics that there are, as Prometheus knows them. */
public enum MetricName {
    /** Requests, with the label {@code status}. */
    REQUESTS("gangway_requests_total", "counter", "Requests that were answered, by class of status."),
    /** Bytes. */
    SENT_BYTES("gangway_sent_bytes_total", "counter", "Bytes that were sent, heads included."),
    /** Connections since the start. */
    CONNECTIONS_TOTAL("gangway_connections_total", "counter", "Connections that were accepted."),
    /** Connections at this moment. */
    CONNECTIONS("gangway_connections", "gauge", "Connections that are open."),
    /** Durations. */
    DURATION(
            "gangway_request_duration_seconds",
            "histogram",
            "How long requests took, from the head to the end of the response."),
    /** Limits, with the label {@code limit}. */
    LIMITS("gangway_limits_reached_total", "counter", "How often a client has reached a limit."),
    /** Scripts, with the label {@code outcome}. */
    SCRIPTS("gangway_scripts_total", "counter", "CGI scripts that have ended, by outcome.");

    private final String text;
    private final String type;
    private final String help;

    MetricName(String text, String type, String help) {
        this.text = text;
        this.type = type;
        this.help = help;
    }

    /**
     * Returns the name.
     *
     * @return {@code gangway_requests_total} for example
     */
    public String text() {
        return text;
    }

    /**
     * Returns the kind of metric.
     *
     * @return {@code counter}, {@code gauge} or {@code histogram}
     */
    public String type() {
        return type;
    }

    /**
     * Returns what the metric says.
     *
     * @return a sentence
     */
    public String help() {
        return help;
    }
}
