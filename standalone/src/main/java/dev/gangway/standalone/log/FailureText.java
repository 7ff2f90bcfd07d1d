package dev.gangway.standalone.log;

import dev.gangway.http.syntax.PythonText;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Why something failed, in words for a user. */
public final class FailureText {
    private FailureText() {}

    /**
     * Puts a failure into words.
     *
     * @param e the failure
     * @return the end of a sentence, without a name of a file or a full stop
     */
    public static String of(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof CharacterCodingException) {
            return "it is not text in UTF-8";
        }
        String reason =
                e instanceof FileSystemException file && file.getReason() != null ? file.getReason() : e.getMessage();
        if (e instanceof BindException && reason != null) {
            // "Cannot assign requested address: bind" names the system call for no reader's benefit.
            reason = reason.replaceFirst(": bind$", "");
        }
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    /**
     * Puts a failure to read a file into the words of Python's {@code OSError}.
     *
     * @param file the file as the user has named it
     * @param e the failure
     * @return {@code [Errno 2] No such file or directory: 'name'} for example; our own words where Python has none
     */
    public static String asInPython(Path file, IOException e) {
        String quoted = ": " + PythonText.repr(file.toString());
        if (e instanceof NoSuchFileException) {
            return "[Errno 2] No such file or directory" + quoted;
        }
        if (e instanceof AccessDeniedException) {
            return "[Errno 13] Permission denied" + quoted;
        }
        return Files.isDirectory(file) ? "[Errno 21] Is a directory" + quoted : of(e) + quoted;
    }

    /**
     * Puts a failure into words that name the file. The messages of the JDK's file exceptions are the bare name of the file.
     *
     * @param failure the failure
     * @return a sentence without a full stop
     */
    public static String withName(IOException failure) {
        if (failure instanceof NoSuchFileException file) {
            return "there is no file or folder " + file.getFile();
        }
        if (failure instanceof AccessDeniedException file) {
            return "not allowed to use " + file.getFile();
        }
        if (failure instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is there already, and is no folder";
        }
        if (failure instanceof FileSystemException file) {
            return "cannot use " + file.getFile() + ": "
                    + Objects.requireNonNullElse(
                            file.getReason(), file.getClass().getSimpleName());
        }
        return String.valueOf(failure.getMessage());
    }
}
