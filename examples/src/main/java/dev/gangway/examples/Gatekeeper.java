package dev.gangway.examples;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.io.IOException;

/** Turns requests away before they are dispatched. */
public class Gatekeeper extends SimpleHTTPRequestHandler {
    @Override
    public boolean parseRequest() throws IOException {
        if (!super.parseRequest()) {
            return false;
        }
        String host = headers().get("Host", "").split(":", 2)[0];
        if (!host.equals("localhost") && !host.equals("x")) {
            sendError(421, "Wrong host");
            return false;
        }
        return true;
    }
}
