package dev.gangway.example;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Shows a form, and greets the name that a browser sends from it. */
public class Form extends BaseHTTPRequestHandler {
    private static final int MAX_BYTES = 10_000;
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>A form</title></head>
            <body>
            <form method="post" action="form">
            <label>Name <input name="name"></label> <button>Send</button>
            </form>
            </body>
            </html>
            """;

    /** Makes a handler. */
    public Form() {}

    /**
     * Shows the form.
     *
     * @throws IOException if the connection fails
     */
    public void do_GET() throws IOException {
        reply("text/html; charset=utf-8", PAGE);
    }

    /**
     * Greets the sender.
     *
     * @throws IOException if the connection fails
     */
    public void do_POST() throws IOException {
        byte[] content = rfile().readNBytes(MAX_BYTES + 1);
        if (content.length > MAX_BYTES) {
            sendError(413);
            return;
        }
        String name = FormFields.of(headers(), content).getOrDefault("name", "");
        reply("text/plain; charset=utf-8", "Hello, " + (name.isBlank() ? "stranger" : name) + ".\n");
    }

    private void reply(String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        sendResponse(200);
        sendHeader("Content-Type", type);
        sendHeader("Content-Length", body.length);
        endHeaders();
        wfile().write(body);
    }
}
