package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** Changes every line of the log, and leaves some out. */
public class OwnLog extends BaseHTTPRequestHandler {
    @Override
    public void logMessage(String format, Object... args) {
        super.logMessage("[app] " + format, args);
    }

    @Override
    public void logRequest(String code, String size) {
        if (!path().equals("/health")) {
            super.logRequest(code, size);
        }
    }

    public void do_GET() throws IOException {
        byte[] data = "fine\n".getBytes(UTF_8);
        sendResponse(200);
        sendHeader("Content-Length", data.length);
        endHeaders();
        wfile().write(data);
        logMessage("%s took %d bytes, %r, 100%%", addressString(), data.length, path());
    }
}
