package dev.gangway.handler.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
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

    /** A file under the name of its descriptor, which leads to the file until it is closed. */
    record Named(FileChannel channel, String name) implements Closeable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private final SharedByPath<Named> files;
    private volatile long pauseBegan = System.nanoTime() - PAUSE_NANOS;

    /**
     * Makes a store that is empty.
     *
     * @param most how many files it may keep open, 0 or more
     */
    PinnedFiles(int most) {
        this.files = new SharedByPath<>(most > 0 && DescriptorName.exists() ? most : 0);
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
        if (key == null || attributes.size() <= MIN_BYTES || !files.keepsAny()) {
            return null;
        }
        Shared<Named> kept = files.lend(path, key);
        if (kept == null) {
            kept = openAndKeep(path, key, opener);
        }
        return kept == null ? null : OpenFile.own(new PinnedChannel(kept, attributes.size()));
    }

    /** Closes the files that were open at the last sweep already, once no pin holds them. */
    void sweep() {
        files.sweep();
    }

    /** Closes all files, once no pin holds them; others are kept open from then on. */
    void clear() {
        files.clear();
    }

    /** Closes all files, once no pin holds them, and keeps none from then on. */
    @Override
    public void close() {
        files.close();
    }

    private @Nullable Shared<Named> openAndKeep(Path path, Object key, FileOpener opener) throws IOException {
        if (!files.hasRoom() || System.nanoTime() - pauseBegan < PAUSE_NANOS) {
            return null;
        }
        FileChannel channel = opener.open();
        Shared<Named> made = null;
        try {
            Path name = DescriptorName.of(channel, key);
            if (name == null) {
                pauseBegan = System.nanoTime();
            } else {
                made = new Shared<>(path, key, new Named(channel, name.toString()));
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
    private @Nullable Shared<Named> keep(Shared<Named> made) throws IOException {
        if (files.keep(made)) {
            return made;
        }
        made.opened().close();
        return files.lend(made.path(), made.key());
    }
}
