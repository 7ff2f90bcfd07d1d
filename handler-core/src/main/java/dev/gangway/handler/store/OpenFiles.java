package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Small files that a server keeps open between requests, because to open and close one costs more than to read it.
 *
 * <p>A caller always gets the file that is at its path now: before it opens one, it asks the file system for the identity of
 * that file. Changes to the content of an open file are seen, because it is read anew. The server calls {@link #sweep()} now and then. A
 * file is closed at the second sweep after it was opened, so that no descriptor outlives its use by much, and a permission that
 * is taken away soon takes effect.
 *
 * <p>Every method may be called from any thread.
 */
final class OpenFiles implements AutoCloseable {
    /** A longer file takes so long to send that opening it does not matter. */
    private static final long MAX_BYTES = 64 * 1024;

    private static final Set<StandardOpenOption> READ = Set.of(StandardOpenOption.READ);

    private final int most;
    private final ConcurrentMap<Path, Kept> files = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * Makes a store that is empty.
     *
     * @param most how many files it may keep open, 0 or more
     */
    OpenFiles(int most) {
        this.most = most;
    }

    /**
     * Opens a file, or lends one that is open already.
     *
     * @param path a regular file
     * @param attributes what the file system has just said of it
     * @return the open file, to be closed by the caller
     * @throws IOException if it cannot be opened
     */
    OpenFile open(Path path, BasicFileAttributes attributes) throws IOException {
        Object key = attributes.fileKey();
        if (key == null || attributes.size() > MAX_BYTES || closed) {
            return openOwn(path);
        }
        Kept kept = files.get(path);
        if (kept != null) {
            if (kept.isFile(key) && kept.lend()) {
                return OpenFile.lent(kept, attributes.size());
            }
            forget(kept);
        }
        return openAndKeep(path, key);
    }

    /** Closes the files that were already open at the last sweep, once their last reader is done. */
    void sweep() {
        for (Kept kept : files.values()) {
            if (kept.swept) {
                forget(kept);
            } else {
                kept.swept = true;
            }
        }
    }

    /** Closes all files, once their last reader is done; files that are opened later are kept open. */
    void clear() {
        files.values().forEach(this::forget);
    }

    /** Closes all files, once their last reader is done, and keeps none from then on. */
    @Override
    public void close() {
        closed = true;
        clear();
    }

    private static OpenFile openOwn(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, READ);
        try {
            return OpenFile.own(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private OpenFile openAndKeep(Path path, Object key) throws IOException {
        if (files.size() >= most) {
            return openOwn(path);
        }
        FileChannel channel = FileChannel.open(path, READ);
        try {
            // The file may have been exchanged before it was opened; one that stands there before and after is the one.
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            Kept kept = new Kept(path, key, channel);
            if (!key.equals(now.fileKey()) || files.putIfAbsent(path, kept) != null) {
                return OpenFile.own(channel);
            }
            if (closed) {
                forget(kept);
            }
            return OpenFile.lent(kept, now.size());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void forget(Kept kept) {
        if (files.remove(kept.path, kept)) {
            kept.giveBack();
        }
    }

    /** A file that is kept open, and the count of those who do not want it closed. */
    static final class Kept {
        private final Path path;
        private final Object key;
        private final FileChannel channel;
        /** Two users: the store, and the request that asked for the file. */
        private final AtomicInteger users = new AtomicInteger(2);

        private volatile boolean swept;

        private Kept(Path path, Object key, FileChannel channel) {
            this.path = path;
            this.key = key;
            this.channel = channel;
        }

        FileChannel channel() {
            return channel;
        }

        private boolean isFile(Object otherKey) {
            return key.equals(otherKey) && channel.isOpen();
        }

        private boolean lend() {
            int now = users.get();
            while (now > 0) {
                if (users.compareAndSet(now, now + 1)) {
                    return true;
                }
                now = users.get();
            }
            return false;
        }

        void giveBack() {
            if (users.decrementAndGet() == 0) {
                try {
                    channel.close();
                } catch (IOException e) {
                    // It was only read, so nothing is lost.
                }
            }
        }

        /** Opens the same file again. */
        FileChannel reopen() throws IOException {
            FileChannel again = FileChannel.open(path, READ);
            Object keyNow =
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            if (!Objects.equals(key, keyNow)) {
                again.close();
                throw new NoSuchFileException(path.toString(), null, "it was replaced while it was read");
            }
            return again;
        }
    }
}
