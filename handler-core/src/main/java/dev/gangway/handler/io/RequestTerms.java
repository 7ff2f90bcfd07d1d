package dev.gangway.handler.io;

import dev.gangway.host.RequestInputStream;
import dev.gangway.http.HTTPMessage;

/** A handler's limits for a request, and its wishes for the form of the content. */
public interface RequestTerms {
    /**
     * Returns the stream that requests are read from.
     *
     * @return the connection's own, or what the handler has put in front of it
     */
    RequestInputStream input();

    /**
     * Returns how much the header section may hold.
     *
     * @return the limits
     */
    HeadLimits limits();

    /**
     * Tells whether the handler speaks HTTP/1.1, and holds requests to its rules.
     *
     * @return true if so
     */
    boolean speaks11();

    /**
     * Makes the object that holds the fields.
     *
     * @return an empty message
     */
    HTTPMessage newMessage();

    /**
     * Tells whether the handler wants chunked content without its framing; asked when it first reads.
     *
     * @return false if it decodes chunks by hand
     */
    boolean decodesChunks();
}
