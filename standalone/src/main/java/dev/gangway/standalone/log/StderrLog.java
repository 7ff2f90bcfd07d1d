package dev.gangway.standalone.log;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines to standard error. A line that can be written at once is out when {@link #log} returns. Every other line goes to a
 * thread of the log's own, so that a terminal or a pipe that is stuck holds no request up: the caller waits a moment for that thread,
 * and not at all for a while after it has waited in vain. Lines beyond a bound, and those that cannot be written, are dropped and
 * counted.
 */
public final class StderrLog {
    /** The log of this process, which has one standard error. */
    public static final StderrLog PROCESS = new StderrLog(new StandardError.Current(), 4 * 1024 * 1024);

    /** How long the end of a process may wait for the reader of the log. */
    public static final Duration LAST_FLUSH = Duration.ofMillis(250);

    private static final int MAX_BATCH_CHARS = 64 * 1024;

    /** How long a line may hold up the thread that logs it. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** For how long no thread waits after one has waited in vain. */
    private static final long IMPATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LogSink sink;
    private final long maxPendingChars;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong pendingChars = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean writing;
    /** How many batches the writer is done with. */
    private final AtomicLong batches = new AtomicLong();
    /** No thread waits before this time. */
    private volatile long impatientUntil = System.nanoTime();
    /** Whether the last write has failed, and may have left a part of a line. */
    private volatile boolean broken;

    /** Writes the lines that had to wait; null as long as there were none. */
    private volatile @Nullable Thread writer;

    /** Makes a log that writes to a sink, and keeps so many characters for it. */
    StderrLog(LogSink sink, long maxPendingChars) {
        this.sink = sink;
        this.maxPendingChars = maxPendingChars;
    }

    /**
     * Writes a line, or several with line ends between.
     *
     * @param line what to write, without a line end after the last line
     */
    public void log(String line) {
        if (isUpToDate() && offer(line + "\n")) {
            return;
        }
        if (pendingChars.addAndGet(line.length() + 1) > maxPendingChars) {
            pendingChars.addAndGet(-line.length() - 1);
            dropped.incrementAndGet();
            return;
        }
        long before = batches.get();
        lines.add(line);
        Thread running = writer;
        LockSupport.unpark(running == null ? start() : running);
        if (System.nanoTime() - impatientUntil >= 0) {
            await(before + 2);
        }
    }

    /** Loads the classes that a line needs, for a process whose archive may be overwritten while it runs. */
    public void prepare() {
        offer("");
    }

    /**
     * Waits until all lines are written.
     *
     * @param longest how long to wait at most
     */
    public void flush(Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        Thread running = writer;
        while (running != null
                && (!lines.isEmpty() || writing)
                && running.isAlive()
                && System.nanoTime() - deadline < 0) {
            LockSupport.unpark(running);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Tells whether every line is out, so that the next one may go past the writer. */
    private boolean isUpToDate() {
        return lines.isEmpty() && !writing && dropped.get() == 0;
    }

    /** Writes text if that can be done at once, or counts it as dropped; false if neither. */
    private boolean offer(String text) {
        LogSink.Outcome outcome;
        try {
            outcome = sink.offer(text);
        } catch (RuntimeException | Error e) {
            // The stream is the program's own code. A failure can be reported to the log alone.
            outcome = LogSink.Outcome.FAILED;
        }
        if (outcome == LogSink.Outcome.FAILED) {
            broken = true;
            dropped.incrementAndGet();
        }
        return outcome != LogSink.Outcome.WOULD_WAIT;
    }

    /** Waits until a line that was just added is written, or so many batches are: the one that was under way, and one more. */
    private void await(long wanted) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Thread me = Thread.currentThread();
        boolean wasInterrupted = false;
        waiting.add(me);
        while (batches.get() < wanted && !isWritten()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                impatientUntil = System.nanoTime() + IMPATIENCE_NANOS;
                break;
            }
            LockSupport.parkNanos(this, left);
            wasInterrupted |= Thread.interrupted();
        }
        waiting.remove(me);
        if (wasInterrupted) {
            me.interrupt();
        }
    }

    private boolean isWritten() {
        return lines.isEmpty() && !writing;
    }

    private synchronized Thread start() {
        Thread running = writer;
        if (running == null) {
            running = new Thread(this::run, "gangway-log");
            running.setDaemon(true);
            running.start();
            writer = running;
            Thread atExit = new Thread(() -> flush(LAST_FLUSH), "gangway-log-flush");
            try {
                Runtime.getRuntime().addShutdownHook(atExit);
            } catch (IllegalStateException e) {
                // The process ends already; the line goes out if there is time.
            }
        }
        return running;
    }

    private void run() {
        StringBuilder batch = new StringBuilder();
        while (true) {
            writing = true;
            boolean wrote = writeOnce(batch);
            writing = false;
            batches.incrementAndGet();
            waiting.forEach(LockSupport::unpark);
            if (!wrote && lines.isEmpty()) {
                LockSupport.park(this);
            }
        }
    }

    /** Writes what there is; false if there is nothing more to be written now. */
    private boolean writeOnce(StringBuilder batch) {
        long count = 0;
        try {
            batch.setLength(0);
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
            broken = !sink.write(batch.toString());
            if (broken) {
                // A full disk, for instance: how many lines it is will be told with the next line that can be written.
                dropped.addAndGet(count);
            }
            return !broken || !lines.isEmpty();
        } catch (RuntimeException | Error e) {
            // A lack of memory, for instance. It can be reported to the log alone.
            broken = true;
            dropped.addAndGet(count);
            return !lines.isEmpty();
        }
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
