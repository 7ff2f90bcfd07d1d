package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Opens one file for reading. */
public interface FileOpener {
    /**
     * Opens the file.
     *
     * @return a channel of the caller's own, to be closed by it
     * @throws IOException if it cannot be opened
     */
    FileChannel open() throws IOException;

    /**
     * Looks at the file in the way in which it is opened.
     *
     * @return what the file system says of it now; null if there is none
     * @throws IOException if the file system cannot tell
     */
    @Nullable BasicFileAttributes attributes() throws IOException;
}
