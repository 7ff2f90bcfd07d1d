package dev.gangway.handler.io;

import dev.gangway.host.HandlerConnection;
import dev.gangway.host.MessageConnection;
import dev.gangway.host.RequestInputStream;
import dev.gangway.http.syntax.MessageSyntaxException;
import dev.gangway.http.syntax.RequestLine;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The way in of a connection's requests. Here alone, once for each connection, is decided what makes a request that the host
 * has parsed differ from a stream of bytes; {@link ResponseWire} is the way out.
 */
public interface RequestWire {
    /**
     * Finds the way in of a connection.
     *
     * @param connection what a host lends
     * @return the way, for this connection alone
     */
    static RequestWire of(HandlerConnection connection) {
        return connection instanceof MessageConnection messages
                ? new MessageRequests(messages)
                : new StreamRequests(connection);
    }

    /**
     * Returns the stream that a handler reads as {@code rfile()} between requests.
     *
     * @return the same stream each time
     */
    RequestInputStream input();

    /**
     * Returns the stream that a handler reads once the connection is a raw one.
     *
     * @param before the stream that it has read requests from
     * @return that one, or another
     */
    RequestInputStream rawInput(RequestInputStream before);

    /**
     * Makes the way out of the same connection.
     *
     * @param exchange the facts of the request that is being answered
     * @return the output
     */
    ResponseOutput output(Exchange exchange);

    /**
     * Takes the request that the host has parsed, unless the handler has begun to read it by hand.
     *
     * @param in the handler's {@code rfile()}
     * @return its request line with a line end; null if the next request has to be read from {@code in}
     */
    byte @Nullable [] takeRequest(RequestInputStream in);

    /**
     * Reads a request line.
     *
     * @param raw the bytes that were taken or read
     * @return the line
     * @throws MessageSyntaxException with the status to answer with, if its version is none that is served
     */
    RequestLine line(byte[] raw) throws MessageSyntaxException;

    /**
     * Reads the header section behind a request line.
     *
     * @param line the line, checked
     * @param terms what the handler allows
     * @return the fields
     * @throws MessageSyntaxException with the status to answer with, if they are none or too many
     * @throws IOException if the stream fails
     */
    RequestFields fields(RequestLine line, RequestTerms terms) throws MessageSyntaxException, IOException;

    /**
     * Tells whether content may come without a field that says so, and from a stream that the host uses for others once this
     * request has been served.
     *
     * @return false where the handler reads the connection itself
     */
    boolean isParsedByHost();
}
