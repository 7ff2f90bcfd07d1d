package dev.gangway.handler;

import dev.gangway.handler.cgi.ScriptHeadLimit;
import dev.gangway.handler.cgi.ScriptOutput;
import java.io.IOException;

/** Passes on the output of a script, with its head. */
final class PassedOnOutput implements ScriptOutput {
    private final CGIHTTPRequestHandler handler;
    private final ScriptHeadLimit limit = new ScriptHeadLimit();

    PassedOnOutput(CGIHTTPRequestHandler handler) {
        this.handler = handler;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!handler.isSimpleRequest()) {
            limit.accept(bytes, offset, length);
        }
        handler.wfile().write(bytes, offset, length);
    }
}
