package dev.gangway.host;

import java.nio.file.Path;

/**
 * A handler that serves the files of a directory.
 *
 * <p>A host that mounts handlers at a path treats the mount of such a handler as a directory: it sends a client that asks for
 * the mount without a slash to the mount with a slash, so that relative links work. A host that a supervisor
 * starts needs {@link #directory()} to be set, because the working directory of its process has no meaning.
 */
public interface FileHandler extends Handler {
    /** The name of the attribute {@link #directory()}, for hosts that take attributes from a configuration. */
    String DIRECTORY = "directory";

    /**
     * Returns the directory that is served.
     *
     * @return the working directory of the process, unless another was given
     */
    Path directory();
}
