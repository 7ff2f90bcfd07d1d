package dev.gangway.handler;

import dev.gangway.handler.cgi.ScriptOutput;
import dev.gangway.http.HTTPStatus;
import java.io.IOException;

/** Answers as CPython does: 200 before the script prints, and then its output. Its head is sent in the form that all clients read alike. */
final class DocumentedResponse extends ScriptResponse {
    private final ScriptOutput output;

    DocumentedResponse(CGIHTTPRequestHandler handler) {
        super(handler);
        output = new PassedOnOutput(handler);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        output.write(bytes, offset, length);
    }

    @Override
    void begin() throws IOException {
        handler().sendResponse(HTTPStatus.OK, "Script output follows");
        handler().flushHeaders();
        handler().wfile().flush();
    }

    @Override
    boolean isResponse() {
        return true;
    }

    @Override
    void end(int exitCode) {
        // The response has been sent, with any status.
    }
}
