package dev.gangway.handler.cgi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The scripts that are running, so that none of them outlives the JVM. A server that stops lets its answers finish for a
 * time and then cuts them, which ends their scripts; what is left after that is killed here.
 */
final class RunningScripts {
    /** The time that a server leaves its answers to finish, and a little more. */
    private static final long GRACE_MILLIS = 10_500;

    private static final Set<ProcessTree> RUNNING = new LinkedHashSet<>();
    private static @Nullable Thread hook;

    private RunningScripts() {}

    static void add(ProcessTree tree) {
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
        List<ProcessTree> left;
        synchronized (RUNNING) {
            try {
                long millis = GRACE_MILLIS;
                while (!RUNNING.isEmpty() && millis > 0) {
                    RUNNING.wait(millis);
                    millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            left = List.copyOf(RUNNING);
        }
        left.forEach(ProcessTree::kill);
    }
}
