package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** Shows the facts that a handler knows of a request. */
public final class RequestFacts extends BaseHTTPRequestHandler {
    public RequestFacts() {
        protocolVersion("HTTP/1.1");
    }

    public void do_GET() throws IOException {
        String client = clientAddress().getHostString();
        String text = String.join("|", requestline(), command(), path(), requestVersion(), client) + "\n";
        byte[] data = text.getBytes(ISO_8859_1);
        sendResponse(200);
        sendHeader("Content-Length", data.length);
        if (path().equals("/last")) {
            sendHeader("Connection", "close");
        }
        endHeaders();
        wfile().write(data);
    }

    public void do_DELETE() throws IOException {
        do_GET();
    }
}
