package dev.gangway.handler;

import dev.gangway.host.HandlerConnection;
import dev.gangway.host.RequestSteps;
import java.io.IOException;

/** Serves the connection of a handler request by request, without its {@code handle()}. */
final class HandlerSteps implements RequestSteps {
    private final BaseHTTPRequestHandler handler;

    HandlerSteps(BaseHTTPRequestHandler handler) {
        this.handler = handler;
    }

    @Override
    public void begin(HandlerConnection connection) throws IOException {
        handler.begin(connection);
        handler.closeConnection(true);
    }

    @Override
    public boolean serveOne() throws IOException {
        return handler.serveOne();
    }

    @Override
    public boolean hasInput() {
        return handler.connectionInput().buffered() > 0;
    }

    @Override
    public void end(boolean failed) throws IOException {
        handler.end(failed);
    }
}
