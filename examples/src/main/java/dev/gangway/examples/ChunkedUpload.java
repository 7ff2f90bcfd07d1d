package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Takes chunks apart by hand: says so, so that they are not decoded before. */
public final class ChunkedUpload extends BaseHTTPRequestHandler {
    public ChunkedUpload() {
        protocolVersion("HTTP/1.1");
        decodeChunked(false);
    }

    private byte[] readChunked() throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        while (true) {
            String line = new String(rfile().readline(), ISO_8859_1);
            int size = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
            data.write(rfile().readNBytes(size));
            rfile().readline();
            if (size == 0) {
                return data.toByteArray();
            }
        }
    }

    public void do_POST() throws IOException {
        byte[] data;
        if (headers().get("Transfer-Encoding", "").equals("chunked")) {
            data = readChunked();
        } else {
            data = rfile().readNBytes(Integer.parseInt(headers().get("Content-Length", "0")));
        }
        sendResponse(200);
        sendHeader("Content-Length", data.length);
        endHeaders();
        wfile().write(data);
    }
}
