package dev.gangway.handler.store;

import java.util.concurrent.atomic.AtomicBoolean;

/** Holds an open file, so that its name leads to it. May be closed by any thread; closing it twice does nothing. */
public final class Pin implements AutoCloseable {
    private final Shared<PinnedFiles.Named> file;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Takes over the place of one user. */
    Pin(Shared<PinnedFiles.Named> file) {
        this.file = file;
    }

    /**
     * Returns the file's name.
     *
     * @return a path such as {@code /proc/self/fd/17}. It leads to the file until the pin is closed, and to any other file after
     *     that
     */
    public String name() {
        return file.opened().name();
    }

    /** Lets the file go. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            file.close();
        }
    }
}
