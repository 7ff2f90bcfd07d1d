package dev.gangway.handler.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A directory that is open, so that names are looked up in it wherever it is moved: one's own, or one lent by {@link OpenDirectories}.
 * One thread at a time may use it.
 */
public final class OpenDirectory implements Closeable {
    private final OpenDirectories.Names names;
    private final @Nullable Shared<OpenDirectories.Names> lender;
    private boolean closed;

    private OpenDirectory(OpenDirectories.Names names, @Nullable Shared<OpenDirectories.Names> lender) {
        this.names = names;
        this.lender = lender;
    }

    /** Takes a directory that no other code uses. */
    static OpenDirectory own(OpenDirectories.Names names) {
        return new OpenDirectory(names, null);
    }

    /** Takes a directory that others use too, and that was lent already. */
    static OpenDirectory lent(Shared<OpenDirectories.Names> lender) {
        return new OpenDirectory(lender.opened(), lender);
    }

    /**
     * Returns the directory for look-ups. Others may be using it at the same time, so it is neither iterated over nor closed.
     *
     * @return the open directory
     */
    public SecureDirectoryStream<Path> stream() {
        return names.stream();
    }

    /**
     * Looks at a name in the directory, and at a link itself rather than at its target. If it is known that the name is missing, the file
     * system is not asked.
     *
     * @param name one name
     * @param directory what the file system has just said of the directory
     * @return what the file system says of the name; null if there is none
     * @throws IOException if the file system cannot tell
     */
    public @Nullable BasicFileAttributes look(Path name, BasicFileAttributes directory) throws IOException {
        return names.look(name, directory);
    }

    /**
     * Lends the directory once more, also after it was given back.
     *
     * @return the same directory, to be closed by the caller; null if it is no longer open
     */
    public @Nullable OpenDirectory again() {
        return lender != null && lender.lend() ? new OpenDirectory(names, lender) : null;
    }

    /**
     * Closes the directory, or gives it back, once.
     *
     * @throws IOException if it cannot be closed
     */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (lender == null) {
            names.close();
        } else {
            lender.close();
        }
    }
}
