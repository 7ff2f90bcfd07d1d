package dev.gangway.files;

import dev.gangway.files.values.PathPrefix;
import dev.gangway.http.HTTPStatus;
import java.io.IOException;

/** Decides if a request is served at all, before anything is opened. */
final class Admission {
    private final FileHTTPRequestHandler handler;

    Admission(FileHTTPRequestHandler handler) {
        this.handler = handler;
    }

    /** Returns whether to go on; if not, the request has been answered. */
    boolean check() throws IOException {
        if (CrossOrigin.isPreflight(handler)) {
            CrossOrigin.answerPreflight(handler);
            return false;
        }
        return isBelowPrefix();
    }

    private boolean isBelowPrefix() throws IOException {
        String prefix = handler.pathPrefix();
        String target = handler.target();
        if (prefix.isEmpty() || target.equals("*")) {
            return true;
        }
        String below = PathPrefix.strip(prefix, target);
        if (below == null) {
            handler.sendError(HTTPStatus.NOT_FOUND, "File not found");
            return false;
        }
        return true;
    }
}
