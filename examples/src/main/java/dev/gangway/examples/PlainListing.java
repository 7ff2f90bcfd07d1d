package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists a folder in its own way. */
public class PlainListing extends SimpleHTTPRequestHandler {
    @Override
    public @Nullable InputStream listDirectory(Path path) throws IOException {
        List<String> lines = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, Files::isRegularFile)) {
            for (Path entry : entries) {
                lines.add(entry.getFileName() + " " + Files.size(entry) + "\n");
            }
        }
        Collections.sort(lines);
        byte[] data = String.join("", lines).getBytes(UTF_8);
        sendResponse(200);
        sendHeader("Content-Type", "text/plain; charset=utf-8");
        sendHeader("Content-Length", data.length);
        endHeaders();
        return new ByteArrayInputStream(data);
    }
}
