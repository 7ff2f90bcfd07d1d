package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;

/** Opens a directory for look-ups. */
@FunctionalInterface
public interface DirectoryOpener {
    /**
     * Opens the directory.
     *
     * @return a stream of the caller's own, to be closed by it
     * @throws IOException if it cannot be opened
     */
    SecureDirectoryStream<Path> open() throws IOException;
}
