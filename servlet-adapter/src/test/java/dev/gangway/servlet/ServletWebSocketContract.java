package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.Framedata;
import org.junit.jupiter.api.Test;

/** A WebSocket through 101, with the frames of a library, and the JDK's own client. */
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

    @Test
    void messagesGoBothWaysUntilTheClientCloses() throws Exception {
        RecordingServlet servlet = new RecordingServlet(EchoSocket::new);
        start(servlet, "/ctx", "/echo/*", Map.of());
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port() + "/ctx/echo/room"), new WebSocket.Listener() {
                    private final StringBuilder text = new StringBuilder();

                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                        text.append(data);
                        if (last) {
                            heard.add(text.toString());
                            text.setLength(0);
                        }
                        from.request(1);
                        return null;
                    }

                    @Override
                    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
                        heard.add("closed " + status);
                        return null;
                    }
                })
                .get(20, TimeUnit.SECONDS);
        String large = "x".repeat(100_000);
        for (String message : new String[] {"hello", "wörld", large}) {
            socket.sendText(message, true).get(20, TimeUnit.SECONDS);
            assertEquals(message, heard.poll(20, TimeUnit.SECONDS));
        }
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(20, TimeUnit.SECONDS);
        assertEquals("closed 1000", heard.poll(20, TimeUnit.SECONDS));
        assertEquals(List.of(), servlet.takeErrors());
    }
}
