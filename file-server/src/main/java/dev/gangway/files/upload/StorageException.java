package dev.gangway.files.upload;

import java.io.IOException;

/** The content cannot be stored: the disk is full, or the directory cannot be written. */
public final class StorageException extends IOException {
    private static final long serialVersionUID = 1;

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
