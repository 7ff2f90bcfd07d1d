package dev.gangway.standalone;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A thread that ends what lasts too long: connections that have passed a time limit, and closed ones that linger. One
 * for each server, so that no read or write needs a timer of its own.
 */
final class Watchdog {
    static final long LONGEST_TICK_MILLIS = 250;

    /** The server, as far as the watchdog knows it. */
    interface Watched {
        /** Returns the port that it listens on. */
        int port();

        /** Returns the limits that hold at this moment. */
        Limits limits();

        /** Lets go of resources that have not been used for a while. */
        void tidyUp();

        /** Writes a line to the log. */
        void log(String line);
    }

    private final Watched server;
    private final Connections connections;
    private final LingeringClose lingering;
    private volatile boolean closed;
    private boolean started;

    /** Makes a watchdog that closes {@code lingering} at its end. */
    Watchdog(Watched server, Connections connections, LingeringClose lingering) {
        this.server = server;
        this.connections = connections;
        this.lingering = lingering;
    }

    /** Starts the thread if it does not run yet. */
    synchronized void start() {
        if (!started && !closed) {
            started = true;
            Thread thread = new Thread(this::run, "gangway-watchdog");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Ends the thread soon, once nothing lingers. */
    synchronized void close() {
        closed = true;
        if (!started) {
            lingering.close();
        }
        lingering.wakeup();
    }

    private void run() {
        SendQueues queues = new SendQueues(server.port());
        try {
            while (!closed || lingering.count() > 0 || connections.count() > 0) {
                look(queues);
            }
        } finally {
            lingering.close();
        }
    }

    private void look(SendQueues queues) {
        try {
            Limits limits = server.limits();
            lingering.await(limits.tickMillis(LONGEST_TICK_MILLIS));
            connections.endOverdue(System.nanoTime(), limits, queues);
            server.tidyUp();
        } catch (IOException | RuntimeException | Error e) {
            // Even after a lack of memory, for instance, time limits must hold.
            server.log("gangway: " + e);
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LONGEST_TICK_MILLIS);
        } catch (InterruptedException e) {
            // No code interrupts this thread, and it would go on after an interrupt.
        }
    }
}
