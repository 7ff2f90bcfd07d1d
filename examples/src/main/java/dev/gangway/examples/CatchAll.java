package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** {@code __getattr__} for every verb. */
public class CatchAll extends BaseHTTPRequestHandler {
    @Override
    public boolean dispatch(String command) throws IOException {
        mock();
        return true;
    }

    private void mock() throws IOException {
        byte[] data = ("mock of " + command() + "\n").getBytes(ISO_8859_1);
        sendResponse(200);
        sendHeader("Content-Length", data.length);
        endHeaders();
        wfile().write(data);
    }
}
