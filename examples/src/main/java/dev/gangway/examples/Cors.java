package dev.gangway.examples;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.io.IOException;

/** The most common override of all: fields for every answer, files and errors too. */
public class Cors extends SimpleHTTPRequestHandler {
    @Override
    public void endHeaders() throws IOException {
        sendHeader("Access-Control-Allow-Origin", "*");
        sendHeader("Cache-Control", "no-store");
        super.endHeaders();
    }

    public void do_OPTIONS() throws IOException {
        sendResponse(204);
        sendHeader("Access-Control-Allow-Methods", "GET, OPTIONS");
        sendHeader("Access-Control-Allow-Headers", headers().get("Access-Control-Request-Headers", "*"));
        endHeaders();
    }
}
