package dev.gangway.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The methods that a handler answers, as its attributes have it. */
final class Methods {
    private static final Set<String> WRITING =
            Set.of("PUT", "POST", "PATCH", "DELETE", "MKCOL", "COPY", "MOVE", "PROPPATCH", "LOCK", "UNLOCK");

    private Methods() {}

    /** Whether a method may change something. */
    static boolean writes(String method) {
        return WRITING.contains(method);
    }

    /** Returns the value of {@code Allow}. */
    static String allowed(FileHTTPRequestHandler handler) {
        List<String> methods = new ArrayList<>(List.of("GET", "HEAD", "OPTIONS"));
        boolean davWrites = handler.webdav().equals("write");
        if (handler.upload() || davWrites) {
            methods.add("PUT");
        }
        if (handler.upload()) {
            methods.addAll(List.of("POST", "PATCH"));
        }
        if (handler.upload() || davWrites) {
            methods.add("DELETE");
        }
        if (!handler.webdav().equals("off")) {
            methods.add("PROPFIND");
        }
        if (davWrites) {
            methods.addAll(List.of("PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK"));
        }
        return String.join(", ", methods);
    }
}
