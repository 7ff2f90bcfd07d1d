package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** State of a connection. On a servlet host each request has a new handler. */
public final class ConnectionCounter extends BaseHTTPRequestHandler {
    private int count;

    public ConnectionCounter() {
        protocolVersion("HTTP/1.1");
    }

    public void do_GET() throws IOException {
        count++;
        byte[] data = (count + " on this connection\n").getBytes(UTF_8);
        sendResponse(200);
        sendHeader("Content-Length", data.length);
        endHeaders();
        wfile().write(data);
    }
}
