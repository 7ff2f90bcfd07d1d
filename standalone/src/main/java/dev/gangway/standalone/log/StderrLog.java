package dev.gangway.standalone.log;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Writes lines to standard error from a thread of its own, so that nobody waits for a terminal or a pipe that is stuck:
 * lines beyond a bound, and those that cannot be written, are dropped and counted.
 *
 * <p>A line after a pause is written at once; while many come, they are gathered for some milliseconds and go out in one
 * write, and whoever logs need not wake anybody.
 */
public final class StderrLog {
    /** The log of this process, which has one standard error. */
    public static final StderrLog PROCESS = new StderrLog(StandardError::current, 4 * 1024 * 1024);

    /** How long the end of a process may wait for whoever reads the log. */
    public static final Duration LAST_FLUSH = Duration.ofMillis(250);

    private static final int MAX_BATCH_CHARS = 64 * 1024;
    private static final long GATHER_NANOS = 5_000_000;

    private final Supplier<PrintStream> target;
    private final long maxPendingChars;
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private final AtomicLong pendingChars = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final Thread writer = new Thread(this::run, "gangway-log");
    private volatile boolean writerSleeps;
    private volatile boolean writing;
    private boolean started;

    /** Whether the last write has failed, and may have left a part of a line. Only the writer asks. */
    private boolean broken;

    /** Makes a log that asks for its target each time, because a program may replace it. */
    StderrLog(Supplier<PrintStream> target, long maxPendingChars) {
        this.target = target;
        this.maxPendingChars = maxPendingChars;
        writer.setDaemon(true);
    }

    /**
     * Takes a line, or several with line ends between. Never waits.
     *
     * @param line what to write, without a line end after the last line
     */
    public void log(String line) {
        if (pendingChars.addAndGet(line.length() + 1) > maxPendingChars) {
            pendingChars.addAndGet(-line.length() - 1);
            dropped.incrementAndGet();
            return;
        }
        lines.add(line);
        if (writerSleeps) {
            LockSupport.unpark(writer);
        } else if (!writer.isAlive()) {
            start();
        }
    }

    /**
     * Waits until all lines are written.
     *
     * @param longest how long to wait at most
     */
    public void flush(Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        while ((!lines.isEmpty() || writing) && writer.isAlive() && System.nanoTime() < deadline) {
            LockSupport.unpark(writer);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private synchronized void start() {
        if (!started) {
            started = true;
            writer.start();
            Thread atExit = new Thread(() -> flush(LAST_FLUSH), "gangway-log-flush");
            try {
                Runtime.getRuntime().addShutdownHook(atExit);
            } catch (IllegalStateException e) {
                // The process ends already; the line goes out if there is time.
            }
        }
    }

    private void run() {
        StringBuilder batch = new StringBuilder();
        while (true) {
            writing = true;
            boolean wrote = writeOnce(batch);
            writing = false;
            if (wrote) {
                LockSupport.parkNanos(GATHER_NANOS);
            } else {
                sleep();
            }
        }
    }

    private void sleep() {
        writerSleeps = true;
        if (lines.isEmpty()) {
            LockSupport.park(this);
        }
        writerSleeps = false;
    }

    /** Writes what there is; false if there is nothing more to be written now. */
    private boolean writeOnce(StringBuilder batch) {
        try {
            batch.setLength(0);
            long count = 0;
            while (batch.length() < MAX_BATCH_CHARS && gather(batch)) {
                count++;
            }
            long lost = dropped.get();
            if (lost > 0 && lines.isEmpty()) {
                dropped.addAndGet(-lost);
                count += lost;
                batch.append(broken ? "\n" : "")
                        .append("gangway: ")
                        .append(lost)
                        .append(" log lines were lost\n");
            }
            if (batch.length() == 0) {
                return false;
            }
            broken = !write(batch);
            if (broken) {
                // A full disk, for instance: how many lines it is will be told with the next line that can be written.
                dropped.addAndGet(count);
            }
            return !broken || !lines.isEmpty();
        } catch (RuntimeException | Error e) {
            // A lack of memory, for instance. There is nobody to tell but the log.
            return true;
        }
    }

    /** Returns false if the batch, or a part of it, has not been written. */
    private boolean write(StringBuilder batch) {
        PrintStream err = target.get();
        err.print(batch);
        err.flush();
        return !(err instanceof StandardError own && own.hasFailed());
    }

    private boolean gather(StringBuilder batch) {
        String line = lines.poll();
        if (line == null) {
            return false;
        }
        pendingChars.addAndGet(-line.length() - 1);
        batch.append(line).append('\n');
        return true;
    }
}
