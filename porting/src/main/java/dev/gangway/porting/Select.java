package dev.gangway.porting;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's module {@code select}, for the streams and connections of handlers. */
public final class Select {
    private static final long PAUSE_MILLIS = 2;

    private Select() {}

    /** Returns {@code select.select(readers, writers, errors)}, which waits until one of them is ready. */
    public static Tuple select(@Nullable Object readers, @Nullable Object writers, @Nullable Object errors)
            throws IOException {
        return select(readers, writers, errors, null);
    }

    /**
     * Returns {@code select.select(readers, writers, errors, timeout)}. A stream is ready if bytes of it can be read at once; what is
     * written is always ready.
     *
     * @param timeout in seconds; null waits without end
     */
    public static Tuple select(
            @Nullable Object readers, @Nullable Object writers, @Nullable Object errors, @Nullable Object timeout)
            throws IOException {
        long nanos = timeout == null ? Long.MAX_VALUE : (long) (Ported.asDouble(timeout) * 1_000_000_000L);
        long start = System.nanoTime();
        List<@Nullable Object> writing = new ArrayList<>(Python.list(writers));
        while (true) {
            List<@Nullable Object> ready = new ArrayList<>();
            for (Object each : Python.list(readers)) {
                if (isReady(each)) {
                    ready.add(each);
                }
            }
            if (!ready.isEmpty() || !writing.isEmpty() || System.nanoTime() - start >= nanos) {
                return Tuple.of(ready, writing, new ArrayList<>());
            }
            pause();
        }
    }

    private static boolean isReady(@Nullable Object x) throws IOException {
        if (x instanceof InputStream stream) {
            return stream.available() > 0;
        }
        if (x instanceof dev.gangway.host.HandlerConnection connection) {
            return connection.rfile().available() > 0;
        }
        throw new TypeError("argument must be an int, or have a fileno() method.");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server stops");
        }
    }
}
