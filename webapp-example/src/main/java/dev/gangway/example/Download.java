package dev.gangway.example;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** Answers {@code GET /1000} with a thousand zero bytes, never more than a piece of them in memory. */
public class Download extends BaseHTTPRequestHandler {
    private static final byte[] ZEROS = new byte[65536];

    /** Makes a handler. */
    public Download() {}

    /**
     * Sends the bytes.
     *
     * @throws IOException if the connection fails
     */
    public void do_GET() throws IOException {
        if (!path().matches("/\\d{1,15}")) {
            sendError(404, "Ask for a number of bytes, /1000 for example");
            return;
        }
        long length = Long.parseLong(path().substring(1));
        sendResponse(200);
        sendHeader("Content-Type", "application/octet-stream");
        sendHeader("Content-Length", length);
        endHeaders();
        for (long left = length; left > 0; left -= ZEROS.length) {
            wfile().write(ZEROS, 0, (int) Math.min(left, ZEROS.length));
        }
    }
}
