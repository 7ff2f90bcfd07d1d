package dev.gangway.standalone;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/**
 * A thread that ends what lasts too long: connections that have passed a time limit, and closed ones that linger. One
 * for each server, so that no read or write needs a timer of its own.
 */
final class Watchdog {
    static final long LONGEST_TICK_MILLIS = 250;

    private final HTTPServer server;
    private final LingeringClose lingering;
    private volatile boolean closed;
    private boolean started;

    Watchdog(HTTPServer server) throws IOException {
        this.server = server;
        this.lingering = new LingeringClose();
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

    /** Closes a socket later, when its client has stopped sending; false if there are too many of them. */
    boolean linger(SocketChannel channel) throws IOException {
        return lingering.add(channel);
    }

    int lingerers() {
        return lingering.count();
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
        SendQueues queues = new SendQueues(server.serverPort());
        try {
            while (!closed || lingering.count() > 0 || server.connections().count() > 0) {
                look(queues);
            }
        } finally {
            lingering.close();
        }
    }

    private void look(SendQueues queues) {
        try {
            Limits limits = Limits.of(server);
            lingering.await(limits.tickMillis(LONGEST_TICK_MILLIS));
            server.connections().endOverdue(System.nanoTime(), limits, queues);
            server.fileStore().sweep();
        } catch (IOException | RuntimeException | Error e) {
            // Whatever it was, for instance a lack of memory, time limits must hold afterwards.
            server.log("gangway: " + e);
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LONGEST_TICK_MILLIS);
        } catch (InterruptedException e) {
            // Nobody interrupts this thread, and it would go on if somebody did.
        }
    }
}
