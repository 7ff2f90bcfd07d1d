package dev.gangway.handler.cgi;

import java.io.IOException;

/** A script printed something that is no header section. */
public final class ScriptHeadException extends IOException {
    private static final long serialVersionUID = 1L;

    ScriptHeadException(String message) {
        super(message);
    }
}
