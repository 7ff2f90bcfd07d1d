package dev.gangway.handler.io;

/** What the framing of a response has to know of the request it answers. */
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
}
