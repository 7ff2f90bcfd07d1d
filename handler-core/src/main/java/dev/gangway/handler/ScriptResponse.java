package dev.gangway.handler;

import dev.gangway.handler.cgi.ScriptOutput;
import dev.gangway.host.HostUnsupportedException;
import dev.gangway.http.HTTPStatus;
import java.io.IOException;

/** Turns the output of a script into the response. */
abstract class ScriptResponse implements ScriptOutput {
    private final CGIHTTPRequestHandler handler;

    ScriptResponse(CGIHTTPRequestHandler handler) {
        this.handler = handler;
    }

    final CGIHTTPRequestHandler handler() {
        return handler;
    }

    /** Sends the content so far. A head waits until it is complete, because sent bytes cannot be corrected. */
    @Override
    public final void flush() throws IOException {
        if (handler.output().isPastHead()) {
            handler.wfile().flush();
        }
    }

    /** Called before the script is started. */
    abstract void begin() throws IOException;

    /** Tells whether the script has printed bytes that can be sent. */
    abstract boolean isResponse();

    /**
     * Called when the script has ended by itself. One that a signal has ended, whose exit code is negative, has not said all.
     */
    abstract void end(int exitCode) throws IOException;

    /** Called when the script has been ended because it has failed. */
    void fail(HTTPStatus status) throws IOException {
        if (handler.output().takeBack()) {
            handler.sendError(status);
        } else {
            cut();
        }
    }

    /** Called when the script and all that belongs to it have been put away. */
    void afterwards() throws IOException {}

    /** Lets the client see that the response is not whole. */
    private void cut() {
        handler.closeConnection(true);
        try {
            handler.connection().abort();
        } catch (HostUnsupportedException e) {
            // The connection just closes.
        }
    }
}
