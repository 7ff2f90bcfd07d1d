package dev.gangway.examples;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Remembers the status, drops a field, edits the lines that are not sent yet. */
public class EditedHead extends SimpleHTTPRequestHandler {
    private int status;

    @Override
    public void sendResponse(int code, @Nullable String message) throws IOException {
        status = code;
        super.sendResponse(code, message);
    }

    @Override
    public void sendHeader(String keyword, String value) throws IOException {
        if (!keyword.equalsIgnoreCase("last-modified")) {
            super.sendHeader(keyword, value);
        }
    }

    @Override
    public void endHeaders() throws IOException {
        pendingHeaders().removeIf(line -> line.startsWith("Server:"));
        sendHeader("X-Status", status);
        super.endHeaders();
    }
}
