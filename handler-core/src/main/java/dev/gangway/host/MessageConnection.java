package dev.gangway.host;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A connection of a host that parses requests and frames responses itself, such as a servlet container. It carries one
 * request.
 *
 * <p>{@link #rfile()} is the content of the request, already without transfer coding, and {@link #wfile()} takes the
 * content of the response, without transfer coding, once {@link #sendHead} was called. The handler
 * turns all that it writes (heads as raw bytes, hand-made chunks) into these calls. If a handler reads the head of the request by
 * hand, the bytes are made up from {@link #requestHead()}.
 */
public interface MessageConnection extends HandlerConnection {
    /**
     * Returns the head of the request.
     *
     * @return the same value each time
     */
    RequestHead requestHead();

    /**
     * Returns the values of the request's header fields of one name. A host that can look a field up without making the
     * whole of {@link #requestHead()} should do so: what decides on the connection is asked for with every request.
     *
     * @param name the field name, in any case
     * @return the values in order; empty if there is no such field
     */
    default List<String> requestFields(String name) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, String> field : requestHead().fields()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                values.add(field.getValue());
            }
        }
        return values;
    }

    /**
     * Returns the content of the request, decoded, as the host gives it.
     *
     * @return the same stream each time; at its end at once where the request has no content
     */
    @Override
    InputStream rfile();

    /**
     * Sends an interim response (RFC 9110 §15.2), as far as the host can.
     *
     * @param head a head with status 100 or 102 to 199
     * @throws IOException if the peer has gone
     */
    void sendInterim(ResponseHead head) throws IOException;

    /**
     * Sends the head of the final response. Called once at most; every byte of content comes after it.
     *
     * @param head a head with status 200 or more; a {@code Transfer-Encoding} field has been taken out, and a
     *     {@code Content-Length} field is right unless the handler breaks its word, which ends in {@link #abort()}
     * @param close whether the handler wants the connection closed after this response
     * @throws IOException if the peer has gone
     */
    void sendHead(ResponseHead head, boolean close) throws IOException;

    /**
     * Takes the trailer fields with which a handler has ended chunks of its own (RFC 9110 §6.5). Comes after the last byte of
     * content. By default they are dropped, as RFC 9110 allows.
     *
     * @param fields the fields in order, duplicates kept; may be empty
     */
    default void sendTrailers(List<Map.Entry<String, String>> fields) {}

    /**
     * Turns the connection into a raw one in both directions: the handler has answered 101 (RFC 9110 §15.2.2), or 2xx to
     * CONNECT. From then on {@link #rfile()} and {@link #wfile()} are raw.
     *
     * @param head the head that announces it
     * @throws HostUnsupportedException if this host cannot do so; the handler then answers 501
     * @throws IOException if the peer has gone
     */
    void upgrade(ResponseHead head) throws IOException;
}
