package dev.gangway.host;

import java.io.IOException;

/**
 * Serves a connection request by request, so that a host needs no thread for it between requests. A host calls {@link #begin}, then
 * {@link #serveOne()} until it returns false or throws, and then {@link #end}: not at the same time, but on any threads.
 */
public interface RequestSteps {
    /**
     * Makes ready to serve.
     *
     * @param connection the connection that the host lends until {@link #end}
     * @throws IOException if the connection fails; then {@link #end} is not called
     */
    void begin(HandlerConnection connection) throws IOException;

    /**
     * Reads one request and answers it.
     *
     * @return false if the connection should close
     * @throws ClientGoneException if the peer has gone
     * @throws IOException if the connection, or something the handler reads, fails
     */
    boolean serveOne() throws IOException;

    /**
     * Tells whether bytes of the next request were read already.
     *
     * @return true if the next {@link #serveOne()} need not wait for its first bytes
     */
    boolean hasInput();

    /**
     * Sends the rest of the last response.
     *
     * @param failed whether {@link #serveOne()} threw
     * @throws IOException if the connection fails
     */
    void end(boolean failed) throws IOException;
}
