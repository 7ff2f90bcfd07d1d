package dev.gangway.standalone;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Brings a server to rest: idle connections are closed, and running requests are waited for. */
final class GracefulStop {
    private static final long LOOK_MILLIS = 10;
    /** How long to wait for handlers that were cut. */
    private static final long LAST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final ServeLoop loop;
    private final Connections connections;
    private final LingeringClose lingering;

    GracefulStop(ServeLoop loop, Connections connections, LingeringClose lingering) {
        this.loop = loop;
        this.connections = connections;
        this.lingering = lingering;
    }

    /**
     * Closes connections as soon as they are idle, and cuts the rest when the time is over. Does not wait for the connection
     * that the calling thread serves: it could not end.
     */
    void run(Duration grace) {
        SocketConnection own = connections.servedHere();
        if (own == null) {
            await(grace);
            return;
        }
        own.detach(true);
        try {
            await(grace);
        } finally {
            own.detach(false);
        }
    }

    private void await(Duration grace) {
        if (!comesToRest(Limits.nanos(grace))) {
            connections.abort();
            comesToRest(LAST_NANOS);
        }
    }

    private boolean comesToRest(long nanos) {
        long start = System.nanoTime();
        while (isBusy(start)) {
            if (System.nanoTime() - start > nanos) {
                return false;
            }
            loop.pause(LOOK_MILLIS);
        }
        return true;
    }

    private boolean isBusy(long stopNanos) {
        int left = connections.endIdle(stopNanos) + lingering.count();
        return left > 0 || (loop.isRunning() && !loop.isRunHere());
    }
}
