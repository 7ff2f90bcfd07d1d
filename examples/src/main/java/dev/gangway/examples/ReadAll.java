package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** Reads to the end of the body, which Python only sees when the client closes. */
public class ReadAll extends BaseHTTPRequestHandler {
    public void do_PUT() throws IOException {
        byte[] data = rfile().readAllBytes();
        int lines = 0;
        for (byte b : data) {
            lines += b == '\n' ? 1 : 0;
        }
        sendResponse(200);
        sendHeader("Content-Type", "text/plain");
        endHeaders();
        wfile().write((data.length + " bytes, " + lines + " lines\n").getBytes(UTF_8));
    }
}
