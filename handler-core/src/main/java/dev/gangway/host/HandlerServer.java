package dev.gangway.host;

import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * The server that a handler sees as {@code server()}, whatever the host is ("http.server: server").
 *
 * <p>Every method may be called from any thread.
 */
public interface HandlerServer {
    /**
     * Returns the name the server goes by, as for the CGI variable {@code SERVER_NAME} (RFC 3875 §4.1.14).
     *
     * @return a host name or an address, never empty
     */
    String serverName();

    /**
     * Returns the port that the server listens on.
     *
     * @return 0 to 65535; 0 where the host has no port
     */
    int serverPort();

    /**
     * Returns a value shared by all handlers of this server.
     *
     * @param name the name it was stored by
     * @return the value, or null if there is none by that name
     */
    @Nullable Object attribute(String name);

    /**
     * Stores a value for all handlers of this server.
     *
     * @param name the name to store it by
     * @param value the value, or null to remove the stored one
     */
    void attribute(String name, @Nullable Object value);

    /**
     * Writes a line to the server's log. Never fails because the log cannot be written.
     *
     * @param line the line without a line end; free of control characters
     */
    void log(String line);

    /**
     * Writes a line to the log, for a host whose log has levels. The default knows none.
     *
     * @param level {@code INFO} for a request, {@code WARNING} for a fault
     * @param line a line without a line end, in which control characters are escaped
     */
    default void log(Level level, String line) {
        log(line);
    }

    /**
     * Reports an exception of a handler. The host ends the connection afterwards and goes on serving others.
     *
     * @param connection the connection that was being served
     * @param error the exception or error
     */
    void handleError(HandlerConnection connection, Throwable error);
}
