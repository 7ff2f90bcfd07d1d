package dev.gangway.example;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads the content of a PUT or POST, of any length, and answers with its length and its SHA-256. It keeps nothing. */
public class Upload extends BaseHTTPRequestHandler {
    /** Makes a handler. */
    public Upload() {}

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
        String answer = length + " bytes, SHA-256 " + HexFormat.of().formatHex(digest.digest()) + "\n";
        byte[] content = answer.getBytes(StandardCharsets.US_ASCII);
        sendResponse(200);
        sendHeader("Content-Type", "text/plain");
        sendHeader("Content-Length", content.length);
        endHeaders();
        wfile().write(content);
    }

    /**
     * Takes a file.
     *
     * @throws IOException if the connection fails
     */
    public void do_POST() throws IOException {
        do_PUT();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
