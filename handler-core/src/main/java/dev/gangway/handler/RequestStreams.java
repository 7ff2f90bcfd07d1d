package dev.gangway.handler;

import dev.gangway.handler.io.SyntheticRequest;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.MessageConnection;
import dev.gangway.host.RequestInputStream;

/** Makes the stream that a handler reads requests from. */
final class RequestStreams {
    private RequestStreams() {}

    /** A host that has parsed the request gives a stream too, for handlers that read the head by hand. */
    static RequestInputStream of(HandlerConnection connection) {
        return connection instanceof MessageConnection messages
                ? new SyntheticRequest(messages)
                : new RequestInputStream(connection.rfile());
    }
}
