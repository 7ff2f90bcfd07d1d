package dev.gangway.examples;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.nio.file.Files;
import java.nio.file.Path;

/** Serves a second tree below a path, and pages without their suffix. */
public class TwoRoots extends SimpleHTTPRequestHandler {
    @Override
    public Path translatePath(String path) {
        if (path.startsWith("/v2/")) {
            return super.translatePath("/sub" + path.substring(3));
        }
        Path translated = super.translatePath(path);
        Path page = translated.resolveSibling(translated.getFileName() + ".html");
        return !Files.exists(translated) && Files.exists(page) ? page : translated;
    }
}
