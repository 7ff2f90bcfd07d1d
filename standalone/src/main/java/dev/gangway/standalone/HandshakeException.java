package dev.gangway.standalone;

import dev.gangway.host.ClientGoneException;
import org.jspecify.annotations.Nullable;

/** A handshake in TLS that has failed. The client is at fault, and a handler is told that it has gone. */
final class HandshakeException extends ClientGoneException {
    private static final long serialVersionUID = 1L;

    private final Mistake mistake;

    HandshakeException(Mistake mistake, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.mistake = mistake;
    }

    Mistake mistake() {
        return mistake;
    }
}
