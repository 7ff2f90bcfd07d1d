package dev.gangway.handler.store;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Files or directories that stay open between requests, by their paths.
 *
 * <p>A caller gets only the one that is at the path now: it brings the identity that the file system has just told. The server calls
 * {@link #sweep()} now and then, which closes each at the second sweep after it was opened. So no descriptor outlives its use by much,
 * and a permission that is taken away soon takes effect.
 *
 * <p>Every method may be called from any thread.
 *
 * @param <T> an open file or directory
 */
final class SharedByPath<T extends Closeable> implements AutoCloseable {
    private final int most;
    private final ConcurrentMap<Path, Shared<T>> kept = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * Makes a store that is empty.
     *
     * @param most how many it may keep, 0 or more
     */
    SharedByPath(int most) {
        this.most = most;
    }

    /** Tells whether it keeps any. */
    boolean keepsAny() {
        return most > 0 && !closed;
    }

    /** Tells whether one more can be kept. */
    boolean hasRoom() {
        return !closed && kept.size() < most;
    }

    /** Lends what is kept for a path, and forgets it if it has another identity; null if there is none. */
    @Nullable Shared<T> lend(Path path, Object key) {
        Shared<T> found = kept.get(path);
        if (found == null) {
            return null;
        }
        if (found.key().equals(key) && found.lend()) {
            return found;
        }
        forget(found);
        return null;
    }

    /** Keeps one that was just made; returns false, and keeps nothing, if another thread was faster. */
    boolean keep(Shared<T> made) {
        if (kept.putIfAbsent(made.path(), made) != null) {
            return false;
        }
        if (closed) {
            forget(made);
        }
        return true;
    }

    /** Keeps one no longer; it is closed once its last user has given it back. */
    void forget(Shared<T> shared) {
        if (kept.remove(shared.path(), shared)) {
            shared.close();
        }
    }

    /** Forgets those that were there at the last sweep already. */
    void sweep() {
        for (Shared<T> shared : kept.values()) {
            if (shared.isSwept()) {
                forget(shared);
            }
        }
    }

    /** Forgets all; others are kept from then on. */
    void clear() {
        kept.values().forEach(this::forget);
    }

    /** Forgets all, and keeps none from then on. */
    @Override
    public void close() {
        closed = true;
        clear();
    }
}
