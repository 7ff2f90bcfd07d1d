package dev.gangway.examples;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Assigns the path, then goes on: a path without a file gets the application's page. */
public class PageFallback extends SimpleHTTPRequestHandler {
    @Override
    public void do_GET() throws IOException {
        Path file = translatePath(path());
        if (path().endsWith("/") ? !Files.isDirectory(file) : !Files.exists(file)) {
            path("/hello.txt");
        }
        super.do_GET();
    }
}
