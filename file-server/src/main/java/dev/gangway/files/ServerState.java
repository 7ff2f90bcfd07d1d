package dev.gangway.files;

import dev.gangway.files.access.Accounts;
import dev.gangway.files.access.Attempts;
import dev.gangway.files.dav.DeadProperties;
import dev.gangway.files.dav.Locks;
import dev.gangway.files.upload.Places;
import dev.gangway.host.HandlerServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** State that outlives a connection. It belongs to the server and ends with it. */
final class ServerState {
    private static final String NAME = "dev.gangway.files.state";
    private static final int MAX_FINISHED = 1000;

    private final Attempts attempts = new Attempts(Clock.systemUTC());
    private final Places places = new Places();
    private final Locks locks = new Locks(Clock.systemUTC());
    private final DeadProperties properties = new DeadProperties();
    private final Map<String, Accounts> accounts = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private final Map<String, Long> finished = new LinkedHashMap<>();

    private ServerState() {}

    /** Returns the state of a server; the same each time. */
    static ServerState of(HandlerServer server) {
        // Servers may share their attributes, so the lock is not the server's.
        synchronized (ServerState.class) {
            Object known = server.attribute(NAME);
            if (known instanceof ServerState state) {
                return state;
            }
            ServerState state = new ServerState();
            server.attribute(NAME, state);
            return state;
        }
    }

    Attempts attempts() {
        return attempts;
    }

    Places places() {
        return places;
    }

    Locks locks() {
        return locks;
    }

    DeadProperties properties() {
        return properties;
    }

    /** Returns the accounts of a file and one more name; the same object for the same ones. */
    synchronized Accounts accounts(@Nullable Path file, String auth) {
        return accounts.computeIfAbsent(file + "\n" + auth, key -> new Accounts(file, auth));
    }

    /** Takes an upload for one request alone; false if another one has it. */
    synchronized boolean take(String upload) {
        return busy.add(upload);
    }

    /** Gives an upload back. */
    synchronized void giveBack(String upload) {
        busy.remove(upload);
    }

    /** Remembers an upload that is whole, for a client that has not heard of it. */
    synchronized void finish(String upload, long length) {
        if (finished.size() >= MAX_FINISHED) {
            finished.remove(finished.keySet().iterator().next());
        }
        finished.put(upload, length);
    }

    /** Returns the length of an upload that has become whole lately; null if there is none. */
    synchronized @Nullable Long finished(String upload) {
        return finished.get(upload);
    }
}
