package dev.gangway.handler.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens files so that no request waits without end. A process may put a FIFO in the place of a regular file between the look and the
 * opening. Java can only open a FIFO by waiting for its other end, and a virtual thread that waits there keeps others from
 * running.
 *
 * <p>Most trees have no special files, so files are opened on the calling thread until one is found. From then on another thread
 * opens them.
 */
final class GuardedOpening {
    private static final int PATIENCE_SECONDS = 3;
    private static final int MAX_THREADS = 1000;

    /** Made when the first special file is seen. */
    private static final class Threads {
        static final ExecutorService ALL = new ThreadPoolExecutor(
                0, MAX_THREADS, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), GuardedOpening::thread);
    }

    private static volatile boolean guarded;

    /** Opens a file. */
    @FunctionalInterface
    interface Opening<T extends Closeable> {
        T open() throws IOException;
    }

    private GuardedOpening() {}

    /** From now on whatever looks like a file may be something else. */
    static void specialFileSeen() {
        guarded = true;
    }

    /** Tells whether files should be opened here; as long as not, the calling thread may open them. */
    static boolean isNeeded() {
        return guarded;
    }

    /**
     * Opens a file.
     *
     * @throws FilesUnavailableException if that takes too long
     */
    static <T extends Closeable> T open(Opening<T> opening) throws IOException {
        return guarded ? await(elsewhere(opening)) : opening.open();
    }

    private static <T extends Closeable> CompletableFuture<T> elsewhere(Opening<T> opening) throws IOException {
        CompletableFuture<T> file = new CompletableFuture<>();
        try {
            Threads.ALL.execute(() -> open(opening, file));
        } catch (RejectedExecutionException e) {
            throw new FilesUnavailableException("too many files cannot be opened", e);
        }
        return file;
    }

    private static <T extends Closeable> void open(Opening<T> opening, CompletableFuture<T> file) {
        try {
            T opened = opening.open();
            if (!file.complete(opened)) {
                opened.close(); // no request waits for it any more
            }
        } catch (IOException | RuntimeException | Error e) {
            file.completeExceptionally(e);
        }
    }

    private static <T extends Closeable> T await(CompletableFuture<T> file) throws IOException {
        try {
            return file.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException e) {
            if (!file.completeExceptionally(e)) {
                file.join().close(); // it came at this moment
            }
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while a file was opened");
            }
            throw new FilesUnavailableException("a file could not be opened in " + PATIENCE_SECONDS + " s", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("a file could not be opened", e.getCause());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "gangway-opening");
        thread.setDaemon(true);
        return thread;
    }
}
