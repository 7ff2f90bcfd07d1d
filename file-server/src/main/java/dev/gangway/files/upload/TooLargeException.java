package dev.gangway.files.upload;

import java.io.IOException;

/** More was sent than one file may have. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException(long limit) {
        super("more than " + limit + " bytes");
    }
}
