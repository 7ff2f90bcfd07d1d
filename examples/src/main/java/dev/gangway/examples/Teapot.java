package dev.gangway.examples;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** A reason phrase of one's own. A servlet container sends its own or none. */
public class Teapot extends BaseHTTPRequestHandler {
    public void do_GET() throws IOException {
        sendResponse(418, "Short and stout");
        sendHeader("Content-Length", "0");
        endHeaders();
    }
}
