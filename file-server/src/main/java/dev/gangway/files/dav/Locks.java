package dev.gangway.files.dav;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The locks of one server, in memory. They are bounded in number and in time. Any thread may use it. */
public final class Locks {
    /** The longest that a lock lasts without being refreshed. */
    public static final Duration MAX_TIMEOUT = Duration.ofHours(1);

    private static final int MAX_LOCKS = 10_000;

    private final Clock clock;
    private final Map<String, Lock> locks = new HashMap<>();

    /**
     * Makes a place for locks.
     *
     * @param clock what time it is
     */
    public Locks(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes a lock.
     *
     * @param path the file or directory; absolute
     * @param deep whether all that is below it is locked too
     * @param info the lock that is asked for
     * @param timeout how long it lasts
     * @return the lock; null if another one is in its way
     * @throws DavException with 503 if there are too many
     */
    public synchronized @Nullable Lock lock(Path path, boolean deep, DavXml.LockInfo info, Duration timeout)
            throws DavException {
        for (Lock other : current()) {
            boolean touches = covers(other, path) || (deep && other.path().startsWith(path));
            if (touches && (other.exclusive() || info.exclusive())) {
                return null;
            }
        }
        if (locks.size() >= MAX_LOCKS) {
            throw new DavException(503, "There are too many locks");
        }
        Duration bounded = timeout.compareTo(MAX_TIMEOUT) > 0 ? MAX_TIMEOUT : timeout;
        Lock lock = new Lock(
                "urn:uuid:" + UUID.randomUUID(),
                path,
                deep,
                info.exclusive(),
                info.owner(),
                bounded,
                clock.instant().plus(bounded));
        locks.put(lock.token(), lock);
        return lock;
    }

    /**
     * Lets a lock last anew.
     *
     * @param path a path that it covers
     * @param tokens the tokens that the client knows
     * @param timeout how long it lasts from now on; null for as long as before
     * @return the lock; null if no token is that of a lock there
     */
    public synchronized @Nullable Lock refresh(Path path, Set<String> tokens, @Nullable Duration timeout) {
        for (Lock lock : covering(path)) {
            if (tokens.contains(lock.token())) {
                Duration wanted = timeout == null ? lock.timeout() : timeout;
                Duration bounded = wanted.compareTo(MAX_TIMEOUT) > 0 ? MAX_TIMEOUT : wanted;
                Lock fresh = new Lock(
                        lock.token(),
                        lock.path(),
                        lock.deep(),
                        lock.exclusive(),
                        lock.owner(),
                        bounded,
                        clock.instant().plus(bounded));
                locks.put(fresh.token(), fresh);
                return fresh;
            }
        }
        return null;
    }

    /**
     * Ends a lock.
     *
     * @param path a path that it covers
     * @param token its token
     * @return whether there was one
     */
    public synchronized boolean unlock(Path path, String token) {
        for (Lock lock : covering(path)) {
            if (lock.token().equals(token)) {
                locks.remove(token);
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the locks of a path: its own, and deep ones above it.
     *
     * @param path the path; absolute
     * @return the locks that are in force
     */
    public synchronized List<Lock> covering(Path path) {
        List<Lock> found = current();
        found.removeIf(lock -> !covers(lock, path));
        return found;
    }

    /**
     * Finds a lock that keeps a client from changing something.
     *
     * @param path the file or directory to change; absolute
     * @param deep whether all that is below it changes too
     * @param tokens the tokens that the client knows
     * @return such a lock, or null if there is none
     */
    public synchronized @Nullable Lock inTheWay(Path path, boolean deep, Set<String> tokens) {
        List<Lock> all = current();
        Lock blocking = null;
        for (Lock lock : all) {
            boolean touches = covers(lock, path) || (deep && lock.path().startsWith(path));
            if (touches && !tokens.contains(lock.token())) {
                boolean sharedWithUs = !lock.exclusive()
                        && all.stream()
                                .anyMatch(other -> tokens.contains(other.token())
                                        && other.path().equals(lock.path()));
                blocking = sharedWithUs ? blocking : lock;
            }
        }
        return blocking;
    }

    /**
     * Forgets the locks of a deleted or moved file.
     *
     * @param path the deleted or moved file or directory, with all that is below it
     */
    public synchronized void forget(Path path) {
        locks.values().removeIf(lock -> lock.path().startsWith(path));
    }

    private List<Lock> current() {
        Instant now = clock.instant();
        locks.values().removeIf(lock -> !lock.expires().isAfter(now));
        return new ArrayList<>(locks.values());
    }

    private static boolean covers(Lock lock, Path path) {
        return lock.path().equals(path) || (lock.deep() && path.startsWith(lock.path()));
    }
}
