package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** A method for each verb, whatever the verb. */
public class AnyVerb extends BaseHTTPRequestHandler {
    public void do_PROPFIND() throws IOException {
        byte[] body = "<?xml version=\"1.0\"?><multistatus xmlns=\"DAV:\"/>".getBytes(UTF_8);
        sendResponse(207);
        sendHeader("Content-Type", "application/xml");
        sendHeader("Content-Length", body.length);
        endHeaders();
        wfile().write(body);
    }

    public void do_PATCH() throws IOException {
        sendResponse(204);
        endHeaders();
    }

    public void do_OPTIONS() throws IOException {
        sendResponse(200);
        sendHeader("Allow", "OPTIONS, PATCH, PROPFIND");
        sendHeader("Content-Length", "0");
        endHeaders();
    }
}
