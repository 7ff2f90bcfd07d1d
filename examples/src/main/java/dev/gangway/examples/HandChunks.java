package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;

/** Frames chunks by hand. */
public final class HandChunks extends BaseHTTPRequestHandler {
    public HandChunks() {
        protocolVersion("HTTP/1.1");
    }

    public void do_GET() throws IOException {
        sendResponse(200);
        sendHeader("Content-Type", "text/plain");
        sendHeader("Transfer-Encoding", "chunked");
        endHeaders();
        for (String word : new String[] {"one ", "two ", "three\n"}) {
            writeChunk(word.getBytes(US_ASCII));
        }
        writeChunk(new byte[0]);
    }

    private void writeChunk(byte[] data) throws IOException {
        wfile().write(String.format("%X\r\n", data.length).getBytes(US_ASCII));
        wfile().write(data);
        wfile().write("\r\n".getBytes(US_ASCII));
    }
}
