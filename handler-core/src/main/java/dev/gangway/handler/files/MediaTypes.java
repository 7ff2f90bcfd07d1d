package dev.gangway.handler.files;

import java.nio.file.Path;
import java.util.Map;

/** Temporary. */
public final class MediaTypes {
    private MediaTypes() {}

    /**
     * Guesses.
     *
     * @param path p
     * @param extensions e
     * @return t
     */
    public static String guess(Path path, Map<String, String> extensions) {
        return path.toString().endsWith(".html")
                ? "text/html"
                : path.toString().endsWith(".txt") ? "text/plain" : "application/octet-stream";
    }
}
