package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.ClientGoneException;
import dev.gangway.host.HandlerFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a connection and of the handler that serves it. */
public abstract class ConnectionContract extends HostContract {
    /** Notes each step of its life. */
    private static final class Noting extends BaseHTTPRequestHandler {
        private final List<String> notes;

        Noting(List<String> notes) {
            this.notes = notes;
            protocolVersion("HTTP/1.1");
        }

        @Override
        public void setup() throws IOException {
            notes.add("setup");
            super.setup();
        }

        @Override
        public void handle() throws IOException {
            notes.add("handle");
            super.handle();
        }

        @Override
        public void handleOneRequest() throws IOException {
            super.handleOneRequest();
        }

        @Override
        public boolean parseRequest() throws IOException {
            notes.add("parse");
            return super.parseRequest();
        }

        @SuppressWarnings("unused")
        public void do_GET() throws IOException {
            notes.add(command() + " " + path());
            reply(this, path());
        }

        @Override
        public void finish() throws IOException {
            notes.add("finish");
            super.finish();
        }
    }

    @Test
    @Needs(without = HostDifference.HANDLER_PER_REQUEST)
    void goesThroughSetupHandleAndFinishOnce() throws Exception {
        List<String> notes = Collections.synchronizedList(new ArrayList<>());
        responses(() -> new Noting(notes), request("GET /1") + request("GET /2", "Connection: close"));
        assertEquals(List.of("setup", "handle", "parse", "GET /1", "parse", "GET /2", "finish"), notes);
    }

    @Test
    void goesThroughSetupHandleAndFinishForOneRequest() throws Exception {
        List<String> notes = Collections.synchronizedList(new ArrayList<>());
        responses(() -> new Noting(notes), request("GET /1", "Connection: close"));
        assertEquals(List.of("setup", "handle", "parse", "GET /1", "finish"), notes);
    }

    @Test
    void hasAHandlerOfItsOwn() throws Exception {
        List<Object> handlers = Collections.synchronizedList(new ArrayList<>());
        RunningHost host = start(answering(h -> {
            handlers.add(h);
            reply(h, "x");
        }));
        host.exchange(latin(request("GET /", "Connection: close")));
        host.exchange(latin(request("GET /", "Connection: close")));
        assertEquals(2, handlers.size());
        assertNotSame(handlers.get(0), handlers.get(1));
    }

    @Test
    void isDescribedToTheHandler() throws Exception {
        CompletableFuture<Void> checked = new CompletableFuture<>();
        RunningHost host = start(answering(h -> {
            try {
                assertNotNull(h.clientAddress());
                assertEquals(h.connection().clientAddress(), h.clientAddress());
                assertTrue(h.clientAddress().getPort() >= 0);
                assertNotNull(h.connection().localAddress());
                assertEquals(h.server(), h.connection().server());
                assertTrue(!h.server().serverName().isEmpty());
                assertTrue(h.server().serverPort() >= 0);
                assertEquals(List.of(), h.connection().peerCertificates());
                assertTrue(!h.connection().isSecure());
                assertTrue(h.connection().mountPath().isEmpty()
                        || h.connection().mountPath().startsWith("/"));
                checked.complete(null);
            } catch (AssertionError e) {
                checked.completeExceptionally(e);
            }
            reply(h, h.addressString());
        }));
        byte[] all = host.exchange(latin(request("GET /", "Connection: close")));
        checked.orTimeout(HostClient.DEADLINE_SECONDS, TimeUnit.SECONDS).join();
        assertEquals("127.0.0.1", RawResponse.readOne(all, "GET").text());
    }

    @Test
    void sharesAttributesOfTheServerWithOthers() throws Exception {
        RunningHost host = start(answering(h -> {
            Object before = h.server().attribute("dev.gangway.contract.count");
            int count = before == null ? 1 : (Integer) before + 1;
            h.server().attribute("dev.gangway.contract.count", count == 3 ? null : count);
            reply(h, Integer.toString(count));
        }));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            byte[] all = host.exchange(latin(request("GET /", "Connection: close")));
            texts.add(RawResponse.readOne(all, "GET").text());
        }
        assertEquals(List.of("1", "2", "3", "1"), texts);
    }

    @Test
    @Needs(without = HostDifference.OWN_FRAMING)
    void isClosedWhenTheHandlerSaysSo() throws Exception {
        HandlerFactory closing = answering(h -> {
            reply(h, h.path());
            h.closeConnection(true);
        });
        try (HostClient client = start(closing).connect()) {
            client.send(request("GET /1"));
            assertEquals("/1", client.readResponse("GET").text());
            assertEquals(0, client.readToEnd().length);
        }
    }

    @Test
    void staysOpenBetweenRequests() throws Exception {
        try (HostClient client = start(answering(h -> reply(h, h.path()))).connect()) {
            for (int i = 0; i < 5; i++) {
                client.send(request("GET /" + i));
                assertEquals("/" + i, client.readResponse("GET").text());
            }
        }
    }

    @Test
    void servesOthersAfterAHandlerThrew() throws Exception {
        RunningHost host = start(answering(h -> {
            if (h.path().equals("/throw")) {
                throw new IllegalStateException("on purpose");
            }
            reply(h, "fine");
        }));
        byte[] thrown = host.exchange(latin(request("GET /throw", "Connection: close")));
        // A host of its own connections closes; a servlet container answers 500.
        assertTrue(thrown.length == 0 || RawResponse.readOne(thrown, "GET").status() == 500);
        assertEquals(
                List.of("on purpose"),
                host.takeErrors().stream().map(Throwable::getMessage).toList());
        byte[] fine = host.exchange(latin(request("GET /", "Connection: close")));
        assertEquals("fine", RawResponse.readOne(fine, "GET").text());
    }

    @Test
    void isCutWhenAHandlerThrowsInItsResponse() throws Exception {
        RunningHost host = start(answering(h -> {
            h.sendResponse(200);
            h.sendHeader("Content-Length", 100);
            h.endHeaders();
            h.wfile().write(latin("begun"));
            h.wfile().flush();
            throw new IllegalStateException("on purpose");
        }));
        try (HostClient client = host.connect()) {
            client.send(request("GET /"));
            String all = new String(client.readToEnd(), StandardCharsets.ISO_8859_1);
            assertTrue(all.endsWith("begun"), all);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1", "HTTP/1.0"})
    @Needs(without = HostDifference.NO_RESET)
    void isCutWhenAHandlerThrowsInAResponseWithoutLength(String version) throws Exception {
        HandlerFactory failing = answering(h -> {
            beginWithoutLength(h);
            throw new IllegalStateException("on purpose");
        });
        try (HostClient client = start(failing).connect()) {
            client.send("GET / " + version + "\r\nHost: x\r\n\r\n");
            assertThrows(IOException.class, () -> client.readResponse("GET"));
        }
    }

    @Test
    @Needs(without = HostDifference.NO_TIME_LIMIT)
    void isCutWhenTheRequestStopsInAResponseWithoutLength() throws Exception {
        HandlerFactory impatient = () -> {
            BaseHTTPRequestHandler handler = new Stepping(h -> {
                beginWithoutLength(h);
                h.rfile().read();
            });
            handler.protocolVersion("HTTP/1.1");
            handler.timeout(Duration.ofMillis(200));
            return handler;
        };
        try (HostClient client = start(impatient).connect()) {
            client.send(request("POST /", "Content-Length: 1"));
            assertThrows(IOException.class, () -> client.readResponse("POST"));
        }
    }

    private static void beginWithoutLength(BaseHTTPRequestHandler handler) throws IOException {
        handler.sendResponse(200);
        handler.endHeaders();
        handler.wfile().write(latin("begun"));
        handler.wfile().flush();
    }

    @Test
    @Needs(without = HostDifference.OWN_FRAMING)
    void isNotCutWhenAHandlerThrowsBehindItsResponse() throws Exception {
        RunningHost host = start(answering(h -> {
            reply(h, "whole");
            throw new IllegalStateException("on purpose");
        }));
        try (HostClient client = host.connect()) {
            client.send(request("GET /"));
            assertEquals("whole", client.readResponse("GET").text());
            assertEquals(-1, client.input().read());
        }
    }

    @Test
    void tellsTheHandlerByOneExceptionThatTheClientHasGone() throws Exception {
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        RunningHost host = start(answering(h -> {
            h.sendResponse(200);
            h.endHeaders();
            byte[] block = new byte[8192];
            try {
                while (true) {
                    h.wfile().write(block);
                    h.wfile().flush();
                }
            } catch (IOException | RuntimeException e) {
                seen.complete(e);
                throw e;
            }
        }));
        try (HostClient client = host.connect()) {
            client.send(request("GET /"));
            client.readUntil("\r\n\r\n");
        }
        Throwable gone = seen.get(HostClient.DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertInstanceOf(ClientGoneException.class, gone);
        assertEquals(List.of(), host.takeErrors());
    }

    @Test
    @Needs(without = HostDifference.NO_TIME_LIMIT)
    void endsWhenTheClientIsSilentForLongerThanTheTimeout() throws Exception {
        HandlerFactory impatient = () -> {
            BaseHTTPRequestHandler handler = new Stepping(h -> reply(h, "x"));
            handler.protocolVersion("HTTP/1.1");
            handler.timeout(Duration.ofMillis(200));
            return handler;
        };
        RunningHost host = start(impatient);
        try (HostClient client = host.connect()) {
            client.send(request("GET /"));
            assertEquals("x", client.readResponse("GET").text());
            assertEquals(0, client.readToEnd().length);
        }
        String log = String.join("\n", host.takeLog());
        assertTrue(log.endsWith("] Request timed out: TimeoutError('timed out')"), log);
    }

    @Test
    void hasNoTimeoutOfTheHandlerByDefault() throws Exception {
        CompletableFuture<Boolean> none = new CompletableFuture<>();
        exchange(
                answering(h -> {
                    none.complete(h.timeout() == null);
                    reply(h, "x");
                }),
                request("GET /", "Connection: close"));
        assertTrue(none.getNow(false));
    }

    @Test
    @Needs(without = HostDifference.NO_RAW_CONNECTION)
    void isRawInBothDirectionsAfter101() throws Exception {
        try (HostClient client = start(answering(ConnectionContract::shout)).connect()) {
            client.send(request("GET /", "Connection: Upgrade", "Upgrade: shout") + "early\n");
            RawResponse response = client.readResponse("GET");
            assertEquals(101, response.status());
            assertEquals("shout", response.field("Upgrade").orElseThrow());
            assertEquals("EARLY\n", client.read(6));
            client.send("GET / HTTP/1.1\r\n");
            assertEquals("GET / HTTP/1.1\r\n", client.read(16));
            client.send("end\n");
            assertEquals("END\n", new String(client.readToEnd(), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    @Needs(without = {HostDifference.NO_RAW_CONNECTION, HostDifference.NO_CONNECT})
    void isRawInBothDirectionsAfterConnect() throws Exception {
        try (HostClient client = start(answering(ConnectionContract::shout)).connect()) {
            client.send(request("CONNECT example.com:443"));
            assertEquals(200, client.readResponse("CONNECT").status());
            client.send("hello\n");
            assertEquals("HELLO\n", client.read(6));
            client.send("end\n");
            assertEquals("END\n", new String(client.readToEnd(), StandardCharsets.ISO_8859_1));
        }
    }

    private static void shout(BaseHTTPRequestHandler handler) throws IOException {
        if (handler.command().equals("CONNECT")) {
            handler.sendResponse(200, "Connection Established");
        } else {
            handler.sendResponse(101);
            handler.sendHeader("Connection", "Upgrade");
            handler.sendHeader("Upgrade", "shout");
        }
        handler.endHeaders();
        String line;
        do {
            line = new String(handler.rfile().readline(), StandardCharsets.ISO_8859_1);
            handler.wfile().write(latin(line.toUpperCase(java.util.Locale.ROOT)));
            handler.wfile().flush();
        } while (!line.equals("end\n") && !line.isEmpty());
    }

    @Test
    @Needs(without = HostDifference.OWN_PARSER)
    void canBeReadThroughAStreamThatTheHandlerPutsInFront() throws Exception {
        HandlerFactory prefixing = () -> new Stepping(h -> reply(h, h.path())) {
            @Override
            public void setup() throws IOException {
                super.setup();
                InputStream before = new ByteArrayInputStream(latin("GET /"));
                rfile(new SequenceInputStream(before, rfile()));
            }
        };
        assertTrue(exchange(prefixing, "path HTTP/1.0\r\n\r\n").endsWith("\r\n\r\n/path"));
    }

    @Test
    void isNothingToAHandlerThatIsNotRunning() {
        BaseHTTPRequestHandler handler = new BaseHTTPRequestHandler() {};
        assertThrows(IllegalStateException.class, handler::connection);
        assertThrows(IllegalStateException.class, handler::wfile);
        assertNull(handler.timeout());
    }
}
