package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** Answers CONNECT with a line-turning service of its own, and absolute targets with what they name. */
public class Tunnel extends BaseHTTPRequestHandler {
    public void do_CONNECT() throws IOException {
        if (!path().endsWith(":443")) {
            sendError(403, "Only port 443");
            return;
        }
        wfile().write("HTTP/1.1 200 Connection Established\r\n\r\n".getBytes(ISO_8859_1));
        closeConnection(true);
        for (byte[] line = rfile().readline(); line.length > 0; line = rfile().readline()) {
            String text = new String(line, ISO_8859_1).stripTrailing();
            wfile().write((new StringBuilder(text).reverse() + "\n").getBytes(ISO_8859_1));
        }
    }

    public void do_GET() throws IOException {
        byte[] data = ("would fetch " + path() + "\n").getBytes(ISO_8859_1);
        sendResponse(200);
        sendHeader("Content-Length", data.length);
        endHeaders();
        wfile().write(data);
    }
}
