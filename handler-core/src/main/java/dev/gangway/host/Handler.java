package dev.gangway.host;

import java.io.IOException;

/**
 * Serves one connection, from its first request to its last.
 *
 * <p>Every handler class of {@code dev.gangway.handler} is one; a host needs to know no more of them than this.
 */
public interface Handler {
    /**
     * Serves every request of a connection and returns when the connection should close.
     *
     * <p>Called once on each instance, by one thread.
     *
     * @param connection the connection that the host lends for the time of this call
     * @throws ClientGoneException if the peer has gone
     * @throws IOException if the connection, or something the handler reads, fails
     */
    void run(HandlerConnection connection) throws IOException;
}
