package dev.gangway.soak;

import dev.gangway.handler.CGIHTTPRequestHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Files by GET; CGI scripts; POST elsewhere gives back what it is sent; FAULT throws, and HALF throws in the middle of its answer. */
public final class SoakHandler extends CGIHTTPRequestHandler {
    /** The message of the exceptions that clients order. */
    static final String FAULT = "ordered by a client";

    SoakHandler(Path directory) {
        super(directory);
        protocolVersion("HTTP/1.1");
        cgiMode("rfc3875");
        cgiUser("none"); // who runs this test may read its temporary folder, nobody may not
    }

    /** Sends the content back, chunk by chunk. */
    @Override
    public void do_POST() throws IOException {
        if (isCgi()) {
            runCgi();
            return;
        }
        sendResponse(200);
        sendHeader("Transfer-Encoding", "chunked");
        endHeaders();
        byte[] buffer = new byte[5000];
        for (int n = rfile().read(buffer); n >= 0; n = rfile().read(buffer)) {
            wfile().write((Integer.toHexString(n) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            wfile().write(buffer, 0, n);
            wfile().write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        wfile().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Answers without having read the content. */
    public void do_PUT() throws IOException {
        sendResponse(201);
        sendHeader("Content-Length", 0);
        endHeaders();
    }

    /** Fails before it has answered. */
    public void do_FAULT() {
        throw new IllegalStateException(FAULT);
    }

    /** Fails in the middle of its answer. */
    public void do_HALF() throws IOException {
        sendResponse(200);
        sendHeader("Content-Length", 10);
        endHeaders();
        wfile().write("12345".getBytes(StandardCharsets.US_ASCII));
        throw new IllegalStateException(FAULT);
    }
}
