package dev.gangway.host;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

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

    /**
     * Returns the steps by which a host may serve the connection instead of calling {@link #run(HandlerConnection)}. Only a handler that
     * answers at once has them: one that waits for nothing but its client. Its requests may then be served on threads that other
     * connections share, so it keeps nothing in a {@link ThreadLocal} between requests.
     *
     * @return the steps of this instance; null, the default, if the connection needs a thread of its own
     */
    default @Nullable RequestSteps requestSteps() {
        return null;
    }
}
