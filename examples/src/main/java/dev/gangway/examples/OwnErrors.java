package dev.gangway.examples;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An error page of one's own, and an overridden {@code sendError}. */
public final class OwnErrors extends BaseHTTPRequestHandler {
    public OwnErrors() {
        errorMessageFormat("<h1>%(code)d</h1><p>%(message)s</p><p>%(explain)s, 100%% sure</p>\n");
        errorContentType("text/html");
    }

    public void do_GET() throws IOException {
        switch (path()) {
            case "/secret" -> sendError(403, "Keep <out>");
            case "/gone" -> sendError(410, null, "It was here once");
            default -> sendError(404);
        }
    }

    public void do_HEAD() throws IOException {
        do_GET();
    }

    @Override
    public void sendError(int code, @Nullable String message, @Nullable String explain) throws IOException {
        super.sendError(code, code == 404 ? "No " + path() : message, explain);
    }
}
