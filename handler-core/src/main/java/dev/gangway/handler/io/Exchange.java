package dev.gangway.handler.io;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The facts of a request that the framing of its response depends on. */
public interface Exchange {
    /**
     * Returns the request's method.
     *
     * @return the method; empty if the request line could not be read
     */
    String method();

    /**
     * Tells whether the client speaks HTTP/0.9, where a response has no head.
     *
     * @return true for HTTP/0.9
     */
    boolean isSimple();

    /**
     * Tells whether the client speaks HTTP/1.1 or later.
     *
     * @return true if it understands chunks
     */
    boolean understandsChunks();

    /**
     * Tells whether the connection closes after the response.
     *
     * @return false if another request may follow
     */
    boolean closes();

    /** Makes the connection close after the response. */
    void close();

    /**
     * Tells whether the host wants the connection to close after the response.
     *
     * @return false by default
     */
    default boolean mustClose() {
        return false;
    }

    /**
     * Returns for how long the client may let a connection rest that persists, if it is to be told.
     *
     * @return a positive duration; null, the default, not to tell
     */
    default @Nullable Duration keepAlive() {
        return null;
    }
}
