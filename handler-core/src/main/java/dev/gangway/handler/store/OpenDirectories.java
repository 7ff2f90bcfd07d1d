package dev.gangway.handler.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Directories that a server keeps open between requests, because to open and close one costs more than ten look-ups in it.
 *
 * <p>A caller always gets the directory that it has just found: an open directory is used only if it has the identity that the file
 * system has told of its name. So a look-up in it is a look-up in the directory that is there now.
 *
 * <p>Every method may be called from any thread.
 */
final class OpenDirectories implements AutoCloseable {
    private final SharedByPath<Names> directories;
    private final Clock clock;

    /**
     * Makes a store that is empty.
     *
     * @param most how many directories it may keep open, 0 or more; each takes two descriptors
     * @param clock tells whether a directory has rested
     */
    OpenDirectories(int most, Clock clock) {
        this.directories = new SharedByPath<>(most);
        this.clock = clock;
    }

    /**
     * Opens a directory, or lends one that is open already.
     *
     * @param place where it is, by the names that lead to it
     * @param attributes what the file system has just said of it
     * @param opener opens it
     * @return the directory, to be closed by the caller
     * @throws IOException if it cannot be opened
     */
    OpenDirectory open(Path place, BasicFileAttributes attributes, DirectoryOpener opener) throws IOException {
        Object key = attributes.fileKey();
        Shared<Names> kept = key == null ? null : directories.lend(place, key);
        if (kept != null) {
            return OpenDirectory.lent(kept);
        }
        Names opened = new Names(opener.open(), clock);
        return directories.hasRoom() ? keep(place, opened) : OpenDirectory.own(opened);
    }

    /** Keeps a directory under the identity of what was opened, which may be another than that of what was found. */
    private OpenDirectory keep(Path place, Names opened) throws IOException {
        Object key;
        try {
            key = opened.key();
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
        if (key == null) {
            return OpenDirectory.own(opened);
        }
        Shared<Names> made = new Shared<>(place, key, opened);
        return directories.keep(made) ? OpenDirectory.lent(made) : OpenDirectory.own(opened);
    }

    /** Closes the directories that were already open at the last sweep, once their last user is done. */
    void sweep() {
        directories.sweep();
    }

    /** Closes all directories, once their last user is done; others are kept open from then on. */
    void clear() {
        directories.clear();
    }

    /** Closes all directories, once their last user is done, and keeps none from then on. */
    @Override
    public void close() {
        directories.close();
    }

    /**
     * The names of an open directory. Names that were not found are kept while the directory has the time of modification that it had
     * then, if that time was well past: a name that is added sets it. A program may set it back, so they end with the second sweep.
     */
    static final class Names implements Closeable {
        private static final int MOST_LACKS = 1000;

        private final SecureDirectoryStream<Path> stream;
        private final Clock clock;
        private volatile @Nullable Lacks lacks;

        private Names(SecureDirectoryStream<Path> stream, Clock clock) {
            this.stream = stream;
            this.clock = clock;
        }

        SecureDirectoryStream<Path> stream() {
            return stream;
        }

        /** Looks at a name, or at a link itself; null if there is no such name. */
        @Nullable BasicFileAttributes look(Path name, BasicFileAttributes directory) throws IOException {
            Lacks known = lacks;
            FileTime modified = directory.lastModifiedTime();
            if (known != null && known.modified.equals(modified) && known.names.contains(name)) {
                return null;
            }
            long now = clock.millis();
            try {
                return stream.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes();
            } catch (NoSuchFileException e) {
                if (modified.toMillis() + TimeOfChange.REST.toMillis() < now) {
                    note(name, modified);
                }
                return null;
            }
        }

        private void note(Path name, FileTime modified) {
            Lacks known = lacks;
            if (known == null || !known.modified.equals(modified)) {
                known = new Lacks(modified, ConcurrentHashMap.newKeySet());
                lacks = known;
            }
            if (known.names.size() < MOST_LACKS) {
                known.names.add(name);
            }
        }

        @Nullable Object key() throws IOException {
            return stream.getFileAttributeView(BasicFileAttributeView.class)
                    .readAttributes()
                    .fileKey();
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    /** The names that a directory did not have when it was last modified at a time. */
    private record Lacks(FileTime modified, Set<Path> names) {}
}
