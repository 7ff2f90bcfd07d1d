package dev.gangway.handler.io;

import dev.gangway.http.HTTPMessage;
import dev.gangway.http.syntax.MessageSyntaxException;
import org.jspecify.annotations.Nullable;

/** The header fields of one request, and their meaning. */
public interface RequestFields {
    /**
     * Returns the fields.
     *
     * @return a message of the handler's own class
     */
    HTTPMessage message();

    /**
     * Checks the fields that say where the request goes and how its content ends.
     *
     * @return the content
     * @throws MessageSyntaxException with the status to answer with, if a field is not what RFC 9112 §3.2 and §6 demand
     */
    RequestContent content() throws MessageSyntaxException;

    /**
     * Returns the options of the connection (RFC 9110 §7.6.1).
     *
     * @return the list of all {@code Connection} fields; null if there is none
     */
    @Nullable String connectionOptions();

    /**
     * Returns the client's expectation (RFC 9110 §10.1.1).
     *
     * @return the first {@code Expect} field; null if there is none
     */
    @Nullable String expectation();
}
