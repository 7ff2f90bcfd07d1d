package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** Refuses a body before it is sent. */
public final class CarefulUpload extends BaseHTTPRequestHandler {
    public CarefulUpload() {
        protocolVersion("HTTP/1.1");
    }

    @Override
    public boolean handleExpect100() throws IOException {
        if (length() > 10) {
            sendError(413, "Ten bytes are enough");
            return false;
        }
        return super.handleExpect100();
    }

    public void do_PUT() throws IOException {
        byte[] data = rfile().readNBytes(length());
        sendResponse(201);
        sendHeader("Content-Length", "0");
        sendHeader("X-Got", new String(data, US_ASCII));
        endHeaders();
    }

    private int length() {
        return Integer.parseInt(headers().get("Content-Length", "0"));
    }
}
