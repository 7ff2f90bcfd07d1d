package dev.gangway.handler.files;

import java.io.IOException;
import java.nio.file.FileSystemException;

/**
 * The system cannot open files at present: descriptors or memory have run out, a disk fails, or it takes too long. Whether
 * a file is there is not known, so a client must not be told that it is missing.
 */
public final class FilesUnavailableException extends IOException {
    private static final long serialVersionUID = 1;

    FilesUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Says that memory does not hold the names of a directory, with all that else is in it at present.
     *
     * @param failure the exception that reading the directory threw
     * @return the exception
     */
    public static FilesUnavailableException ofListing(OutOfMemoryError failure) {
        return new FilesUnavailableException("too many names in the directory for the memory that is free", failure);
    }

    /**
     * Tells a failure of the system from one that is about the file.
     *
     * @param failure why a file or directory that was just seen could not be opened
     * @return an exception of this class, or the failure itself if it is about the file
     */
    static IOException tell(IOException failure) {
        // An exception of a class of its own in the JDK (missing, not permitted, no directory, a loop) is about the
        // file.
        return failure instanceof FileSystemException cause && cause.getClass() == FileSystemException.class
                ? new FilesUnavailableException(String.valueOf(cause.getReason()), cause)
                : failure;
    }
}
