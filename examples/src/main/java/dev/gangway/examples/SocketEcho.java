package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** Switches to a protocol of its own; the streams are raw from then on. */
public final class SocketEcho extends BaseHTTPRequestHandler {
    public SocketEcho() {
        protocolVersion("HTTP/1.1");
    }

    public void do_GET() throws IOException {
        if (!headers().get("Upgrade", "").equalsIgnoreCase("echo")) {
            sendError(426);
            return;
        }
        sendResponse(101);
        sendHeader("Upgrade", "echo");
        sendHeader("Connection", "Upgrade");
        endHeaders();
        closeConnection(true);
        while (true) {
            String line = new String(rfile().readline(), UTF_8);
            if (line.isEmpty() || line.equals("bye\n")) {
                return;
            }
            wfile().write(("> " + line).getBytes(UTF_8));
            wfile().flush();
        }
    }
}
