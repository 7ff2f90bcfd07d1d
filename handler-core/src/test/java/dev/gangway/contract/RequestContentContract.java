package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.ClientGoneException;
import dev.gangway.host.HandlerFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a handler reads of a request's content, and what becomes of the rest. */
public abstract class RequestContentContract extends HostContract {
    private static final String NEXT = request("GET /next", "Connection: close");
    private static final String CHUNKS = "5\r\nHello\r\n7;ext=\"a;b\"\r\n, world\r\n0\r\nX-Trailer: t\r\n\r\n";

    private static String post(String content, String... fields) {
        String[] all = new String[fields.length + 1];
        all[0] = "Content-Length: " + content.length();
        System.arraycopy(fields, 0, all, 1, fields.length);
        return request("POST /first", all) + content;
    }

    private static String chunked(String framed) {
        return request("POST /first", "Transfer-Encoding: chunked") + framed;
    }

    private static HandlerFactory readingAll() {
        return answering(h -> reply(h, h.command() + " " + text(h.rfile().readAllBytes())));
    }

    private static HandlerFactory readingNothing() {
        return answering(h -> reply(h, h.path()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void endsBehindContentLength() throws Exception {
        List<RawResponse> responses = responses(readingAll(), post("content") + NEXT);
        assertEquals(List.of("POST content", "GET "), texts(responses));
    }

    @Test
    void isSeenWithoutAReadIfItHasCome() throws Exception {
        List<RawResponse> responses = responses(
                answering(h -> reply(
                        h, (h.rfile().available() > 0) + " " + text(h.rfile().readAllBytes()))),
                post("content"));
        assertEquals(List.of("true content"), texts(responses));
    }

    @Test
    void isAtItsEndAtOnceWithoutLength() throws Exception {
        List<RawResponse> responses = responses(readingAll(), request("POST /first") + NEXT);
        assertEquals(List.of("POST ", "GET "), texts(responses));
    }

    @Test
    void isAtItsEndAtOnceThoughTheClientWaits() throws Exception {
        try (HostClient client = start(readingAll()).connect()) {
            client.send(request("POST /first"));
            assertEquals("POST ", client.readResponse("POST").text());
        }
    }

    @Test
    void mayContainWhatLooksLikeARequest() throws Exception {
        List<RawResponse> responses = responses(readingAll(), post(request("GET /inner")) + NEXT);
        assertEquals(2, responses.size());
    }

    @Test
    void isDecodedFromChunks() throws Exception {
        List<RawResponse> responses = responses(readingAll(), chunked(CHUNKS) + NEXT);
        assertEquals(List.of("POST Hello, world", "GET "), texts(responses));
    }

    @Test
    void isDecodedAsItArrives() throws Exception {
        HandlerFactory echo = answering(h -> {
            h.sendResponse(200);
            h.endHeaders();
            for (byte[] line = h.rfile().readline();
                    line.length > 0;
                    line = h.rfile().readline()) {
                h.wfile().write(line);
                h.wfile().flush();
            }
        });
        try (HostClient client = start(echo).connect()) {
            client.send(request("POST /", "Transfer-Encoding: chunked") + "4\r\none\n\r\n");
            client.readUntil("\r\n\r\n");
            assertTrue(client.readUntil("one\n").endsWith("one\n"));
            client.send("4\r\ntwo\n\r\n");
            assertTrue(client.readUntil("two\n").endsWith("two\n"));
            client.send("0\r\n\r\n");
            client.readToEnd();
        }
    }

    @Test
    void isGivenInChunksToAHandlerThatDecodesThemItself() throws Exception {
        HandlerFactory byHand = answering(h -> {
            h.decodeChunked(false);
            StringBuilder content = new StringBuilder();
            while (true) {
                int size = Integer.parseInt(text(h.rfile().readline()).split("[;\r]", 2)[0], 16);
                if (size == 0) {
                    break;
                }
                content.append(text(h.rfile().readNBytes(size)));
                assertEquals("\r\n", text(h.rfile().readline()));
            }
            String trailer = text(h.rfile().readAllBytes());
            reply(h, content + (trailer.endsWith("\r\n") ? "." : trailer));
        });
        List<RawResponse> responses = responses(
                byHand,
                chunked(CHUNKS)
                        + NEXT.replace("GET", "POST").replace("Connection", "Transfer-Encoding: chunked\r\nConnection")
                        + "0\r\n\r\n");
        assertEquals(List.of("Hello, world.", "."), texts(responses));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"readline, 'one\n|two\n|three|'", "limited, 'on|e\n|tw|o\n|th|re|e|'"})
    void isReadByLine(String how, String expected) throws Exception {
        HandlerFactory lines = answering(h -> {
            StringBuilder all = new StringBuilder();
            byte[] line;
            do {
                line = how.equals("limited") ? h.rfile().readline(2) : h.rfile().readline();
                all.append(text(line)).append(line.length > 0 ? "|" : "");
            } while (line.length > 0);
            reply(h, all.toString());
        });
        assertEquals(expected, responses(lines, post("one\ntwo\nthree")).get(0).text());
    }

    @Test
    void canBeReadThroughAnotherReader() throws Exception {
        HandlerFactory reader = answering(h -> {
            BufferedReader buffered = new BufferedReader(new InputStreamReader(h.rfile(), StandardCharsets.ISO_8859_1));
            reply(h, h.command() + " " + buffered.readLine());
        });
        List<RawResponse> responses = responses(reader, post("line\nrest") + NEXT);
        assertEquals(List.of("POST line", "GET null"), texts(responses));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Content-Length", "chunked"})
    void thatIsLeftUnreadIsNoRequest(String framing) throws Exception {
        String inner = request("GET /inner");
        String first = framing.equals("chunked")
                ? chunked(Integer.toHexString(inner.length()) + "\r\n" + inner + "\r\n0\r\n\r\n")
                : post(inner);
        assertEquals(List.of("/first", "/next"), texts(responses(readingNothing(), first + NEXT)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Content-Length", "chunked"})
    void thatIsReadInPartIsNoRequest(String framing) throws Exception {
        HandlerFactory some = answering(h -> reply(h, text(h.rfile().readNBytes(3))));
        String first = framing.equals("chunked") ? chunked(CHUNKS) : post("Hello, world");
        List<String> texts = texts(responses(some, first + NEXT));
        assertEquals(List.of("Hel", ""), texts);
    }

    @Test
    void thatIsLeftUnreadAndVeryLongIsNoRequestEither() throws Exception {
        String inner = request("GET /inner").repeat(20_000);
        List<RawResponse> responses = responses(readingNothing(), post(inner) + NEXT);
        assertEquals("/first", responses.get(0).text());
        assertFalse(texts(responses).contains("/inner"));
    }

    @Test
    void thatIsRefusedEarlyIsNoRequest() throws Exception {
        HandlerFactory refusing = answering(h -> {
            h.sendResponse(413);
            h.sendHeader("Content-Length", 0);
            h.endHeaders();
        });
        List<RawResponse> responses = responses(refusing, post(request("GET /inner")) + NEXT);
        assertEquals(413, responses.get(0).status());
        assertTrue(responses.size() <= 2);
    }

    @Test
    void ofAMethodThatIsNotSupportedIsNoRequest() throws Exception {
        HandlerFactory none = () -> {
            BaseHTTPRequestHandler handler = new BaseHTTPRequestHandler() {};
            handler.protocolVersion("HTTP/1.1");
            return handler;
        };
        List<RawResponse> responses = responses(none, post(request("GET /inner")));
        assertEquals(List.of(501), statuses(responses));
    }

    @Needs(without = HostDifference.LENIENT_CHUNKS)
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    a bad size            | zz~Hello~0~~
                    a size with a sign    | +5~Hello~0~~
                    a size that overflows | 1000000000000000000000~Hello~0~~
                    no line end           | 5~Hello0~~
                    a negative size       | -5~Hello~0~~
                    a trailer of one word | 5~Hello~0~word~~
                    a request as trailer  | 5~Hello~0~GET /inner HTTP/1.1~Host: x~~
                    a trailer with space  | 5~Hello~0~X : y~~
                    a nameless trailer    | 5~Hello~0~: y~~
                    """)
    void inMalformedChunksIsAnsweredOnceAndTheConnectionCloses(String what, String framed) throws Exception {
        List<RawResponse> responses = responses(readingAll(), chunked(framed.replace("~", "\r\n")) + NEXT);
        assertEquals(List.of(400), statuses(responses), what);
    }

    @Needs(without = HostDifference.LENIENT_CHUNK_EXTENSIONS)
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    an open quote         | 5;x="a~Hello~0~~
                    a quote over a line   | 5;x="~Hello"~0~~
                    no extension's name   | 5;=v~Hello~0~~
                    text behind a quote   | 5;x="a"b~Hello~0~~
                    """)
    void inMalformedChunkExtensionsIsAnsweredOnceAndTheConnectionCloses(String what, String framed) throws Exception {
        inMalformedChunksIsAnsweredOnceAndTheConnectionCloses(what, framed);
    }

    @Test
    void isAnnouncedByExpect() throws Exception {
        try (HostClient client = start(readingAll()).connect()) {
            client.send(request("POST /", "Content-Length: 7", "Expect: 100-continue"));
            assertEquals(100, client.readResponse("POST").status());
            client.send("content");
            assertEquals("POST content", client.readResponse("POST").text());
        }
    }

    @Test
    void canBeRefusedByHandleExpect100() throws Exception {
        AtomicBoolean served = new AtomicBoolean();
        HandlerFactory refusing = () -> {
            BaseHTTPRequestHandler handler = new Stepping(h -> served.set(true)) {
                @Override
                public boolean handleExpect100() throws IOException {
                    sendError(417);
                    return false;
                }
            };
            handler.protocolVersion("HTTP/1.1");
            return handler;
        };
        try (HostClient client = start(refusing).connect()) {
            client.send(request("POST /", "Content-Length: 7", "Expect: 100-continue"));
            assertEquals(417, client.readResponse("POST").status());
            assertEquals("", text(client.readToEnd()));
        }
        assertFalse(served.get());
    }

    @Needs(without = HostDifference.LENIENT_CHUNKS)
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "Content-Length, read",
        "Content-Length, readNBytes",
        "Content-Length, readAllBytes",
        "Content-Length, readline",
        "chunked, read",
        "chunked, readNBytes",
        "chunked, readAllBytes",
        "chunked, readline"
    })
    void thatEndsEarlyIsNotTakenForWhole(String framing, String how) throws Exception {
        CompletableFuture<String> begun = new CompletableFuture<>();
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        RunningHost host = start(answering(h -> {
            begun.complete(text(h.rfile().readNBytes(3)));
            try {
                h.rfile().read();
                h.rfile().read();
                read(h, how);
                ended.complete(new AssertionError("taken for whole"));
            } catch (IOException e) {
                ended.complete(e);
                throw e;
            }
        }));
        String request =
                framing.equals("chunked") ? chunked("9\r\nshort") : request("POST /", "Content-Length: 9") + "short";
        byte[] response = host.exchange(latin(request));
        assertEquals("sho", begun.get(HostClient.DEADLINE_SECONDS, TimeUnit.SECONDS));
        assertInstanceOf(ClientGoneException.class, ended.get(HostClient.DEADLINE_SECONDS, TimeUnit.SECONDS));
        // A servlet container has to answer something.
        assertTrue(response.length == 0 || RawResponse.readOne(response, "POST").status() == 400, () -> text(response));
        assertEquals(List.of(), host.takeErrors());
    }

    private static void read(BaseHTTPRequestHandler handler, String how) throws IOException {
        switch (how) {
            case "readNBytes" -> handler.rfile().readNBytes(4);
            case "readAllBytes" -> handler.rfile().readAllBytes();
            case "readline" -> handler.rfile().readline();
            default -> handler.rfile().read(new byte[4]);
        }
    }

    @Test
    @Needs(without = HostDifference.OWN_ANSWER_TO_SHORT_CONTENT)
    void thatEndsEarlyMayBeAnsweredByTheHandler() throws Exception {
        HandlerFactory refusing = answering(h -> {
            try {
                h.rfile().readNBytes(9);
            } catch (ClientGoneException e) {
                h.sendError(400, "Half of it is missing");
            }
        });
        byte[] response = start(refusing).exchange(latin(request("POST /", "Content-Length: 9") + "short"));
        assertTrue(text(response).contains("Half of it is missing"), () -> text(response));
    }

    @Test
    void thatEndsEarlyAndUnreadLeavesTheAnswer() throws Exception {
        List<RawResponse> responses = responses(readingNothing(), request("POST /", "Content-Length: 9") + "short");
        assertEquals(List.of("/"), texts(responses));
    }

    @Test
    void arrivesWholeInSinglePieces() throws Exception {
        try (HostClient client = start(readingAll()).connect()) {
            for (byte single : latin(chunked(CHUNKS) + post("content") + NEXT)) {
                client.send(new byte[] {single});
            }
            assertEquals("POST Hello, world", client.readResponse("POST").text());
            assertEquals("POST content", client.readResponse("POST").text());
            assertEquals("GET ", client.readResponse("GET").text());
        }
    }

    @Test
    void ofEightMegabytesArrivesWhole() throws Exception {
        HandlerFactory counting = answering(h -> {
            long count = 0;
            byte[] buffer = new byte[10_000];
            for (int n = h.rfile().read(buffer); n >= 0; n = h.rfile().read(buffer)) {
                count += n;
            }
            reply(h, Long.toString(count));
        });
        List<RawResponse> responses = responses(counting, post("x".repeat(8 << 20)) + NEXT);
        assertEquals(List.of("8388608", "0"), texts(responses));
    }
}
