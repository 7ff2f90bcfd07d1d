package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A WebSocket through 101, with the frames of a library and its client. */
abstract class ServletWebSocketContract extends ServletFixture {
    /** Sends every message back. */
    public static class EchoSocket extends BaseHTTPRequestHandler {
        private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

        public EchoSocket() {
            protocolVersion("HTTP/1.1");
        }

        public void do_GET() throws IOException {
            String key = headers().get("Sec-WebSocket-Key");
            if (key == null) {
                sendError(426);
                return;
            }
            sendResponse(101);
            sendHeader("Upgrade", "websocket");
            sendHeader("Connection", "Upgrade");
            sendHeader("Sec-WebSocket-Accept", accept(key));
            endHeaders();
            Draft_6455 frames = new Draft_6455();
            frames.setParseMode(Role.SERVER);
            byte[] buffer = new byte[8192];
            for (int n = rfile().read(buffer); n >= 0; n = rfile().read(buffer)) {
                if (!answer(frames, ByteBuffer.wrap(buffer, 0, n))) {
                    return;
                }
            }
        }

        private boolean answer(Draft_6455 frames, ByteBuffer bytes) throws IOException {
            try {
                for (Framedata frame : frames.translateFrame(bytes)) {
                    ByteBuffer answer = frames.createBinaryFrame(frame);
                    wfile().write(answer.array(), answer.arrayOffset(), answer.remaining());
                    wfile().flush();
                    if (frame.getOpcode() == Opcode.CLOSING) {
                        return false;
                    }
                }
                return true;
            } catch (InvalidDataException e) {
                throw new IOException(e);
            }
        }

        private static String accept(String key) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-1")
                        .digest((key + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII));
                return Base64.getEncoder().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The JDK's client says that its request has no content up to Java 18, and says nothing since, as browsers do. */
    @ParameterizedTest(name = "Content-Length: {0}")
    @NullSource
    @ValueSource(strings = "0")
    void messagesGoBothWaysUntilTheClientCloses(String contentLength) throws Exception {
        RecordingServlet servlet = new RecordingServlet(EchoSocket::new);
        start(servlet, "/ctx", "/echo/*", Map.of());
        Client client = new Client(
                URI.create("ws://127.0.0.1:" + port() + "/ctx/echo/room"),
                contentLength == null ? Map.of() : Map.of("Content-Length", contentLength));
        assertTrue(client.connectBlocking(20, TimeUnit.SECONDS));
        for (String message : new String[] {"hello", "wörld", "x".repeat(100_000), "again"}) {
            client.send(message);
            assertEquals(message, client.heard.poll(20, TimeUnit.SECONDS));
        }
        client.close(CloseFrame.NORMAL);
        assertEquals("closed 1000", client.heard.poll(20, TimeUnit.SECONDS));
        assertEquals(List.of(), servlet.takeErrors());
    }

    private static final class Client extends WebSocketClient {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        Client(URI uri, Map<String, String> fields) {
            super(uri, new Draft_6455(), fields, 20_000);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String message) {
            heard.add(message);
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            heard.add("closed " + code);
        }

        @Override
        public void onError(Exception failure) {
            heard.add("failed: " + failure);
        }
    }
}
