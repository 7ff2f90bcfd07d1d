package dev.gangway.porting;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What {@code with} does at its beginning and end: for an object with {@code __enter__} and {@code __exit__}, one that is closed, or a
 * function that {@code contextlib.contextmanager} has made one.
 *
 * <pre>{@code
 * ContextManager context = ContextManager.of(transaction(db));
 * Object cursor = context.enter();
 * try {
 *     …
 * } catch (Exception e) {
 *     if (!context.failed(e)) {
 *         throw e;
 *     }
 * } finally {
 *     context.close();
 * }
 * }</pre>
 */
public final class ContextManager implements AutoCloseable {
    private final @Nullable Object manager;
    private boolean ended;

    private ContextManager(@Nullable Object manager) {
        this.manager = manager;
    }

    /** Returns one for a generator that gives a single value, or any object that {@code with} takes. */
    public static ContextManager of(@Nullable Object manager) {
        return manager instanceof ContextManager made ? made : new ContextManager(manager);
    }

    /** Begins; returns what stands behind {@code as}. */
    public @Nullable Object enter() throws IOException {
        if (manager instanceof Generator generator) {
            if (!generator.hasNext()) {
                throw new RuntimeError("generator didn't yield");
            }
            return generator.next();
        }
        return Dynamic.enter(manager);
    }

    /** Ends after an exception; returns whether that is the end of it too. */
    public boolean failed(Exception failure) throws IOException {
        ended = true;
        if (manager instanceof Generator generator) {
            return ends(generator, failure);
        }
        if (manager instanceof Acquirable || manager instanceof AutoCloseable) {
            Dynamic.exit(manager);
            return false;
        }
        return Python.truth(Dynamic.call(manager, "__exit__", failure.getClass(), failure, null));
    }

    private static boolean ends(Generator generator, Exception failure) {
        boolean more;
        try {
            more = generator.fail(failure);
        } catch (RuntimeException e) {
            if (e == failure) {
                return false;
            }
            throw e;
        }
        if (more) {
            throw new RuntimeError("generator didn't stop after throw()");
        }
        return true;
    }

    /** Ends, unless an exception has ended it. */
    @Override
    public void close() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        if (manager instanceof Generator generator) {
            if (generator.hasNext()) {
                throw new RuntimeError("generator didn't stop");
            }
            return;
        }
        Dynamic.exit(manager);
    }
}
