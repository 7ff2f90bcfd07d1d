package dev.gangway.standalone.pem;

import java.io.IOException;

/** Certificates or a key that cannot be used. The message says why in one line. */
public final class PemException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The option that the user has not given, if that is the only fault. */
    public enum Missing {
        /** The user has named everything. */
        NOTHING,
        /** The file that has the key. */
        KEY,
        /** The password of the key. */
        PASSWORD
    }

    /** Tells what the user can add to mend it. */
    private final Missing missing;

    PemException(String message) {
        this(message, Missing.NOTHING);
    }

    PemException(String message, Missing missing) {
        super(message);
        this.missing = missing;
    }

    /**
     * Tells what the user should name.
     *
     * @return {@link Missing#NOTHING} if something else is wrong
     */
    public Missing missing() {
        return missing;
    }
}
