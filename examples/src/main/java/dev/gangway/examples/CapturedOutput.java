package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Puts other streams in the place of its own, to learn how long a page is and to change the response. */
public class CapturedOutput extends BaseHTTPRequestHandler {
    public void do_GET() throws IOException {
        OutputStream client = wfile();
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        wfile(page);
        page();
        wfile(client);
        sendResponse(200);
        sendHeader("Content-Length", page.size());
        endHeaders();
        page.writeTo(wfile());
    }

    public void do_POST() throws IOException {
        int length = Integer.parseInt(headers().get("Content-Length", ""));
        String text = new String(rfile().readNBytes(length), ISO_8859_1).toUpperCase(Locale.ROOT);
        rfile(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
        do_GET();
    }

    private void page() throws IOException {
        wfile().write("a page of unknown length\n".getBytes(UTF_8));
        if (command().equals("POST")) {
            wfile().write(rfile().readline());
        }
    }
}
