package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** Takes the client's address from the proxy's word. */
public class BehindAProxy extends BaseHTTPRequestHandler {
    @Override
    public String addressString() {
        String forwarded = headers().get("X-Forwarded-For");
        return forwarded == null ? super.addressString() : forwarded.split(",", 2)[0].strip();
    }

    public void do_GET() throws IOException {
        String host = headers().get("X-Forwarded-Host", headers().get("Host", ""));
        byte[] data = ("http://" + host + path() + " asked by " + addressString() + "\n").getBytes(ISO_8859_1);
        sendResponse(200);
        sendHeader("Content-Length", data.length);
        endHeaders();
        wfile().write(data);
    }
}
