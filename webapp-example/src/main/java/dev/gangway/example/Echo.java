package dev.gangway.example;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Accepts a WebSocket (RFC 6455) and sends back every frame of it: texts, bytes, and the end. A ping gets its pong. */
public final class Echo extends BaseHTTPRequestHandler {
    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int MAX_BYTES = 1 << 20;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    /** Makes a handler, of HTTP/1.1: older versions know no change of protocol. */
    public Echo() {
        protocolVersion("HTTP/1.1");
    }

    /**
     * Changes to the WebSocket protocol and echoes until the client closes.
     *
     * @throws IOException if the connection fails
     */
    public void do_GET() throws IOException {
        String key = headers().get("Sec-WebSocket-Key");
        if (key == null) {
            sendError(426, "Open this address as a WebSocket");
            return;
        }
        sendResponse(101);
        sendHeader("Upgrade", "websocket");
        sendHeader("Connection", "Upgrade");
        sendHeader("Sec-WebSocket-Accept", accept(key));
        endHeaders();
        boolean open = true;
        while (open) {
            open = echo();
        }
    }

    /** Echoes a frame (RFC 6455 §5.2); false if it was the last one. */
    private boolean echo() throws IOException {
        int first = rfile().read();
        int second = rfile().read();
        int opcode = first & 0x0f;
        if (second < 0x80) {
            return false; // the client has gone, or breaks the rule that its frames are masked
        }
        long length = second & 0x7f;
        if (length > 125) {
            byte[] more = rfile().readNBytes(length == 126 ? 2 : 8);
            length = 0;
            for (byte b : more) {
                length = length << 8 | b & 0xff;
            }
        }
        if (length < 0 || length > MAX_BYTES) {
            send(0x80 | CLOSE, new byte[] {0x03, (byte) 0xf1}); // 1009: the message is too big
            return false;
        }
        byte[] mask = rfile().readNBytes(4);
        byte[] payload = rfile().readNBytes((int) length);
        if (payload.length < length) {
            return false;
        }
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        if (opcode != PONG) {
            send(opcode == PING ? 0x80 | PONG : first, payload);
        }
        return opcode != CLOSE;
    }

    private void send(int first, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 10).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 1 << 16) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload);
        wfile().write(frame.array(), 0, frame.position());
        wfile().flush();
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
