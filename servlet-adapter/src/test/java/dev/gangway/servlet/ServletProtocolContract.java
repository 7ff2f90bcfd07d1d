package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.RawResponse;
import dev.gangway.contract.SocketClient;
import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of messages in a container: HTTP/2, trailers, time limits, changes of protocol, failures. */
abstract class ServletProtocolContract extends ServletFixture {
    @Test
    void serverAndDateAppearOnce() throws Exception {
        start(new HandlerServlet(Echo::new));
        RawResponse response = get("/");
        assertTrue(response.field("Server").orElseThrow().startsWith("BaseHTTP/"));
        assertTrue(response.field("Date").isPresent());
    }

    /** Fails in a response without a length, and leaves the connection to the container. */
    public static class Failing extends BaseHTTPRequestHandler {
        public void do_GET() throws IOException {
            sendResponse(200);
            endHeaders();
            wfile().write('x');
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void aResponseThatTheContainerChunksIsCutWhenTheHandlerFails() throws Exception {
        start(new RecordingServlet(Failing::new));
        try (SocketClient client = new SocketClient(port())) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThrows(IOException.class, () -> client.readResponse("GET"));
        }
    }

    /** Answers in ways that HTTP/2 has other means for. */
    public static class Varied extends BaseHTTPRequestHandler {
        public Varied() {
            protocolVersion("HTTP/1.1");
        }

        public void do_GET() throws IOException {
            switch (path()) {
                case "/chunks" -> {
                    sendResponse(200);
                    sendHeader("Transfer-Encoding", "chunked");
                    endHeaders();
                    wfile().write("2\r\nhi\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                case "/close" -> {
                    sendResponse(200);
                    sendHeader("Connection", "close");
                    sendHeader("Keep-Alive", "timeout=5");
                    endHeaders();
                    wfile().write('x');
                }
                case "/upgrade" -> {
                    sendResponse(101);
                    sendHeader("Connection", "Upgrade");
                    sendHeader("Upgrade", "other");
                    endHeaders();
                }
                case "/throw" -> throw new IllegalStateException("on purpose");
                default -> do_POST();
            }
        }

        public void do_POST() throws IOException {
            long length = 0;
            byte[] buffer = new byte[10_000];
            for (int n = rfile().read(buffer); n >= 0; n = rfile().read(buffer)) {
                length += n;
            }
            sendResponse(200);
            endHeaders();
            wfile().write((length + " " + headers().contains("Host")).getBytes(StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/plain, 200, 0 true", "/chunks, 200, hi", "/close, 200, x", "/upgrade, 501, ''", "/throw, 500, ''"})
    void http2Works(String path, int status, String text) throws Exception {
        start(new RecordingServlet(Varied::new));
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        URI base = URI.create("http://127.0.0.1:" + port());
        // The first request changes the protocol, the second begins with it.
        client.send(HttpRequest.newBuilder(base).build(), BodyHandlers.ofString());
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
        assertEquals(HttpClient.Version.HTTP_2, response.version());
        assertEquals(status, response.statusCode());
        if (status == 200) {
            assertEquals(text, response.body());
        }
        assertEquals(List.of(), response.headers().allValues("Connection"));
    }

    @Test
    void http2TakesUploads() throws Exception {
        start(new RecordingServlet(Varied::new));
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        URI base = URI.create("http://127.0.0.1:" + port());
        client.send(HttpRequest.newBuilder(base).build(), BodyHandlers.ofString());
        HttpRequest upload = HttpRequest.newBuilder(base)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[3_000_000]))
                .build();
        assertEquals(
                "3000000 true", client.send(upload, BodyHandlers.ofString()).body());
    }

    /** Wants a time limit, and may change the protocol. */
    public static class Limited extends BaseHTTPRequestHandler {
        public Limited() {
            protocolVersion("HTTP/1.1");
            timeout(Duration.ofMillis(2500));
        }

        public void do_GET() throws IOException {
            boolean upgrade = headers().contains("Upgrade");
            sendResponse(upgrade ? 101 : 204);
            if (upgrade) {
                sendHeader("Connection", "Upgrade");
                sendHeader("Upgrade", "shout");
            }
            endHeaders();
            if (upgrade) {
                wfile().write(rfile().readline());
                wfile().flush();
            }
        }

        @Override
        public void logRequest(String code, String size) {}
    }

    @Test
    void aTimeLimitIsSaidToHaveNoEffectOnce() throws Exception {
        RecordingServlet servlet = new RecordingServlet(Limited::new);
        start(servlet);
        assertEquals(204, get("/").status());
        assertEquals(204, get("/").status());
        servlet.awaitIdle();
        List<String> log = servlet.takeLog();
        assertEquals(1, log.size(), log::toString);
        assertTrue(log.get(0).contains("timeout of 2.5 s has no effect in a servlet container"), log::toString);
    }

    @Test
    void aTimeLimitDoesNotKeepFromAChangeOfProtocol() throws Exception {
        RecordingServlet servlet = new RecordingServlet(Limited::new);
        start(servlet);
        try (SocketClient client = new SocketClient(port())) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: shout\r\n\r\nHey\n");
            String response = new String(client.readToEnd(), StandardCharsets.ISO_8859_1);
            assertTrue(response.startsWith("HTTP/1.1 101"), response);
            assertTrue(response.endsWith("\r\n\r\nHey\n"), response);
        }
        assertEquals(List.of(), servlet.takeErrors());
    }

    @Test
    void aHandlerThatThrowsIsAnsweredWithoutItsReasons() throws Exception {
        start(
                new RecordingServlet(() -> {
                    throw new IllegalStateException("secret");
                }),
                "",
                "/*",
                Map.of());
        RawResponse response = get("/");
        assertEquals(500, response.status());
        assertFalse(response.text().contains("secret"));
        assertTrue(response.text().contains("<p>Message: Internal Server Error.</p>"), response.text());
    }

    /** Throws when the head is on its way, and no content yet. */
    public static class Throwing extends BaseHTTPRequestHandler {
        public void do_GET() throws IOException {
            sendResponse(200);
            sendHeader("Content-Length", 10);
            endHeaders();
            throw new IllegalStateException("secret");
        }
    }

    @Test
    void aHandlerThatThrowsAfterItsHeadGivesNothingAway() throws Exception {
        start(new RecordingServlet(Throwing::new));
        try (SocketClient client = new SocketClient(port())) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            String response = new String(client.readToEnd(), StandardCharsets.ISO_8859_1);
            assertTrue(response.startsWith("HTTP/1.1 200"), response);
            assertTrue(response.endsWith("\r\n\r\n"), response);
            assertFalse(response.contains("secret") || response.contains("dev.gangway"), response);
        }
    }
}
