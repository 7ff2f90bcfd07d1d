package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** Opens a file for reading. */
@FunctionalInterface
public interface FileOpener {
    /**
     * Opens the file.
     *
     * @return a channel of the caller's own, to be closed by it
     * @throws IOException if it cannot be opened
     */
    FileChannel open() throws IOException;
}
