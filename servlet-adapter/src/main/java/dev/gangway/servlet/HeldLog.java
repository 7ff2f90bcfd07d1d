package dev.gangway.servlet;

import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.FileStoreOwner;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerServer;
import dev.gangway.sight.Metrics;
import dev.gangway.sight.MetricsOwner;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the log of a handler that may change the protocol: it is run again then, and would log everything twice.
 */
final class HeldLog implements HandlerServer, FileStoreOwner, MetricsOwner {
    private final HandlerServer server;
    private @Nullable List<Line> held = new ArrayList<>();

    private record Line(Level level, String text) {}

    HeldLog(HandlerServer server) {
        this.server = server;
    }

    /** Logs the lines that were held, and holds no more. */
    synchronized void release() {
        List<Line> lines = held;
        held = null;
        if (lines != null) {
            lines.forEach(line -> server.log(line.level(), line.text()));
        }
    }

    @Override
    public void log(String line) {
        log(Level.INFO, line);
    }

    @Override
    public synchronized void log(Level level, String line) {
        if (held != null) {
            held.add(new Line(level, line));
        } else {
            server.log(level, line);
        }
    }

    @Override
    public String serverName() {
        return server.serverName();
    }

    @Override
    public int serverPort() {
        return server.serverPort();
    }

    @Override
    public @Nullable Object attribute(String name) {
        return server.attribute(name);
    }

    @Override
    public void attribute(String name, @Nullable Object value) {
        server.attribute(name, value);
    }

    @Override
    public void handleError(HandlerConnection connection, Throwable error) {
        server.handleError(connection, error);
    }

    @Override
    public @Nullable Metrics counts() {
        return MetricsOwner.of(server);
    }

    @Override
    public FileStore fileStore() {
        return FileStore.of(server);
    }
}
