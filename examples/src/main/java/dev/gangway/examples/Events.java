package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.io.InterruptedIOException;

/** Server-sent events: each reaches the client when it is flushed. */
public class Events extends BaseHTTPRequestHandler {
    public void do_GET() throws IOException {
        sendResponse(200);
        sendHeader("Content-Type", "text/event-stream");
        sendHeader("Cache-Control", "no-cache");
        endHeaders();
        for (int number = 0; number < 3; number++) {
            wfile().write(("id: " + number + "\ndata: tick\n\n").getBytes(UTF_8));
            wfile().flush();
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server stops");
        }
    }
}
