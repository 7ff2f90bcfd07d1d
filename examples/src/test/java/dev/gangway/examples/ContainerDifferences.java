package dev.gangway.examples;

import dev.gangway.contract.HostDifference;
import java.util.Map;
import java.util.Optional;

/** What a servlet container makes impossible for some of the examples; section 12 of the porting guide says it in words. */
final class ContainerDifferences {
    private static final Map<String, HostDifference> BOTH = Map.ofEntries(
            Map.entry("any-verb.options", HostDifference.OWN_PARSER),
            Map.entry("connection-counter.three", HostDifference.HANDLER_PER_REQUEST),
            Map.entry("gatekeeper.malformed", HostDifference.OWN_PARSER),
            Map.entry("header-dump.many", HostDifference.OWN_FRAMING),
            Map.entry("put-files.outside", HostDifference.OWN_PARSER),
            Map.entry("quiet-disconnects.gone", HostDifference.HANDLER_PER_REQUEST),
            Map.entry("quiet-disconnects.two", HostDifference.HANDLER_PER_REQUEST),
            // The container adds a Date.
            Map.entry("raw-status-line.get", HostDifference.OWN_FRAMING),
            Map.entry("tunnel.absolute", HostDifference.OWN_PARSER),
            Map.entry("tunnel.open", HostDifference.NO_CONNECT),
            Map.entry("tunnel.refused", HostDifference.NO_CONNECT),
            Map.entry("wsgi-apps.malformed", HostDifference.OWN_PARSER));

    private static final Map<String, HostDifference> JETTY = Map.of(
            // The container adds a Server where the handler takes it away.
            "edited-head.file", HostDifference.OWN_FRAMING,
            "edited-head.head", HostDifference.OWN_FRAMING,
            "edited-head.missing", HostDifference.OWN_FRAMING);

    /** It gives the names of fields in lower case. */
    private static final Map<String, HostDifference> TOMCAT = Map.of("header-dump.few", HostDifference.OWN_FRAMING);

    private ContainerDifferences() {}

    static Optional<HostDifference> onJetty(String transcript) {
        return Optional.ofNullable(BOTH.getOrDefault(transcript, JETTY.get(transcript)));
    }

    static Optional<HostDifference> onTomcat(String transcript) {
        return Optional.ofNullable(BOTH.getOrDefault(transcript, TOMCAT.get(transcript)));
    }
}
