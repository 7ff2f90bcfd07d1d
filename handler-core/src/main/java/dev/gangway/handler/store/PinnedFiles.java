package dev.gangway.handler.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Large files that a server keeps open under the name of their descriptor, for a host that sends a file by its name after the
 * handler has returned. The name of a descriptor leads to the very file that was opened, even if another one, or a link, stands
 * at its path by then.
 *
 * <p>A descriptor that is kept here is never read: a thread that is interrupted while it reads a channel closes it, and the number
 * might be another file's when the host opens the name.
 *
 * <p>The server calls {@link #sweep()} now and then; a file is closed at the second sweep after it was opened, once no pin
 * holds it. Every method may be called from any thread.
 */
final class PinnedFiles implements AutoCloseable {
    /** Smaller files are copied as fast as they are sent by name. */
    private static final long MIN_BYTES = 48 * 1024;

    /** How long no other file is pinned after one could not be. */
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final int most;
    private final ConcurrentMap<Path, Pinned> files = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private volatile long pauseBegan = System.nanoTime() - PAUSE_NANOS;

    /**
     * Makes a store that is empty.
     *
     * @param most how many files it may keep open, 0 or more
     */
    PinnedFiles(int most) {
        this.most = most > 0 && DescriptorName.exists() ? most : 0;
    }

    /**
     * Opens a file under a name, or one that is open already.
     *
     * @param path a regular file
     * @param attributes what the file system has just said of it
     * @param opener opens it; what it opens is kept only if it is the file of the attributes
     * @return the open file, to be closed by the caller; null if it has to be opened without a name
     * @throws IOException if it cannot be opened
     */
    @Nullable OpenFile open(Path path, BasicFileAttributes attributes, FileOpener opener) throws IOException {
        Object key = attributes.fileKey();
        if (most == 0 || key == null || attributes.size() <= MIN_BYTES || closed) {
            return null;
        }
        Pinned kept = files.get(path);
        if (kept != null && !(kept.key.equals(key) && kept.take())) {
            forget(kept);
            kept = null;
        }
        if (kept == null) {
            kept = openAndKeep(path, key, opener);
        }
        return kept == null ? null : OpenFile.own(new PinnedChannel(kept, attributes.size()));
    }

    /** Closes the files that were open at the last sweep already, once no pin holds them. */
    void sweep() {
        for (Pinned kept : files.values()) {
            if (kept.swept) {
                forget(kept);
            } else {
                kept.swept = true;
            }
        }
    }

    /** Closes all files, once no pin holds them; others are kept open from then on. */
    void clear() {
        files.values().forEach(this::forget);
    }

    /** Closes all files, once no pin holds them, and keeps none from then on. */
    @Override
    public void close() {
        closed = true;
        clear();
    }

    private @Nullable Pinned openAndKeep(Path path, Object key, FileOpener opener) throws IOException {
        if (files.size() >= most || System.nanoTime() - pauseBegan < PAUSE_NANOS) {
            return null;
        }
        FileChannel channel = opener.open();
        Pinned made = null;
        try {
            Path name = DescriptorName.of(channel, key);
            if (name == null) {
                pauseBegan = System.nanoTime();
            } else {
                made = new Pinned(path, key, channel, name.toString());
            }
        } catch (IOException e) {
            pauseBegan = System.nanoTime();
        } finally {
            if (made == null) {
                channel.close();
            }
        }
        return made == null ? null : keep(made);
    }

    /** Keeps a file; if another thread was faster, that one's file is taken instead, if it is the same. */
    private @Nullable Pinned keep(Pinned made) throws IOException {
        Pinned faster = files.putIfAbsent(made.path, made);
        if (faster != null) {
            made.channel.close();
            return faster.key.equals(made.key) && faster.take() ? faster : null;
        }
        if (closed) {
            forget(made);
        }
        return made;
    }

    private void forget(Pinned kept) {
        if (files.remove(kept.path, kept)) {
            kept.close();
        }
    }

    /** An open file, and the count of those who want its name to lead to it. Each closes it once. */
    static final class Pinned implements Closeable {
        private final Path path;
        private final Object key;
        private final FileChannel channel;
        private final String name;
        /** Made for two owners: the store, and the request that asked for the file. */
        private final AtomicInteger users = new AtomicInteger(2);

        private volatile boolean swept;

        private Pinned(Path path, Object key, FileChannel channel, String name) {
            this.path = path;
            this.key = key;
            this.channel = channel;
            this.name = name;
        }

        /** Returns the name, which leads to the file until the last user has closed it. */
        String name() {
            return name;
        }

        /** Adds a user, unless the last one has closed the file. */
        boolean take() {
            return users.getAndUpdate(now -> now == 0 ? 0 : now + 1) > 0;
        }

        @Override
        public void close() {
            if (users.decrementAndGet() == 0) {
                try {
                    channel.close();
                } catch (IOException e) {
                    // It was never written.
                }
            }
        }
    }
}
