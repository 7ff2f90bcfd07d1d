package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Asks the header fields in all ways. */
public class HeaderDump extends BaseHTTPRequestHandler {
    public void do_GET() throws IOException {
        List<String> lines = new ArrayList<>();
        headers().items().forEach(field -> lines.add(field.getKey() + "=" + field.getValue()));
        lines.add("agent: " + headers().get("User-Agent", "nobody"));
        lines.add("debug: " + (headers().contains("X-Debug") ? "yes" : "no"));
        lines.add("tags: " + String.join(",", headers().getAll("X-Tag")));
        lines.add("type: " + headers().getContentType());
        byte[] data = (String.join("\n", lines) + "\n\n" + headers()).getBytes(ISO_8859_1);
        sendResponse(200);
        sendHeader("Content-Type", "text/plain; charset=iso-8859-1");
        sendHeader("Content-Length", data.length);
        endHeaders();
        wfile().write(data);
    }
}
