package dev.gangway.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gangway.contract.RawResponse;
import dev.gangway.host.MemoryHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestLimitsTest {
    private static final String LINE = "GET / HTTP/1.1\r\n";
    private static final String HOST = "Host: x\r\n";

    /**
     * A request at a limit, or one beyond.
     *
     * @param name the limit under test
     * @param limit sets the limit; null leaves the documented one
     * @param request the bytes to send
     * @param statuses what comes back
     */
    record Case(String name, Consumer<Answering> limit, String request, List<Integer> statuses) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        String target = "/".repeat(1) + "x".repeat(65_536 - 16);
        String whole = HOST + "A: " + "x".repeat(65_536 - 5) + "\r\n";
        String section = (whole.substring(HOST.length())).repeat(4);
        return Stream.of(
                at("request line", null, "GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n", 200),
                at("request line too long", null, "GET " + target + "x HTTP/1.1\r\n" + HOST + "\r\n", 414),
                at("short request line", h -> h.maxRequestLineBytes(16), LINE + HOST + "\r\n", 200),
                at("short request line too long", h -> h.maxRequestLineBytes(15), LINE + HOST + "\r\n", 414),
                at("header line", null, LINE + whole + "\r\n", 200),
                at("header line too long", null, LINE + whole.replace("A:", "AA:") + "\r\n", 431),
                at("short header line", h -> h.maxHeaderLineBytes(9), LINE + HOST + "\r\n", 200),
                at("short header line too long", h -> h.maxHeaderLineBytes(8), LINE + HOST + "\r\n", 431),
                at("header lines", null, LINE + HOST + "A: b\r\n".repeat(98) + "\r\n", 200),
                at("too many header lines", null, LINE + HOST + "A: b\r\n".repeat(99) + "\r\n", 431),
                at("few header lines", h -> h.maxHeaderLines(2), LINE + HOST + "\r\n", 200),
                at("few header lines too many", h -> h.maxHeaderLines(1), LINE + HOST + "\r\n", 431),
                at("header section too long", null, LINE + HOST + section + "\r\n", 431),
                at("short header section", h -> h.maxHeaderBytes(11), LINE + HOST + "\r\n", 200),
                at("short header section too long", h -> h.maxHeaderBytes(10), LINE + HOST + "\r\n", 431),
                at("unread content", null, unread(65_536), 200, 200),
                at("too much unread content", null, unread(65_537), 200),
                at("little unread content", h -> h.maxDrainedBytes(5), unread(5), 200, 200),
                at("a little too much unread content", h -> h.maxDrainedBytes(5), unread(6), 200),
                at("unread chunks", null, unreadChunk(65_536), 200, 200),
                at("too many unread chunks", null, unreadChunk(65_537), 200),
                at("no chunk unread", h -> h.maxDrainedBytes(0), unreadChunk(0), 200, 200),
                at("a chunk unread", h -> h.maxDrainedBytes(0), unreadChunk(1), 200),
                at("nothing unread", h -> h.maxDrainedBytes(0), unread(0), 200, 200),
                at("empty lines", null, "\r\n".repeat(4) + LINE + HOST + "\r\n", 200),
                at("too many empty lines", null, "\r\n".repeat(5) + LINE + HOST + "\r\n", 400));
    }

    private static Case at(String name, Consumer<Answering> limit, String request, Integer... statuses) {
        return new Case(name, limit == null ? h -> {} : limit, request, List.of(statuses));
    }

    private static String unread(int length) {
        return LINE + HOST + "Content-Length: " + length + "\r\n\r\n" + "x".repeat(length) + LINE + HOST + "\r\n";
    }

    private static String unreadChunk(int length) {
        String chunk = length == 0 ? "" : Integer.toHexString(length) + "\r\n" + "x".repeat(length) + "\r\n";
        return LINE + HOST + "Transfer-Encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n" + LINE + HOST + "\r\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void limits(Case row) throws IOException {
        MemoryHost host = new MemoryHost(() -> {
            Answering handler = new Answering();
            row.limit().accept(handler);
            return handler;
        });
        byte[] answers = host.exchange(row.request().getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                row.statuses(),
                RawResponse.readAll(answers).stream().map(RawResponse::status).toList());
        assertEquals(List.of(), host.errors());
    }

    @Test
    void refusesLimitsThatLetNothingThrough() {
        Answering handler = new Answering();
        assertThrows(IllegalArgumentException.class, () -> handler.maxRequestLineBytes(0));
        assertThrows(IllegalArgumentException.class, () -> handler.maxHeaderLineBytes(0));
        assertThrows(IllegalArgumentException.class, () -> handler.maxHeaderLines(0));
        assertThrows(IllegalArgumentException.class, () -> handler.maxHeaderBytes(0));
        assertThrows(IllegalArgumentException.class, () -> handler.maxDrainedBytes(-1));
        assertThrows(IllegalArgumentException.class, () -> handler.drainTimeout(Duration.ZERO));
    }

    /** Answers without a look at the content. Malformed request lines get a head too. */
    public static final class Answering extends BaseHTTPRequestHandler {
        Answering() {
            protocolVersion("HTTP/1.1");
            defaultRequestVersion("HTTP/1.0");
        }

        public void do_GET() throws IOException {
            sendResponse(200);
            sendHeader("Content-Length", 0);
            endHeaders();
        }
    }
}
