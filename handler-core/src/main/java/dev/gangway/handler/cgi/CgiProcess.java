package dev.gangway.handler.cgi;

import dev.gangway.http.syntax.NameText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A running script: takes its input, and hands out its output and errors as they come. If it has to be stopped, the processes
 * that it has started end with it.
 *
 * <p>Java cannot give up a read from a pipe, and a process that the script leaves behind may hold the other end open without
 * limit. So this class never waits in a read. It asks the pipes how much they hold, with pauses that grow while they are
 * empty; the end of the script cuts a pause short.
 */
public final class CgiProcess implements AutoCloseable {
    private static final ScriptLauncher LAUNCHER = ScriptLauncher.best();
    private static final int BUFFER_BYTES = 32_768;

    /** How many short pauses to make before longer ones once a script has begun to print: it may print much. */
    private static final int SHORT_PAUSES = 20;

    private static final long SHORT_PAUSE_NANOS = 50_000;
    private static final long FIRST_PAUSE_NANOS = 1_000_000;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    /** {@link Process#exitValue()} adds this to the number of the signal that has ended a process. */
    private static final int SIGNALED = 0x80;

    private static final int SIGNALS = 64;

    private final Process process;
    private final ProcessTree tree;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private @Nullable BodyFeed feed;

    private CgiProcess(ProcessTree tree) {
        this.process = tree.process();
        this.tree = tree;
    }

    /**
     * Starts a script.
     *
     * @param command the program and its arguments, as {@link NameText}
     * @param environment all of its variables, their values as {@link NameText}
     * @param folder where it starts, as {@link NameText}; null for where the server did
     * @return the process; to be closed
     * @throws IOException if it cannot be started
     */
    public static CgiProcess start(List<String> command, Map<String, String> environment, @Nullable String folder)
            throws IOException {
        return start(LAUNCHER, command, environment, folder);
    }

    static CgiProcess start(
            ScriptLauncher launcher, List<String> command, Map<String, String> environment, @Nullable String folder)
            throws IOException {
        return new CgiProcess(RunningScripts.add(() -> launcher.start(command, environment, folder)));
    }

    /**
     * Begins to give the script its input.
     *
     * @param content what to read; after it the script's input is at its end
     * @param contentBytes how many bytes that is, or −1 if not known
     * @throws IOException if the content cannot be read
     */
    public void feed(InputStream content, long contentBytes) throws IOException {
        feed = BodyFeed.start(content, contentBytes, process.getOutputStream());
    }

    /**
     * Hands out the output of the script until it has ended. Later output of processes that it leaves behind is lost.
     *
     * @param output takes its output
     * @param errors takes its error output
     * @param limits how long it may take
     * @param client tells whether the client is there to take the output
     * @return its exit code; if a signal has ended it, the number of the signal with a minus sign
     * @throws ScriptTimeoutException if it takes too long
     * @throws IOException if output or client do
     */
    public int run(ScriptOutput output, ErrorLines errors, CgiLimits limits, ClientWatch client) throws IOException {
        long started = System.nanoTime();
        long active = started;
        long fed = 0;
        // Until it prints, nothing but its end needs to be heard of at once, and that cuts a longer pause short.
        int quiet = SHORT_PAUSES;
        boolean unflushed = false;
        while (true) {
            // Asked before the pipes are: whatever was printed before the end is in them.
            boolean ended = !process.isAlive();
            boolean printed = copy(output);
            boolean complained = copyErrors(errors);
            if (ended && !printed && !complained) {
                errors.finish();
                return exitCode();
            }
            checkInput();
            long now = System.nanoTime();
            if (printed || fedBytes() != fed) {
                active = now;
                fed = fedBytes();
            }
            check(limits.total(), now - started, "the script took longer than ");
            check(limits.idle(), now - active, "the script was silent for longer than ");
            quiet = printed || complained ? 0 : quiet + 1;
            unflushed |= printed;
            if (!ended && quiet > 0) {
                if (unflushed) {
                    output.flush();
                    unflushed = false;
                }
                if (feed == null || feed.isDone()) {
                    client.check(now, active);
                }
                pause(quiet);
            }
        }
    }

    /**
     * Tells whether the whole input has been read from the client, or as much of it as the script wanted.
     *
     * @return false while another thread reads it
     */
    public boolean isFed() {
        return feed == null || feed.isDone();
    }

    /**
     * Waits until no thread reads the input from the client any more.
     *
     * @throws InterruptedIOException if the thread is interrupted
     */
    public void awaitFed() throws InterruptedIOException {
        try {
            if (feed != null) {
                feed.join();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Frees the resources of the process; ends it, and all that it has started, if it is running. */
    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                tree.end();
            }
        } finally {
            RunningScripts.remove(tree);
            closeQuietly(process.getOutputStream());
            closeQuietly(process.getInputStream());
            closeQuietly(process.getErrorStream());
        }
    }

    private boolean copy(ScriptOutput output) throws IOException {
        int n = take(process.getInputStream());
        if (n > 0) {
            output.write(buffer, 0, n);
        }
        return n > 0;
    }

    private boolean copyErrors(ErrorLines errors) throws IOException {
        int n = take(process.getErrorStream());
        if (n > 0) {
            errors.accept(buffer, n);
        }
        return n > 0;
    }

    private int take(InputStream pipe) throws IOException {
        int available = pipe.available();
        return available > 0 ? pipe.read(buffer, 0, Math.min(available, buffer.length)) : 0;
    }

    private void checkInput() throws IOException {
        if (feed != null) {
            feed.check();
        }
    }

    private long fedBytes() {
        return feed == null ? 0 : feed.fedBytes();
    }

    private static void check(@Nullable Duration limit, long nanos, String words) throws ScriptTimeoutException {
        if (limit != null && nanos > limit.toNanos()) {
            throw new ScriptTimeoutException(words + limit.toMillis() + " ms");
        }
    }

    private void pause(int quiet) throws InterruptedIOException {
        if (quiet <= SHORT_PAUSES) {
            LockSupport.parkNanos(SHORT_PAUSE_NANOS);
            return;
        }
        try {
            long nanos = FIRST_PAUSE_NANOS << Math.min((quiet - SHORT_PAUSES) / 4, 10);
            process.waitFor(Math.min(nanos, LONGEST_PAUSE_NANOS), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private int exitCode() {
        int value = process.exitValue();
        return value > SIGNALED && value <= SIGNALED + SIGNALS ? SIGNALED - value : value;
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while a script was running");
    }

    private static void closeQuietly(java.io.Closeable stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // Its other end is closed already.
        }
    }
}
