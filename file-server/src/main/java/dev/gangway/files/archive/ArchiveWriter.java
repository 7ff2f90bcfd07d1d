package dev.gangway.files.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** Writes the files of an archive one after the other; closing it ends the archive and closes what it writes to. */
public interface ArchiveWriter extends Closeable {
    /**
     * Adds a directory.
     *
     * @param name its path in the archive, with slashes between names and one at the end
     * @param modified when it was modified
     * @throws IOException if it cannot be written
     */
    void directory(String name, Instant modified) throws IOException;

    /**
     * Adds a file.
     *
     * @param name its path in the archive, with slashes between names
     * @param modified when it was modified
     * @param length how many bytes it has
     * @param content at least so many; more are left out
     * @throws IOException if it cannot be read or written, or is shorter
     */
    void file(String name, Instant modified, long length, InputStream content) throws IOException;
}
