package dev.gangway.handler;

import dev.gangway.handler.cgi.ScriptHeadLimit;
import java.io.IOException;

/** What a script prints, head and all, as the script prints it. */
abstract class PassedOnResponse extends ScriptResponse {
    private final ScriptHeadLimit limit = new ScriptHeadLimit();

    PassedOnResponse(CGIHTTPRequestHandler handler) {
        super(handler);
    }

    @Override
    public final void write(byte[] bytes, int offset, int length) throws IOException {
        if (!handler().isSimpleRequest()) {
            limit.accept(bytes, offset, length);
        }
        handler().wfile().write(bytes, offset, length);
    }
}
