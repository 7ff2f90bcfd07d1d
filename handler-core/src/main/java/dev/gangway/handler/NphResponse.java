package dev.gangway.handler;

import dev.gangway.handler.cgi.ScriptOutput;
import dev.gangway.http.HTTPStatus;
import java.io.IOException;

/** The response of a script that prints all of it, the status line included (RFC 3875 §5). */
final class NphResponse extends ScriptResponse {
    private final ScriptOutput output;

    NphResponse(CGIHTTPRequestHandler handler) {
        super(handler);
        output = new PassedOnOutput(handler);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        output.write(bytes, offset, length);
    }

    @Override
    void begin() {
        handler().logRequest();
    }

    @Override
    boolean isResponse() {
        return !handler().output().isUntouched();
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
