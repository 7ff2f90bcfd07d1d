package dev.gangway.standalone;

import java.io.IOException;

/** Certificates or a key that cannot be used. The message says why in one line. */
final class PemException extends IOException {
    private static final long serialVersionUID = 1L;

    PemException(String message) {
        super(message);
    }
}
