package dev.gangway.files.upload;

import java.io.IOException;

/** A form that is not what RFC 2046 §5.1 has; the message is fit for the client. */
public final class MultipartException extends IOException {
    private static final long serialVersionUID = 1;

    MultipartException(String message) {
        super(message);
    }
}
