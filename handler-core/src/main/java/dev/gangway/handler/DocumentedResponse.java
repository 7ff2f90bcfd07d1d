package dev.gangway.handler;

import dev.gangway.http.HTTPStatus;
import java.io.IOException;

/** As CPython answers: 200 before the script has said anything, and then byte for byte what it prints. */
final class DocumentedResponse extends PassedOnResponse {
    DocumentedResponse(CGIHTTPRequestHandler handler) {
        super(handler);
    }

    @Override
    void begin() throws IOException {
        handler().sendResponse(HTTPStatus.OK, "Script output follows");
        handler().flushHeaders();
        handler().wfile().flush();
    }

    @Override
    void end(int exitCode) {
        // Whatever it was, it has been sent.
    }
}
