package dev.gangway.standalone.serve;

import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.node.NodeOptions;
import dev.gangway.standalone.node.TimeLimits;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/**
 * The settings of a node behind a balancer.
 *
 * @param limits how long clients may take
 * @param options who is believed, and how the node stops
 */
record Node(TimeLimits limits, NodeOptions options) {
    static Node of(Settings settings) throws UsageException {
        Options known = NodeOptions.addTo(TimeLimits.addTo(new Options()));
        List<String> words = new ArrayList<>();
        for (Option option : known.getOptions()) {
            String value = settings.last(option.getLongOpt());
            if (value != null) {
                words.add("--" + option.getLongOpt() + "=" + value);
            }
        }
        Arguments arguments = Arguments.parse(known, words.toArray(new String[0]));
        return new Node(TimeLimits.of(arguments), NodeOptions.of(arguments));
    }

    /** Sets it on a server; clients are told how long a connection may rest. */
    void apply(HTTPServer server) {
        server.announceIdleTimeout(true);
        limits.apply(server);
        options.apply(server);
    }
}
