package dev.gangway.porting;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code threading.Thread}. */
public class PythonThread {
    private final @Nullable Function target;
    private final List<@Nullable Object> args;
    private boolean daemon;
    private @Nullable Thread thread;
    private String name = "Thread";

    /** Makes a thread that a subclass tells what to do. */
    public PythonThread() {
        this(Keywords.NONE);
    }

    /** Makes a thread: {@code target}, {@code args}, {@code daemon} and {@code name} are its keywords. */
    public PythonThread(Keywords keywords) {
        target = keywords.get("target") instanceof Function function ? function : null;
        args = keywords.get("args") == null ? List.of() : Python.list(keywords.get("args"));
        daemon = keywords.truth("daemon");
        name = Python.str(keywords.get("name", "Thread"));
    }

    /** Does what the thread is for. */
    public void run() throws IOException {
        if (target != null) {
            target.call(args.toArray());
        }
    }

    /** Does {@code thread.start()}. */
    public void start() {
        Thread started = new Thread(
                () -> {
                    try {
                        run();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                name);
        started.setDaemon(daemon);
        thread = started;
        started.start();
    }

    /** Does {@code thread.join()}. */
    public void join() throws IOException {
        join(null);
    }

    /** Does {@code thread.join(timeout)}. */
    public void join(@Nullable Object timeout) throws IOException {
        try {
            if (thread != null) {
                thread.join(timeout == null ? 0 : (long) (1000 * Ported.asDouble(timeout)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted");
        }
    }

    /** Tells whether {@code thread.is_alive()}. */
    public boolean isAlive() {
        return thread != null && thread.isAlive();
    }

    /** Returns {@code thread.daemon}. */
    public boolean daemon() {
        return daemon;
    }

    /** Sets {@code thread.daemon}. */
    public void daemon(boolean value) {
        daemon = value;
    }

    /** Does {@code thread.setDaemon(value)}. */
    public void setDaemon(boolean value) {
        daemon = value;
    }

    /** Returns {@code thread.name}. */
    public String name() {
        return name;
    }

    /** Returns {@code thread.getName()}. */
    public String getName() {
        return name;
    }

    /** Returns {@code thread.ident}. */
    public long ident() {
        return Thread.currentThread().getId();
    }
}
