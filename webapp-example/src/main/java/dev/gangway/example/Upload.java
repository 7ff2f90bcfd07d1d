package dev.gangway.example;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Takes the content of a PUT or POST, of any length, and says how long it was and what its SHA-256 is. */
public class Upload extends BaseHTTPRequestHandler {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Upload</title></head>
            <body>
              <h1>Upload</h1>
              <input type="file" id="file">
              <pre id="answer"></pre>
              <script>
                document.getElementById('file').onchange = async (event) => {
                  const response = await fetch('', {method: 'PUT', body: event.target.files[0]});
                  document.getElementById('answer').textContent = await response.text();
                };
              </script>
            </body>
            </html>
            """;

    /** Makes a handler. */
    public Upload() {}

    /**
     * Shows a page with a form.
     *
     * @throws IOException if the connection fails
     */
    public void do_GET() throws IOException {
        reply("text/html; charset=utf-8", PAGE);
    }

    /**
     * Takes a file.
     *
     * @throws IOException if the connection fails
     */
    public void do_PUT() throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[65536];
        long length = 0;
        for (int n = rfile().read(buffer); n >= 0; n = rfile().read(buffer)) {
            digest.update(buffer, 0, n);
            length += n;
        }
        reply("text/plain", length + " bytes, SHA-256 " + HexFormat.of().formatHex(digest.digest()) + "\n");
    }

    /**
     * Takes a file.
     *
     * @throws IOException if the connection fails
     */
    public void do_POST() throws IOException {
        do_PUT();
    }

    private void reply(String type, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        sendResponse(200);
        sendHeader("Content-Type", type);
        sendHeader("Content-Length", content.length);
        endHeaders();
        wfile().write(content);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
