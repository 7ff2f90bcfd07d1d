package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** Redirects. On a servlet host a path gets the context's path in front. */
public class Redirects extends BaseHTTPRequestHandler {
    public void do_GET() throws IOException {
        if (path().equals("/login")) {
            sendResponse(200);
            sendHeader("Content-Type", "text/html");
            endHeaders();
            wfile().write("<form method=post>".getBytes(UTF_8));
        } else {
            sendResponse(302);
            sendHeader("Location", "/login");
            endHeaders();
        }
    }

    public void do_POST() throws IOException {
        sendResponse(303);
        sendHeader("Location", "http://example.org/welcome");
        endHeaders();
    }
}
