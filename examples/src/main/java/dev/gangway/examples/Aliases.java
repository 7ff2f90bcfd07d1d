package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** {@code do_POST = do_PUT = do_GET}. */
public class Aliases extends BaseHTTPRequestHandler {
    public void do_GET() throws IOException {
        byte[] data = (command() + " " + path() + "\n").getBytes(ISO_8859_1);
        sendResponse(200);
        sendHeader("Content-Length", data.length);
        endHeaders();
        wfile().write(data);
    }

    public void do_POST() throws IOException {
        do_GET();
    }

    public void do_PUT() throws IOException {
        do_GET();
    }
}
