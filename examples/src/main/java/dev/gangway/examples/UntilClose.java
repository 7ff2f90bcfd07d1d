package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** A body without a length: the end of the connection ends it. */
public class UntilClose extends BaseHTTPRequestHandler {
    public void do_GET() throws IOException {
        sendResponse(200);
        sendHeader("Content-Type", "text/plain; charset=utf-8");
        endHeaders();
        for (int number = 1; number < 4; number++) {
            wfile().write(("line " + number + " of many\n").getBytes(UTF_8));
        }
    }
}
