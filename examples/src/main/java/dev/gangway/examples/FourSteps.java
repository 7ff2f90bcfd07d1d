package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** The four steps of an answer, and the body. */
public class FourSteps extends BaseHTTPRequestHandler {
    public void do_GET() throws IOException {
        sendResponse(200);
        sendHeader("Content-Type", "text/plain");
        endHeaders();
        wfile().write("hi".getBytes(UTF_8));
    }
}
