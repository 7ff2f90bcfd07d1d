package dev.gangway.host;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The peer has closed or reset the connection: Python's {@code BrokenPipeError}, {@code ConnectionResetError} and
 * {@code ConnectionAbortedError} in one, on every host. Also thrown where a client has ended its side before all of the content
 * came that its request has announced.
 *
 * <p>It is not a fault of the server: hosts end the connection and log nothing.
 */
public class ClientGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message the work that this ended
     * @param cause the exception that the host got, or null
     */
    public ClientGoneException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
