package dev.gangway.handler.cgi;

import dev.gangway.host.HandlerServer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds how many scripts of a server run at once, and how many requests wait for their turn. */
public final class ScriptSlots {
    /** Held while slots are made, for any server. A server is an object of the host's, which may lock it for reasons of its own. */
    private static final Object MAKING = new Object();

    private static final String ATTRIBUTE = "dev.gangway.cgi.slots";

    private final Semaphore running;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * Makes slots.
     *
     * @param scripts how many scripts may run at once, 1 or more
     */
    public ScriptSlots(int scripts) {
        running = new Semaphore(scripts, true);
    }

    /**
     * Returns the slots of a server; the first to ask says how many there are.
     *
     * @param server the server
     * @param scripts how many scripts may run at once, 1 or more
     * @return the same slots for every handler of the server
     */
    public static ScriptSlots of(HandlerServer server, int scripts) {
        if (server.attribute(ATTRIBUTE) instanceof ScriptSlots known) {
            return known;
        }
        synchronized (MAKING) {
            if (server.attribute(ATTRIBUTE) instanceof ScriptSlots known) {
                return known;
            }
            ScriptSlots slots = new ScriptSlots(scripts);
            server.attribute(ATTRIBUTE, slots);
            return slots;
        }
    }

    /**
     * Takes a slot, waiting in line for it if the line is not too long.
     *
     * @param queue how many may wait
     * @param patience how long to wait
     * @return whether there was one; then {@link #release()} gives it back
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean acquire(int queue, Duration patience) throws InterruptedException {
        if (waiting.get() == 0 && running.tryAcquire()) {
            return true;
        }
        try {
            return waiting.incrementAndGet() <= queue && running.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Gives a slot back. */
    public void release() {
        running.release();
    }
}
