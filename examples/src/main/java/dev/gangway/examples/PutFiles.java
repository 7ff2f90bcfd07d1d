package dev.gangway.examples;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes files by PUT where {@code translatePath} says. */
public final class PutFiles extends SimpleHTTPRequestHandler {
    public PutFiles() {
        protocolVersion("HTTP/1.1");
    }

    public void do_PUT() throws IOException {
        Path path = translatePath(path());
        if (Files.isDirectory(path)) {
            sendError(405, "PUT needs a file name");
            return;
        }
        if (!Files.isDirectory(path.resolveSibling(""))) {
            sendError(409, "No such folder");
            return;
        }
        boolean created = !Files.exists(path);
        try (OutputStream file = Files.newOutputStream(path)) {
            rfile().transferTo(file);
        }
        sendResponse(created ? 201 : 204);
        if (created) {
            sendHeader("Content-Length", "0");
        }
        endHeaders();
    }
}
