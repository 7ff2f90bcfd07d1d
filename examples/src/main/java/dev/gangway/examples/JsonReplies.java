package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** A method of one's own that sends a whole answer with its length. */
public class JsonReplies extends BaseHTTPRequestHandler {
    private void send(int code, byte[] data, String kind) throws IOException {
        sendResponse(code);
        sendHeader("Content-Length", data.length);
        sendHeader("Content-Type", kind);
        endHeaders();
        wfile().write(data);
    }

    private void send(int code, String text) throws IOException {
        send(code, text.getBytes(UTF_8), "application/json");
    }

    public void do_GET() throws IOException {
        switch (path()) {
            case "/status" -> send(200, "{\"ok\": true}");
            case "/name" -> send(200, "Gr\u00fc\u00dfe".getBytes(UTF_8), "text/plain; charset=utf-8");
            default -> send(404, "{\"error\": \"not found\"}");
        }
    }
}
