package dev.gangway.handler.io;

import java.io.IOException;

/** A handler wrote something that is no HTTP response, on a host that can send nothing else. */
public final class MalformedResponseException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message the fault, for the log
     */
    public MalformedResponseException(String message) {
        super(message);
    }
}
