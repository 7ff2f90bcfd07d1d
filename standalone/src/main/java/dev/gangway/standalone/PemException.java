package dev.gangway.standalone;

import java.io.IOException;

/** Certificates or a key that cannot be used. The message says why in one line. */
final class PemException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What the user has not named, if that is all that is wrong. */
    enum Missing {
        NOTHING,
        KEY,
        PASSWORD
    }

    private final Missing missing;

    PemException(String message) {
        this(message, Missing.NOTHING);
    }

    PemException(String message, Missing missing) {
        super(message);
        this.missing = missing;
    }

    Missing missing() {
        return missing;
    }
}
