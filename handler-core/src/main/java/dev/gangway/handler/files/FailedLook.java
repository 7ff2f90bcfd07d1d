package dev.gangway.handler.files;

import dev.gangway.http.syntax.Grammar;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Tells a file that cannot be there from one that the system cannot look at: a disk fails, a server does not answer. */
final class FailedLook {
    /** How file systems of Java say ELOOP, in English everywhere. */
    private static final String LOOP = "too many levels of symbolic links";

    private FailedLook() {}

    /**
     * Returns if there is no such file.
     *
     * @param path the file
     * @param failure why its attributes could not be read
     * @throws FilesUnavailableException if it is not known whether there is one
     */
    static void check(Path path, IOException failure) throws FilesUnavailableException {
        if (failure instanceof FilesUnavailableException known) {
            throw known;
        }
        // The JDK has classes of their own for a file that is missing or not permitted.
        boolean isAboutTheFile =
                failure instanceof FileSystemException && failure.getClass() != FileSystemException.class;
        String reason = reason(failure);
        if (!isAboutTheFile && !isAboutTheName(path, reason)) {
            throw new FilesUnavailableException(reason, failure);
        }
    }

    /** The system has no file by any such name: a file stands where a directory should, links lead in a circle, it is too long. */
    private static boolean isAboutTheName(Path path, String reason) {
        if (Grammar.matchesIgnoringCase(reason, 0, LOOP)) {
            return true;
        }
        if (path.getFileSystem() != FileSystems.getDefault()) {
            return false;
        }
        return !FileNames.areBytes(path.getFileSystem()) // Windows does not tell the two apart.
                || reason.equals(reasonAgainst("/dev/null/file"))
                || reason.equals(reasonAgainst("/" + "a".repeat(5000)));
    }

    /** Returns the system's message, in the language of its user, for a path that it cannot have. */
    private static @Nullable String reasonAgainst(String path) {
        try {
            Files.readAttributes(Path.of(path), BasicFileAttributes.class);
            return null;
        } catch (IOException e) {
            return reason(e);
        }
    }

    private static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException cause ? cause.getReason() : failure.getMessage();
        return String.valueOf(reason);
    }
}
