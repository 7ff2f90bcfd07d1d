package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** Writes the whole response, status line included, as bytes. */
public class RawStatusLine extends BaseHTTPRequestHandler {
    public void do_GET() throws IOException {
        wfile().write("HTTP/1.0 200 All Is Well\r\n".getBytes(ISO_8859_1));
        wfile().write("Content-Type: text/plain\r\nContent-Length: 4\r\n\r\n".getBytes(ISO_8859_1));
        wfile().write("raw\n".getBytes(ISO_8859_1));
    }
}
