package dev.gangway.standalone.node;

import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.UsageException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments that say how long a client may take. Each is null if it was not given, and zero for no limit.
 *
 * @param idle for how long a connection may wait for a request
 * @param header how long the head of a request may take
 * @param body for how long a handler may wait for the next bytes of a request's content
 * @param write for how long a client may take nothing of a response
 */
public record TimeLimits(
        @Nullable Duration idle,
        @Nullable Duration header,
        @Nullable Duration body,
        @Nullable Duration write) {
    private static final String IDLE = "--idle-timeout";
    private static final String HEADER = "--header-timeout";
    private static final String BODY = "--body-timeout";
    private static final String WRITE = "--write-timeout";
    private static final List<String> NAMES = List.of(IDLE, HEADER, BODY, WRITE);

    /** The lines of the usage. */
    public static final String USAGE = """
                           [--idle-timeout SECONDS] [--header-timeout SECONDS]
                           [--body-timeout SECONDS] [--write-timeout SECONDS]
            """;

    /** The lines of the help. */
    public static final String HELP = """
              --idle-timeout SECONDS
                                    close a connection that waits for a request for so
                                    long (default: 30; 0: never), and tell clients
              --header-timeout SECONDS
                                    the head of a request may take so long (default: 20;
                                    0: no limit)
              --body-timeout SECONDS
                                    a request's content may stand still for so long
                                    (default: 20; 0: no limit)
              --write-timeout SECONDS
                                    a client may take nothing of a response for so long
                                    (default: 30; 0: no limit)
            """;

    /** The most that may be given: a day. */
    private static final int MAX_SECONDS = 86_400;

    /**
     * Adds the options to those of a command line.
     *
     * @param known what the command line knows
     * @return the same
     */
    public static org.apache.commons.cli.Options addTo(org.apache.commons.cli.Options known) {
        for (String name : NAMES) {
            known.addOption(null, name.substring(2), true, null);
        }
        return known;
    }

    /**
     * Reads the arguments.
     *
     * @param arguments the command line
     * @return the limits
     * @throws UsageException if a value is not a number of seconds
     */
    public static TimeLimits of(Arguments arguments) throws UsageException {
        return new TimeLimits(
                seconds(arguments, IDLE),
                seconds(arguments, HEADER),
                seconds(arguments, BODY),
                seconds(arguments, WRITE));
    }

    private static @Nullable Duration seconds(Arguments arguments, String option) throws UsageException {
        String value = arguments.last(option);
        return value == null ? null : Duration.ofSeconds(arguments.number(option, value, 0, MAX_SECONDS, 60));
    }

    /**
     * Sets what was given.
     *
     * @param server the server to set it on
     */
    public void apply(HTTPServer server) {
        if (idle != null) {
            server.idleTimeout(orNone(idle));
            server.announceIdleTimeout(true);
        }
        if (header != null) {
            server.headerTimeout(orNone(header));
        }
        if (body != null) {
            server.bodyTimeout(orNone(body));
            // Else the least rate of content would still end a wait that the option allows.
            server.minContentRate(body.isZero() ? 0 : server.minContentRate());
            server.minContentRateAfter(body);
        }
        if (write != null) {
            server.writeTimeout(orNone(write));
        }
    }

    private static @Nullable Duration orNone(Duration limit) {
        return limit.isZero() ? null : limit;
    }
}
