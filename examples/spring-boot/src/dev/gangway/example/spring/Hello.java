package dev.gangway.example.spring;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A handler that Spring gives a bean. */
public class Hello extends BaseHTTPRequestHandler {
    private final Greetings greetings;

    /** Makes a handler for one request. */
    public Hello(Greetings greetings) {
        this.greetings = greetings;
        protocolVersion("HTTP/1.1");
    }

    /** Greets the name in the path. */
    public void do_GET() throws IOException {
        byte[] content = greetings.to(path().substring(1)).getBytes(StandardCharsets.UTF_8);
        sendResponse(200);
        sendHeader("Content-Type", "text/plain; charset=utf-8");
        sendHeader("Content-Length", content.length);
        endHeaders();
        wfile().write(content);
    }
}
