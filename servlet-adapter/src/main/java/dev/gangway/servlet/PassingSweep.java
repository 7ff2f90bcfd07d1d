package dev.gangway.servlet;

import dev.gangway.handler.store.FileStore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sweeps the files that a servlet keeps open, on the threads of requests: a servlet has no thread of its own for it.
 *
 * <p>A request never gets a file that was opened more than a second ago. Without requests, the files stay open until the servlet
 * ends.
 */
final class PassingSweep {
    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final FileStore store;
    private final TomcatSendfile sendfile;
    private final AtomicLong last = new AtomicLong(System.nanoTime());

    PassingSweep(FileStore store, TomcatSendfile sendfile) {
        this.store = store;
        this.sendfile = sendfile;
    }

    /** Sweeps if it is time. */
    void pass() {
        long now = System.nanoTime();
        long before = last.get();
        if (now - before < INTERVAL_NANOS || !last.compareAndSet(before, now)) {
            return;
        }
        sendfile.sweep();
        if (now - before < 2 * INTERVAL_NANOS) {
            store.sweep();
        } else {
            store.closeFiles();
        }
    }
}
