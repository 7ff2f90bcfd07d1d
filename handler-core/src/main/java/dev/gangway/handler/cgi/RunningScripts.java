package dev.gangway.handler.cgi;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The scripts that are running, so that none of them outlives the JVM. A server that stops lets its answers finish for a
 * time and then cuts them, which ends their scripts; scripts that go on are killed here.
 */
public final class RunningScripts {
    /** The time that a server leaves its answers to finish, and a little more. */
    private static final long GRACE_MILLIS = 10_500;

    private static final Set<ProcessTree> RUNNING = new LinkedHashSet<>();
    private static @Nullable Thread hook;

    /** Held for reading while a script starts, so that none is overlooked that is not among the running yet. */
    private static final ReadWriteLock STARTS = new ReentrantReadWriteLock();

    private static volatile boolean ended;

    private RunningScripts() {}

    /** Starts something. */
    @FunctionalInterface
    interface Start {
        ProcessTree start() throws IOException;
    }

    /**
     * Starts a script, and keeps its processes in mind.
     *
     * @throws IOException if it cannot be started, or none may be any more
     */
    static ProcessTree add(Start start) throws IOException {
        STARTS.readLock().lock();
        try {
            if (ended) {
                throw new IOException("the server ends");
            }
            ProcessTree tree = start.start();
            add(tree);
            return tree;
        } finally {
            STARTS.readLock().unlock();
        }
    }

    /** Kills all scripts and whatever they have started, for a process that is about to end; no other is started then. */
    public static synchronized void killAll() {
        if (ended) {
            return;
        }
        STARTS.writeLock().lock();
        try {
            ended = true;
        } finally {
            STARTS.writeLock().unlock();
        }
        List<ProcessTree> left;
        synchronized (RUNNING) {
            left = List.copyOf(RUNNING);
        }
        if (!left.isEmpty()) {
            ProcessTree.kill(left);
        }
        synchronized (RUNNING) {
            RUNNING.notifyAll();
        }
    }

    private static void add(ProcessTree tree) {
        synchronized (RUNNING) {
            RUNNING.add(tree);
            if (hook == null) {
                // Only while a script runs: a web application that is unloaded must leave nothing behind.
                hook = new Thread(RunningScripts::endAll, "gangway-cgi-shutdown");
                change(true, hook);
            }
        }
    }

    static void remove(ProcessTree tree) {
        synchronized (RUNNING) {
            RUNNING.remove(tree);
            RUNNING.notifyAll();
            if (RUNNING.isEmpty() && hook != null) {
                change(false, hook);
                hook = null;
            }
        }
    }

    private static void change(boolean add, Thread thread) {
        try {
            if (add) {
                Runtime.getRuntime().addShutdownHook(thread);
            } else {
                Runtime.getRuntime().removeShutdownHook(thread);
            }
        } catch (IllegalStateException e) {
            // The JVM is shutting down already.
        }
    }

    private static void endAll() {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
        synchronized (RUNNING) {
            try {
                long millis = GRACE_MILLIS;
                while (!RUNNING.isEmpty() && !ended && millis > 0) {
                    RUNNING.wait(millis);
                    millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        killAll();
    }
}
