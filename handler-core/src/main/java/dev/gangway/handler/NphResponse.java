package dev.gangway.handler;

import dev.gangway.http.HTTPStatus;
import java.io.IOException;

/** The response of a script that prints all of it, the status line included (RFC 3875 §5). */
final class NphResponse extends PassedOnResponse {
    NphResponse(CGIHTTPRequestHandler handler) {
        super(handler);
    }

    @Override
    void begin() {
        handler().logRequest();
    }

    @Override
    void end(int exitCode) throws IOException {
        if (handler().output().isUntouched()) {
            handler().sendError(HTTPStatus.BAD_GATEWAY);
        } else if (exitCode < 0) {
            handler().output().abandon();
        }
    }
}
