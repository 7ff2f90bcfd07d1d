package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.io.IOException;

/** Answers some paths itself and leaves the others to the file handler. */
public class ApiThenFiles extends SimpleHTTPRequestHandler {
    @Override
    public void do_GET() throws IOException {
        if (path().startsWith("/api/")) {
            api();
        } else {
            super.do_GET();
        }
    }

    private void api() throws IOException {
        byte[] data = ("{\"api\": \"" + path().substring(5) + "\"}\n").getBytes(ISO_8859_1);
        sendResponse(200);
        sendHeader("Content-Type", "application/json");
        sendHeader("Content-Length", data.length);
        endHeaders();
        wfile().write(data);
    }
}
