package dev.gangway.example;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Shows a handler of this package beside its Python original: {@code GET /Notes}. */
public class Source extends BaseHTTPRequestHandler {
    private static final Map<String, String> ORIGINALS = Map.of(
            "Notes", "notes.py",
            "Upload", "upload.py",
            "Events", "events.py",
            "Echo", "echo.py",
            "WhoAmI", "who_am_i.py",
            "Form", "form.py",
            "Download", "download.py",
            "Playground", "scripts.py");

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%1$s, in Java and in Python</title>
              <link rel="stylesheet" href="../style.css">
            </head>
            <body>
            <main class="wide">
              <p><a href="../">All examples</a></p>
              <h1>%1$s</h1>
              <div class="pair">
                <section><h2>%2$s</h2><pre tabindex="0" role="region" aria-label="%2$s">%3$s</pre></section>
                <section><h2>%4$s</h2><pre tabindex="0" role="region" aria-label="%4$s">%5$s</pre></section>
              </div>
            </main>
            </body>
            </html>
            """;

    /** Makes a handler. */
    public Source() {}

    /**
     * Sends the page.
     *
     * @throws IOException if the connection fails
     */
    public void do_GET() throws IOException {
        String name = path().replaceFirst("^/", "").replaceFirst("\\?.*", "");
        String original = ORIGINALS.get(name);
        if (original == null) {
            sendError(404, "Ask for the name of a handler, /Notes for example");
            return;
        }
        String java = name + ".java";
        byte[] content =
                PAGE.formatted(name, original, text(original), java, text(java)).getBytes(StandardCharsets.UTF_8);
        sendResponse(200);
        sendHeader("Content-Type", "text/html; charset=utf-8");
        sendHeader("Content-Length", content.length);
        endHeaders();
        wfile().write(content);
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Source.class.getResourceAsStream(resource)) {
            if (in == null) {
                return resource + " was not packed with the classes.";
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("&", "&amp;")
                    .replace("<", "&lt;");
        }
    }
}
