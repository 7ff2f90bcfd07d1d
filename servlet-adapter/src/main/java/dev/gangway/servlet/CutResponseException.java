package dev.gangway.servlet;

import java.io.IOException;

/** Makes the container end the connection, since a response has begun that cannot be completed. Says nothing else. */
final class CutResponseException extends IOException {
    private static final long serialVersionUID = 1L;

    CutResponseException() {
        super("a handler's response was cut short");
    }

    /** The reason has been logged; where the container was called from is of no interest. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
