package dev.gangway.standalone.node;

import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.proxy.AddressRanges;
import dev.gangway.standalone.proxy.Forwarding;
import java.time.Duration;
import java.util.List;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a server that stands behind a balancer or a proxy.
 *
 * @param proxyProtocol which peers must speak the PROXY protocol, as ranges of addresses
 * @param forwarded which peers are believed when they name the client in fields, as ranges of addresses
 * @param forwardedField the fields that are believed, or null for either
 * @param health the path at which the server says whether it is ready, or null
 * @param metrics the path at which the server gives numbers of its work, or null
 * @param drainDelay for how long to go on after a signal has come
 */
public record NodeOptions(
        List<String> proxyProtocol,
        List<String> forwarded,
        @Nullable String forwardedField,
        @Nullable String health,
        @Nullable String metrics,
        Duration drainDelay) {
    private static final String PROXY_PROTOCOL = "--proxy-protocol";
    private static final String FORWARDED = "--forwarded";
    private static final String FORWARDED_FIELD = "--forwarded-field";
    private static final String HEALTH = "--health";
    private static final String METRICS = "--metrics";
    private static final String DRAIN_DELAY = "--drain-delay";
    private static final List<String> NAMES =
            List.of(PROXY_PROTOCOL, FORWARDED, FORWARDED_FIELD, HEALTH, METRICS, DRAIN_DELAY);

    /** The lines of the usage. */
    public static final String USAGE = """
                           [--proxy-protocol CIDR[,CIDR]] [--forwarded CIDR[,CIDR]]
                           [--forwarded-field FIELD] [--health PATH]
                           [--metrics PATH] [--drain-delay SECONDS]
            """;

    /** The lines of the help. */
    public static final String HELP = """
              --proxy-protocol CIDR[,CIDR]
                                    these peers begin each connection with a header of
                                    the PROXY protocol, which names the client
              --forwarded CIDR[,CIDR]
                                    believe Forwarded or X-Forwarded-For from these peers
              --forwarded-field FIELD
                                    believe only Forwarded, or only X-Forwarded
              --health PATH         answer here 200 ok, or 503 draining once SIGTERM or
                                    SIGINT has come
              --metrics PATH        give numbers for Prometheus here
              --drain-delay SECONDS
                                    after the signal, accept connections for so long
                                    before the server stops (default: 0)
            """;

    /** The most that may be given: an hour. */
    private static final int MAX_DRAIN_SECONDS = 3600;

    /**
     * Adds the options to those of a command line.
     *
     * @param known what the command line knows
     * @return the same
     */
    public static Options addTo(Options known) {
        for (String name : NAMES) {
            known.addOption(null, name.substring(2), true, null);
        }
        return known;
    }

    /**
     * Reads the arguments.
     *
     * @param arguments the command line
     * @return the options
     * @throws UsageException if a value makes no sense
     */
    public static NodeOptions of(Arguments arguments) throws UsageException {
        NodeOptions options = new NodeOptions(
                list(arguments, PROXY_PROTOCOL),
                list(arguments, FORWARDED),
                arguments.last(FORWARDED_FIELD),
                arguments.last(HEALTH),
                arguments.last(METRICS),
                Duration.ofSeconds(
                        arguments.number(DRAIN_DELAY, arguments.last(DRAIN_DELAY), 0, MAX_DRAIN_SECONDS, 0)));
        options.check(arguments);
        return options;
    }

    private static List<String> list(Arguments arguments, String option) {
        String value = arguments.last(option);
        return value == null ? List.of() : List.of(value.split(",", -1));
    }

    private void check(Arguments arguments) throws UsageException {
        checkRanges(arguments, PROXY_PROTOCOL, proxyProtocol);
        checkRanges(arguments, FORWARDED, forwarded);
        if (forwardedField != null && forwarded.isEmpty()) {
            throw new UsageException(FORWARDED_FIELD + " requires " + FORWARDED + " to be set");
        }
        if (forwardedField != null) {
            try {
                Forwarding.Field.of(forwardedField);
            } catch (IllegalArgumentException e) {
                throw arguments.wrong(FORWARDED_FIELD, forwardedField, "is neither Forwarded nor X-Forwarded");
            }
        }
        if (metrics != null && !metrics.startsWith("/")) {
            throw arguments.wrong(METRICS, metrics, "does not begin with a slash, such as /metrics");
        }
        if (health != null && !health.startsWith("/")) {
            throw arguments.wrong(HEALTH, health, "does not begin with a slash, such as /healthz");
        }
    }

    private static void checkRanges(Arguments arguments, String option, List<String> ranges) throws UsageException {
        for (String range : ranges) {
            try {
                AddressRanges.of(List.of(range));
            } catch (IllegalArgumentException e) {
                throw arguments.wrong(
                        option, range, "is not an IP address or a range of them, such as 10.0.0.0/8 or ::1");
            }
        }
    }

    /**
     * Sets what was given.
     *
     * @param server the server to set it on
     */
    public void apply(HTTPServer server) {
        server.proxyProtocol(proxyProtocol);
        server.forwarded(forwarded);
        server.forwardedField(forwardedField);
        server.health(health);
        if (metrics != null) {
            server.metrics(metrics);
        }
    }

    /**
     * Tells whether the steps of a stop are of interest.
     *
     * @return true if something else looks at them
     */
    public boolean tellsOfStop() {
        return health != null || !drainDelay.isZero();
    }
}
