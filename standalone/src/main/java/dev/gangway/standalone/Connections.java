package dev.gangway.standalone;

import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The connections of a server that are open, from their acceptance until their handler has returned. */
final class Connections {
    /** A connection that has waited for less may be one whose request is on its way. */
    private static final long LEAST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Set<SocketConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();

    void add(SocketConnection connection) {
        open.add(connection);
        count.incrementAndGet();
    }

    void remove(SocketConnection connection) {
        if (open.remove(connection)) {
            count.decrementAndGet();
        }
    }

    int count() {
        return count.get();
    }

    /** Returns how many there are without those for health checks and scrapes alone. */
    int counted() {
        int counted = 0;
        for (SocketConnection connection : open) {
            if (!connection.isForServerAlone()) {
                counted++;
            }
        }
        return counted;
    }

    void endOverdue(long nowNanos, Limits limits, SendQueues queues) {
        for (SocketConnection connection : open) {
            connection.endIfOverdue(nowNanos, limits, queues);
        }
    }

    /**
     * Makes room by closing those that have waited longest for a request: one in 32, so that a flood does not make the
     * server look through all of them for each newcomer.
     *
     * @return false if none has waited long enough
     */
    boolean evict() {
        long now = System.nanoTime();
        NavigableMap<Long, SocketConnection> waiting = new TreeMap<>();
        for (SocketConnection connection : open) {
            long nanos = connection.activity().waitingNanos(now);
            if (nanos >= LEAST_WAIT_NANOS) {
                waiting.put(nanos, connection);
            }
        }
        waiting.descendingMap().values().stream().limit(1 + count() / 32).forEach(SocketConnection::evict);
        return !waiting.isEmpty();
    }

    /**
     * Closes the idle ones, and those that the rest of a request's head has not come to for a second: no answer is running
     * there. A connection from which nothing has come yet is idle a second after it was accepted, and after the stop began: its
     * request may be on its way. Returns the number of the other connections that a thread besides their handler's may wait for.
     */
    int endIdle(long stopNanos) {
        long now = System.nanoTime();
        boolean stopIsNew = now - stopNanos < LEAST_WAIT_NANOS;
        int left = 0;
        for (SocketConnection connection : open) {
            boolean mayHaveSent = connection.isNew(stopIsNew ? now - Long.MAX_VALUE / 2 : now - LEAST_WAIT_NANOS);
            if (!mayHaveSent && !connection.endIfIdle() && isStuckInHead(connection.activity(), now)) {
                connection.evict();
            }
            if (!connection.isDetached()) {
                left++;
            }
        }
        return left;
    }

    private static boolean isStuckInHead(Activity activity, long now) {
        return !activity.isIdle() && activity.waitingNanos(now) >= LEAST_WAIT_NANOS;
    }

    void abort() {
        for (SocketConnection connection : open) {
            if (!connection.isDetached()) {
                connection.abort();
            }
        }
    }

    /** Returns the connection that the calling thread serves, or null. */
    @Nullable SocketConnection servedHere() {
        for (SocketConnection connection : open) {
            if (connection.isServedHere()) {
                return connection;
            }
        }
        return null;
    }
}
