package dev.gangway.porting;

import java.nio.file.FileSystemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives Java's exceptions the attributes of Python's. */
public final class Exceptions {
    private Exceptions() {}

    /** Returns what {@code str(e)} is. */
    public static String text(Throwable e) {
        if (e instanceof PythonException) {
            return e.toString();
        }
        if (e instanceof java.nio.file.NoSuchFileException file) {
            return "[Errno 2] No such file or directory: " + Python.repr(file.getFile());
        }
        return e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason() + ": " + file.getFile()
                : e.getMessage() == null ? "" : e.getMessage();
    }

    /** Returns {@code e.args}. */
    public static List<@Nullable Object> args(Throwable e) {
        return e instanceof PythonException failure ? failure.args() : Lists.of(text(e));
    }

    /** Returns {@code e.message} of Python 2. */
    public static String message(Throwable e) {
        return text(e);
    }

    /** Returns {@code e.strerror}. */
    public static String strerror(Throwable e) {
        return e instanceof java.io.FileNotFoundException || e instanceof java.nio.file.NoSuchFileException
                ? "No such file or directory"
                : text(e);
    }

    /** Returns {@code e.errno}: 2 for a file that is not there, 13 for one that must not be used, 32 for a client that has gone. */
    public static long errno(Throwable e) {
        return e instanceof java.io.FileNotFoundException || e instanceof java.nio.file.NoSuchFileException
                ? 2
                : e instanceof java.nio.file.AccessDeniedException
                        ? 13
                        : e instanceof java.nio.file.FileAlreadyExistsException
                                ? 17
                                : e instanceof dev.gangway.host.ClientGoneException ? 32 : 5;
    }

    /** Returns an exception that need not be declared. */
    public static RuntimeException unchecked(Throwable e) {
        return e instanceof RuntimeException failure ? failure : new IllegalStateException(e);
    }
}
