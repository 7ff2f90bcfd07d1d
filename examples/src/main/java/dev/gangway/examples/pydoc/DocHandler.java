package dev.gangway.examples.pydoc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.util.function.BinaryOperator;

/** Answers GET with a page that a function makes, and logs nothing (pydoc's {@code DocHandler}). */
public class DocHandler extends BaseHTTPRequestHandler {
    private final BinaryOperator<String> urlhandler;

    /**
     * Makes a handler.
     *
     * @param urlhandler gets the path and the media type that is wanted, and returns the page
     */
    public DocHandler(BinaryOperator<String> urlhandler) {
        this.urlhandler = urlhandler;
    }

    public void do_GET() throws IOException {
        String contentType = path().endsWith(".css") ? "text/css" : "text/html";
        sendResponse(200);
        sendHeader("Content-Type", contentType + "; charset=UTF-8");
        endHeaders();
        wfile().write(urlhandler.apply(path(), contentType).getBytes(UTF_8));
    }

    @Override
    public void logMessage(String format, Object... args) {
        // The browser shows what happens.
    }
}
