package dev.gangway.standalone;

import dev.gangway.handler.text.IpAddress;
import dev.gangway.sight.Limit;
import dev.gangway.sight.Metrics;
import dev.gangway.sight.ScriptOutcome;
import java.util.LinkedHashMap;
import java.util.Map;

/** A server as Java's management sees it. */
final class ManagedServer implements ServerMXBean {
    private final HTTPServer server;
    private final Metrics counts;

    /** Begins to count, if the server does not yet. */
    ManagedServer(HTTPServer server) {
        this.server = server;
        this.counts = server.startCounting();
    }

    @Override
    public String getAddress() {
        return IpAddress.text(server.serverAddress());
    }

    @Override
    public int getPort() {
        return server.serverPort();
    }

    @Override
    public boolean isDraining() {
        return server.isDraining();
    }

    @Override
    public int getConnections() {
        return counts.openConnections();
    }

    @Override
    public int getMaxConnections() {
        return server.maxConnections();
    }

    @Override
    public long getConnectionsTotal() {
        return counts.connections();
    }

    @Override
    public Map<String, Long> getRequestsTotal() {
        Map<String, Long> requests = new LinkedHashMap<>();
        counts.requests().forEach(part -> requests.put(part.name(), part.count()));
        return requests;
    }

    @Override
    public double getRequestDurationSecondsSum() {
        return counts.durations().sum();
    }

    @Override
    public long getSentBytesTotal() {
        return counts.sentBytes();
    }

    @Override
    public Map<String, Long> getLimitsReachedTotal() {
        Map<String, Long> limits = new LinkedHashMap<>();
        for (Limit limit : Limit.values()) {
            limits.put(limit.text(), counts.reached(limit));
        }
        return limits;
    }

    @Override
    public Map<String, Long> getScriptsTotal() {
        Map<String, Long> scripts = new LinkedHashMap<>();
        for (ScriptOutcome outcome : ScriptOutcome.values()) {
            scripts.put(outcome.text(), counts.scripts(outcome));
        }
        return scripts;
    }
}
