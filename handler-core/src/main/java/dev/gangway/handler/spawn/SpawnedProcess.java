package dev.gangway.handler.spawn;

import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A child that Java has not started. Java waits for its end as for that of any child, on a thread of its own. The system is asked for
 * the child's status here alone, so that its number belongs to no other process before.
 */
final class SpawnedProcess extends Process {
    /** What {@link Process#exitValue()} adds to the number of a signal. */
    private static final int SIGNALED = 0x80;

    private static final int SIGNAL_BITS = 0x7f;
    private static final int CODE_SHIFT = 8;
    private static final int CODE_BITS = 0xff;

    private final CLibrary library;
    private final ProcessHandle handle;
    private final FileOutputStream input;
    private final EndingInput output;
    private final EndingInput errors;
    private final CountDownLatch end = new CountDownLatch(1);
    private final CompletableFuture<Process> exit;
    private final ByteBuffer memory = CLibrary.memory(Integer.BYTES);
    private int status;

    /** Begins to wait for the end of a process. */
    SpawnedProcess(
            CLibrary library, ProcessHandle handle, FileOutputStream input, EndingInput output, EndingInput errors) {
        this.library = library;
        this.handle = handle;
        this.input = input;
        this.output = output;
        this.errors = errors;
        exit = ended();
    }

    /** Waits for the end, without which the system would remember the process for as long as the server runs. */
    private CompletableFuture<Process> ended() {
        // Java may have taken another process of this number for it.
        return handle.onExit().thenCompose(ended -> isAlive() ? ended() : CompletableFuture.completedFuture(this));
    }

    private void signal(int signal) {
        synchronized (end) {
            if (end.getCount() > 0) {
                library.kill(handle.pid(), signal);
            }
        }
    }

    @Override
    public OutputStream getOutputStream() {
        return input;
    }

    @Override
    public InputStream getInputStream() {
        return output;
    }

    @Override
    public InputStream getErrorStream() {
        return errors;
    }

    @Override
    public int waitFor() throws InterruptedException {
        end.await();
        return exitValue();
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
        return end.await(timeout, unit);
    }

    @Override
    public int exitValue() {
        if (end.getCount() > 0) {
            throw new IllegalThreadStateException("process has not exited");
        }
        int signal = status & SIGNAL_BITS;
        return signal == 0 ? status >> CODE_SHIFT & CODE_BITS : SIGNALED + signal;
    }

    /** Asks the system, so that it does not matter if the threads that tell of the end are busy with other work. */
    @Override
    public boolean isAlive() {
        if (end.getCount() == 0) {
            return false;
        }
        synchronized (end) {
            if (end.getCount() == 0) {
                return false;
            }
            int reaped = library.reap(handle.pid(), memory);
            if (reaped < 0) {
                return true;
            }
            status = reaped;
            output.end();
            errors.end();
            end.countDown();
        }
        return false;
    }

    @Override
    public CompletableFuture<Process> onExit() {
        return exit.copy();
    }

    @Override
    public ProcessHandle toHandle() {
        return handle;
    }

    @Override
    public boolean supportsNormalTermination() {
        return true;
    }

    @Override
    public void destroy() {
        signal(CLibrary.SIGTERM);
    }

    @Override
    public Process destroyForcibly() {
        signal(CLibrary.SIGKILL);
        return this;
    }

    @Override
    public String toString() {
        return "Process[pid=" + handle.pid() + "]";
    }
}
