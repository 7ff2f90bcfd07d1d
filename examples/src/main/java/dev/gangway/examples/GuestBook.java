package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.util.List;

/** A variable that a factory of classes closed over becomes an argument of the constructor: {@code () -> new GuestBook(book)}. */
public final class GuestBook extends BaseHTTPRequestHandler {
    private final List<String> book;

    public GuestBook(List<String> book) {
        this.book = book;
        protocolVersion("HTTP/1.1");
    }

    public void do_GET() throws IOException {
        reply(200, String.join("\n", book) + "\n");
    }

    public void do_POST() throws IOException {
        int length = Integer.parseInt(headers().get("Content-Length", ""));
        book.add(new String(rfile().readNBytes(length), UTF_8));
        reply(201, book.size() + " entries\n");
    }

    private void reply(int code, String text) throws IOException {
        byte[] data = text.getBytes(UTF_8);
        sendResponse(code);
        sendHeader("Content-Length", data.length);
        endHeaders();
        wfile().write(data);
    }
}
