package dev.gangway.servlet;

import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.FileStoreOwner;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerServer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the log of a handler that may change the protocol: it is run again then, and would log everything twice.
 */
final class HeldLog implements HandlerServer, FileStoreOwner {
    private final HandlerServer server;
    private @Nullable List<String> held = new ArrayList<>();

    HeldLog(HandlerServer server) {
        this.server = server;
    }

    /** Logs what was held, and holds no more. */
    synchronized void release() {
        List<String> lines = held;
        held = null;
        if (lines != null) {
            lines.forEach(server::log);
        }
    }

    @Override
    public synchronized void log(String line) {
        if (held != null) {
            held.add(line);
        } else {
            server.log(line);
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
    public FileStore fileStore() {
        return FileStore.of(server);
    }
}
