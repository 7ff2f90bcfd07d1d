package dev.gangway.handler.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file or directory that is open for reading, for a store and several requests at once. Each of them gives it back once, and the last
 * one closes it.
 *
 * @param <T> an open file or directory
 */
final class Shared<T extends Closeable> implements Closeable {
    private final Path path;
    private final Object key;
    private final T opened;
    /** Made for two users: the store, and the request that asked for it. */
    private final AtomicInteger users = new AtomicInteger(2);

    private volatile boolean swept;

    /**
     * Shares an open file or directory.
     *
     * @param path where it is
     * @param key its identity, as the file system has it
     * @param opened the file or directory, closed by the last user
     */
    Shared(Path path, Object key, T opened) {
        this.path = path;
        this.key = key;
        this.opened = opened;
    }

    Path path() {
        return path;
    }

    Object key() {
        return key;
    }

    /** Returns what is open until the last user has given it back. */
    T opened() {
        return opened;
    }

    /** Adds a user, unless the last one has gone. */
    boolean lend() {
        return users.getAndUpdate(now -> now == 0 ? 0 : now + 1) > 0;
    }

    /** Gives it back. */
    @Override
    public void close() {
        if (users.decrementAndGet() == 0) {
            try {
                opened.close();
            } catch (IOException e) {
                // It was only read, so nothing is lost.
            }
        }
    }

    /** Tells whether a sweep has met it before. */
    boolean isSwept() {
        boolean before = swept;
        swept = true;
        return before;
    }
}
