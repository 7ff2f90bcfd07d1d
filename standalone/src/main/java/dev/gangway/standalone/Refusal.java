package dev.gangway.standalone;

import dev.gangway.host.HandlerConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The answer to a connection for which there is no room (RFC 9110 §15.6.4). */
final class Refusal {
    private static final byte[] RESPONSE = """
            HTTP/1.1 503 Service Unavailable\r
            Connection: close\r
            Content-Length: 0\r
            Retry-After: 1\r
            \r
            """.getBytes(StandardCharsets.US_ASCII);

    private Refusal() {}

    /** Sends it if that can be done without waiting. */
    static void send(HandlerConnection connection) {
        if (connection.isSecure()) {
            return; // a handshake would come first
        }
        try {
            // So little always fits in the buffer of a new socket.
            connection.wfile().write(RESPONSE);
            connection.phase(HandlerConnection.Phase.CLOSING);
        } catch (IOException e) {
            // The client has gone.
        }
    }
}
