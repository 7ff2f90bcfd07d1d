package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.RawResponse.Framing;
import dev.gangway.host.HandlerFactory;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How responses are framed, whatever a handler writes. */
public abstract class ResponseContract extends HostContract {
    private static final String NEXT = request("GET /next", "Connection: close");

    /** A factory of handlers that answer {@code /next} in the plain way, and all else with a step. */
    private static HandlerFactory first(Step step) {
        return answering(h -> {
            if (h.path().equals("/next")) {
                reply(h, "next");
            } else {
                step.answer(h);
            }
        });
    }

    private static void write(dev.gangway.handler.BaseHTTPRequestHandler handler, String text) throws IOException {
        handler.wfile().write(latin(text));
    }

    @Test
    void withoutLengthEndsByClosingAndSaysSo() throws Exception {
        HandlerFactory plain = first(h -> {
            h.sendResponse(200);
            h.endHeaders();
            write(h, "until the end");
        });
        try (HostClient client = start(plain).connect()) {
            client.send(request("GET /"));
            RawResponse response = client.readResponse("GET");
            assertEquals("until the end", response.text());
            assertTrue(response.framing() == Framing.CHUNKED || response.saysClose());
        }
    }

    @Test
    @Needs(without = HostDifference.OWN_FRAMING)
    void withoutLengthIsNotKeptAliveThoughTheHandlerSaysSo() throws Exception {
        HandlerFactory stubborn = first(h -> {
            h.sendResponse(200);
            h.sendHeader("Connection", "keep-alive");
            h.endHeaders();
            write(h, "x");
        });
        List<RawResponse> responses = responses(stubborn, request("GET /") + NEXT);
        assertEquals(List.of("x"), texts(responses));
        assertEquals(List.of("close"), responses.get(0).all("Connection"));
    }

    @Test
    void withLengthKeepsTheConnection() throws Exception {
        List<RawResponse> responses = responses(first(h -> reply(h, "first")), request("GET /") + NEXT);
        assertEquals(List.of("first", "next"), texts(responses));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"HEAD, 200", "GET, 204", "GET, 304", "HEAD, 404"})
    void thatMayHaveNoContentHasNone(String method, int status) throws Exception {
        HandlerFactory writing = first(h -> {
            h.sendResponse(status);
            if (status == 200 || status == 204) {
                h.sendHeader("Content-Length", 9);
            }
            h.endHeaders();
            write(h, "forbidden");
        });
        List<RawResponse> responses = responses(writing, request(method + " /") + NEXT, method);
        assertEquals(status, responses.get(0).status());
        assertEquals("", responses.get(0).text());
        assertTrue(responses.size() == 2 || responses.get(0).saysClose());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {204, 304})
    void withoutContentByRuleKeepsTheConnection(int status) throws Exception {
        HandlerFactory empty = first(h -> {
            h.sendResponse(status);
            h.endHeaders();
        });
        assertEquals(List.of(status, 200), statuses(responses(empty, request("GET /") + NEXT)));
    }

    @Test
    void isNoLongerThanItSays() throws Exception {
        HandlerFactory tooLong = first(h -> {
            h.sendResponse(200);
            h.sendHeader("Content-Length", 4);
            h.endHeaders();
            write(h, "four");
            write(h, "HTTP/1.1 200 OK\r\n\r\n");
        });
        assertEquals("four", responses(tooLong, request("GET /") + NEXT).get(0).text());
    }

    @Needs(without = HostDifference.LOSES_WHAT_IS_UNSENT)
    @Test
    void thatIsShorterThanItSaysIsCut() throws Exception {
        HandlerFactory tooShort = first(h -> {
            h.sendResponse(200);
            h.sendHeader("Content-Length", 10);
            h.endHeaders();
            write(h, "four");
        });
        RunningHost host = start(tooShort);
        byte[] all;
        try (HostClient client = host.connect()) {
            client.send(request("GET /") + NEXT);
            all = client.readToEnd();
        }
        assertThrows(IOException.class, () -> RawResponse.readAll(all));
        assertFalse(new String(all, StandardCharsets.ISO_8859_1).contains("next"));
    }

    @Test
    void inChunksByHandReachesTheClientAsFramed() throws Exception {
        HandlerFactory chunks = first(h -> {
            h.sendResponse(200);
            h.sendHeader("Transfer-Encoding", "chunked");
            h.endHeaders();
            write(h, "5\r\nHello\r\n");
            write(h, "7\r\n, wor");
            write(h, "ld\r\n0\r");
            write(h, "\n\r\n");
        });
        List<RawResponse> responses = responses(chunks, request("GET /") + NEXT);
        assertEquals(List.of("Hello, world", "next"), texts(responses));
    }

    @Test
    void inChunksIsUnderstoodByAnOldClient() throws Exception {
        HandlerFactory chunks = first(h -> {
            h.sendResponse(200);
            h.sendHeader("Transfer-Encoding", "chunked");
            h.endHeaders();
            write(h, "5\r\nHello\r\n0\r\n\r\n");
        });
        RawResponse response = responses(chunks, "GET / HTTP/1.0\r\n\r\n").get(0);
        assertEquals("Hello", response.text());
        assertEquals(List.of(), response.all("Transfer-Encoding"));
    }

    @Test
    @Needs(without = HostDifference.NO_RESET)
    void inChunksThatDoNotEndIsCutForAnOldClient() throws Exception {
        HandlerFactory chunks = first(h -> {
            h.sendResponse(200);
            h.sendHeader("Transfer-Encoding", "chunked");
            h.endHeaders();
            write(h, "5\r\nHello\r\n");
        });
        try (HostClient client = start(chunks).connect()) {
            client.send("GET / HTTP/1.0\r\n\r\n");
            assertThrows(IOException.class, () -> client.readResponse("GET"));
        }
    }

    @ParameterizedTest(name = "in pieces of {0}")
    @ValueSource(ints = {1, 7, 1000})
    void mayBeRawBytesHeadAndAll(int piece) throws Exception {
        HandlerFactory raw = first(h -> {
            byte[] bytes = latin("HTTP/1.1 203 Raw\r\nX-Raw: yes\r\nContent-Length: 5\r\n\r\nbytes");
            for (int i = 0; i < bytes.length; i += piece) {
                h.wfile().write(bytes, i, Math.min(piece, bytes.length - i));
                h.wfile().flush();
            }
        });
        List<RawResponse> responses = responses(raw, request("GET /") + NEXT);
        assertEquals(List.of(203, 200), statuses(responses));
        assertEquals("yes", responses.get(0).field("X-Raw").orElseThrow());
        assertEquals("bytes", responses.get(0).text());
    }

    @Test
    void mayBeARawHeadWithoutLengthThatIsFlushedByteByByte() throws Exception {
        HandlerFactory raw = first(h -> {
            for (byte single : latin("HTTP/1.1 200 OK\r\nX-Raw: yes\r\n\r\nbytes")) {
                h.wfile().write(single);
                h.wfile().flush();
            }
        });
        List<RawResponse> responses = responses(raw, request("GET /") + NEXT);
        assertEquals(List.of("bytes"), texts(responses));
        assertTrue(responses.get(0).framing() == Framing.CHUNKED
                || responses.get(0).saysClose());
    }

    @Test
    void mayHaveSecondHeadsInItsContent() throws Exception {
        HandlerFactory parts = first(h -> {
            h.sendResponse(200);
            h.sendHeader("Content-Type", "multipart/x-mixed-replace; boundary=b");
            h.endHeaders();
            for (int part = 0; part < 2; part++) {
                write(h, "--b\r\n");
                h.sendHeader("X-Part", part);
                h.endHeaders();
                write(h, "content\r\n");
            }
        });
        RawResponse response = responses(parts, request("GET /")).get(0);
        assertEquals("--b\r\nX-Part: 0\r\n\r\ncontent\r\n--b\r\nX-Part: 1\r\n\r\ncontent\r\n", response.text());
    }

    @Test
    void mayComeBehindInterimOnes() throws Exception {
        HandlerFactory early = first(h -> {
            h.sendResponseOnly(103);
            h.sendHeader("Link", "</style.css>");
            h.endHeaders();
            reply(h, "final");
        });
        List<RawResponse> responses = responses(early, request("GET /") + NEXT);
        List<Integer> finals =
                statuses(responses).stream().filter(s -> s >= 200).toList();
        assertEquals(List.of(200, 200), finals);
        assertTrue(texts(responses).contains("final"));
    }

    @Test
    void reachesTheClientAsItIsWritten() throws Exception {
        Semaphore mayGoOn = new Semaphore(0);
        HandlerFactory events = first(h -> {
            h.sendResponse(200);
            h.sendHeader("Content-Type", "text/event-stream");
            h.endHeaders();
            for (int i = 0; i < 3; i++) {
                write(h, "data: " + i + "\n\n");
                h.wfile().flush();
                acquire(mayGoOn);
            }
        });
        try (HostClient client = start(events).connect()) {
            client.send(request("GET /"));
            client.readUntil("\r\n\r\n");
            for (int i = 0; i < 3; i++) {
                client.readUntil("data: " + i + "\n\n");
                mayGoOn.release();
            }
            client.readToEnd();
        } finally {
            mayGoOn.release(3);
        }
    }

    private static void acquire(Semaphore semaphore) throws IOException {
        try {
            if (!semaphore.tryAcquire(HostClient.DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the client has seen nothing");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void hasItsHeadFlushedByTheHandler() throws Exception {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        HandlerFactory slow = first(h -> {
            h.sendResponse(200);
            h.sendHeader("Content-Length", 4);
            h.endHeaders();
            h.wfile().flush();
            seen.orTimeout(HostClient.DEADLINE_SECONDS, TimeUnit.SECONDS).join();
            write(h, "body");
        });
        try (HostClient client = start(slow).connect()) {
            client.send(request("GET /", "Connection: close"));
            client.readUntil("\r\n\r\n");
            seen.complete(null);
            assertEquals("body", new String(client.readToEnd(), StandardCharsets.ISO_8859_1));
        } finally {
            seen.complete(null);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"carriage return, 'a\rb'", "line feed, 'a\nb'", "both, 'a\r\nX: b'", "nul, 'a\0b'", "euro, a\u20acb"})
    void refusesWhatWouldEndALine(String what, String text) throws Exception {
        CompletableFuture<Integer> refused = new CompletableFuture<>();
        HandlerFactory injecting = first(h -> {
            int count = 0;
            Step[] steps = {
                x -> x.sendResponse(200, text),
                x -> x.sendResponseOnly(200, text),
                x -> x.sendError(404, text),
                x -> x.sendHeader("X", text),
                x -> x.sendHeader(text, "x"),
                x -> {
                    x.pendingHeaders().add("X: " + text);
                    x.flushHeaders();
                }
            };
            for (Step step : steps) {
                try {
                    step.answer(h);
                } catch (IllegalArgumentException e) {
                    count++;
                }
            }
            refused.complete(count);
            h.pendingHeaders().clear();
            reply(h, "safe");
        });
        List<RawResponse> responses = responses(injecting, request("GET /"));
        assertEquals(6, refused.join(), what);
        assertEquals(List.of("safe"), texts(responses));
    }

    @Test
    void goesThroughAStreamThatTheHandlerPutsInFront() throws Exception {
        HandlerFactory wrapping = () -> {
            Stepping handler = new Stepping(h -> reply(h, "lower case")) {
                @Override
                public void setup() throws IOException {
                    super.setup();
                    wfile(new UpperCase(wfile()));
                }
            };
            handler.protocolVersion("HTTP/1.1");
            return handler;
        };
        String response = exchange(wrapping, request("GET /", "Connection: close"));
        assertTrue(response.endsWith("\r\n\r\nLOWER CASE"), response);
        assertTrue(response.toUpperCase(Locale.ROOT).contains("\r\nCONTENT-LENGTH: 10\r\n"), response);
    }

    /** Writes in upper case. */
    private static final class UpperCase extends FilterOutputStream {
        UpperCase(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b >= 'a' && b <= 'z' ? b - 32 : b);
        }
    }

    @Test
    void ofEightMegabytesArrivesWhole() throws Exception {
        byte[] block = latin("0123456789abcdef".repeat(512));
        HandlerFactory large = first(h -> {
            h.sendResponse(200);
            h.sendHeader("Content-Length", 8 << 20);
            h.endHeaders();
            for (int i = 0; i < (8 << 20) / block.length; i++) {
                h.wfile().write(block);
            }
        });
        List<RawResponse> responses = responses(large, request("GET /") + NEXT);
        assertEquals(8 << 20, responses.get(0).body().length);
        assertEquals("next", responses.get(1).text());
    }

    @Test
    void thatIsMissingClosesTheConnectionOrIsAnError() throws Exception {
        List<RawResponse> responses = responses(first(h -> {}), request("GET /") + NEXT);
        assertFalse(texts(responses).contains("next"));
    }
}
