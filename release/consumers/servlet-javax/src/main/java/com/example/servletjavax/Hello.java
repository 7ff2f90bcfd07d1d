package com.example.servletjavax;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.http.HTTPStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A handler as a user writes one. */
public final class Hello extends BaseHTTPRequestHandler {
    /** Speaks HTTP/1.1. */
    public Hello() {
        protocolVersion("HTTP/1.1");
    }

    public void do_GET() throws IOException {
        byte[] body = ("You asked for " + path() + "\n").getBytes(StandardCharsets.UTF_8);
        sendResponse(HTTPStatus.OK);
        sendHeader("Content-Type", "text/plain; charset=utf-8");
        sendHeader("Content-Length", body.length);
        endHeaders();
        wfile().write(body);
    }
}
