package dev.gangway.handler.cgi;

import java.io.IOException;

/** A script has taken longer than it may and is being ended. */
public final class ScriptTimeoutException extends IOException {
    private static final long serialVersionUID = 1L;

    ScriptTimeoutException(String message) {
        super(message);
    }
}
