package dev.gangway.files;

import java.io.IOException;

/** Lets pages of other origins read the served files, by CORS (Fetch standard §3.2), or isolates the files from them. */
final class CrossOrigin {
    /** The fields that scripts may see besides those that the standard always shows. */
    private static final String EXPOSED =
            "Accept-Ranges, Content-Encoding, Content-Length, Content-Range, ETag, Last-Modified, Location";

    private CrossOrigin() {}

    /** Sends the fields that every response has. */
    static void addFields(FileHTTPRequestHandler handler) throws IOException {
        String origin = handler.cors();
        if (!origin.isEmpty()) {
            handler.sendHeader("Access-Control-Allow-Origin", origin);
            handler.sendHeader("Access-Control-Expose-Headers", EXPOSED);
            if (!origin.equals("*")) {
                handler.sendHeader("Vary", "Origin");
            }
        }
        if (handler.isolated()) {
            handler.sendHeader("Cross-Origin-Opener-Policy", "same-origin");
            handler.sendHeader("Cross-Origin-Embedder-Policy", "require-corp");
            handler.sendHeader("Cross-Origin-Resource-Policy", "same-origin");
        }
    }

    /** Whether the request is the question of a browser if another one may follow. */
    static boolean isPreflight(FileHTTPRequestHandler handler) {
        return !handler.cors().isEmpty()
                && handler.command().equals("OPTIONS")
                && handler.headers().contains("Origin")
                && handler.headers().contains("Access-Control-Request-Method");
    }

    /** Answers such a question: reading is allowed, with any field, and writing is not. */
    static void answerPreflight(FileHTTPRequestHandler handler) throws IOException {
        String wanted = handler.headers().get("Access-Control-Request-Headers", "");
        handler.sendResponse(204);
        handler.sendHeader("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
        if (!wanted.isEmpty() && wanted.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            handler.sendHeader("Access-Control-Allow-Headers", wanted);
        }
        handler.sendHeader("Access-Control-Max-Age", 600);
        handler.endHeaders();
    }
}
