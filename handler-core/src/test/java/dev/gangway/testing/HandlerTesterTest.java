package dev.gangway.testing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlerTesterTest {
    /** Answers in the ways that a test may want to look at. */
    public static class Sample extends BaseHTTPRequestHandler {
        private int served;

        public Sample() {
            protocolVersion("HTTP/1.1");
        }

        public void do_GET() throws IOException {
            served++;
            switch (path()) {
                case "/throws" -> throw new IllegalStateException("on purpose");
                case "/cut" -> answer("text/plain", "half".getBytes(StandardCharsets.UTF_8), 10);
                case "/latin" -> answer("text/plain; charset=iso-8859-1", new byte[] {(byte) 0xe9}, 1);
                case "/chunks" -> chunks();
                case "/switch" -> switchProtocols();
                case "/attribute" -> text(String.valueOf(server().attribute("word")));
                default -> text(command() + " " + path() + " " + headers().get("X-A", "-") + " " + served);
            }
        }

        public void do_HEAD() throws IOException {
            do_GET();
        }

        public void do_POST() throws IOException {
            text(new String(rfile().readAllBytes(), StandardCharsets.UTF_8));
        }

        public void do_PROPFIND() throws IOException {
            do_GET();
        }

        private void text(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            answer("text/plain", bytes, bytes.length);
        }

        private void answer(String type, byte[] bytes, int length) throws IOException {
            sendResponse(200, "Fine");
            sendHeader("Content-Type", type);
            sendHeader("Content-Length", length);
            endHeaders();
            wfile().write(bytes);
        }

        private void chunks() throws IOException {
            sendResponse(200);
            sendHeader("Transfer-Encoding", "chunked");
            endHeaders();
            wfile().write("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }

        private void switchProtocols() throws IOException {
            sendResponse(101);
            sendHeader("Upgrade", "echo");
            sendHeader("Connection", "Upgrade");
            endHeaders();
            rfile().transferTo(wfile());
            closeConnection(true);
        }
    }

    private final HandlerTester tester = HandlerTester.of(Sample::new);

    @Test
    void showsAllPartsOfAResponse() {
        TestResponse response = tester.get("/x?y=1").header("X-A", "b").send();
        assertAll(
                () -> assertEquals("HTTP/1.1", response.version()),
                () -> assertEquals(200, response.status()),
                () -> assertEquals("Fine", response.reason()),
                () -> assertEquals("text/plain", response.header("content-type")),
                () -> assertNull(response.header("X-None")),
                () -> assertEquals("GET /x?y=1 b 1", response.text()),
                () -> assertArrayEquals("GET /x?y=1 b 1".getBytes(StandardCharsets.UTF_8), response.body()),
                () -> assertTrue(
                        new String(response.rawBytes(), StandardCharsets.UTF_8).startsWith("HTTP/1.1 200 Fine\r\n")),
                () -> assertEquals(1, response.logLines().size()),
                () -> assertTrue(response.logLines().get(0).endsWith("\"GET /x?y=1 HTTP/1.1\" 200 -")),
                () -> assertEquals(List.of(), response.errors()),
                () -> assertFalse(response.isTruncated()));
    }

    @Test
    void sendsABodyWithItsLength() {
        assertEquals("grüße", tester.post("/").body("grüße").send().text());
    }

    @Test
    void leavesTheFramingToTheTestThatSaysIt() {
        TestResponse response = tester.post("/")
                .header("Transfer-Encoding", "chunked")
                .body("2\r\nhi\r\n0\r\n\r\n")
                .send();
        assertEquals("hi", response.text());
    }

    @Test
    void sendsAnyMethod() {
        assertEquals("PROPFIND / - 1", tester.request("PROPFIND", "/").send().text());
        assertEquals(501, tester.delete("/").send().status());
    }

    @Test
    void readsAResponseToHeadWithoutContent() {
        TestResponse response = tester.head("/abc").send();
        assertEquals("", response.text());
        assertEquals("13", response.header("Content-Length"));
    }

    @Test
    void sendsSeveralRequestsOnOneConnection() {
        TestExchange exchange = tester.sendAll(tester.get("/a"), tester.head("/b"), tester.get("/c"));
        assertEquals(
                List.of("GET /a - 1", "", "GET /c - 3"),
                exchange.responses().stream().map(TestResponse::text).toList());
        assertEquals(3, exchange.logLines().size());
    }

    @Test
    void givesEachConnectionANewHandler() {
        tester.get("/a").send();
        assertEquals("GET /a - 1", tester.get("/a").send().text());
    }

    @Test
    void sendsTheVersionItIsTold() {
        TestResponse response = tester.get("/").version("HTTP/1.0").send();
        assertTrue(response.logLines().get(0).contains("\"GET / HTTP/1.0\""));
    }

    @Test
    void sendsRawBytes() {
        TestExchange exchange = tester.raw("HEAD /raw HTTP/1.1\r\nHost: x\r\n\r\n");
        assertEquals("", exchange.response().text());
        assertEquals(
                400, tester.raw("GET / HTTP/1.1\r\nno colon\r\n\r\n").response().status());
    }

    /** Who cannot say its version is answered as by http.server: in HTTP/0.9, without a head. */
    @Test
    void showsTheAnswerToARequestOfNoVersion() {
        TestExchange exchange = tester.raw("GET / HTTP/1.1 extra\r\n\r\n");
        assertTrue(exchange.rawText().startsWith("HTTP/1.1 400 Bad request version ('extra')\r\n"), exchange.rawText());
        assertEquals(400, exchange.response().status());
    }

    @Test
    void showsAnAnswerWithoutAHeadAsRawText() {
        TestExchange exchange = tester.raw("GET /old\r\n");
        assertEquals("GET /old - 1", exchange.rawText());
        assertThrows(IllegalStateException.class, exchange::response);
    }

    @Test
    void showsWhatTheHandlerThrew() {
        TestExchange exchange = tester.get("/throws").exchange();
        assertInstanceOf(IllegalStateException.class, exchange.errors().get(0));
        IllegalStateException failure = assertThrows(
                IllegalStateException.class, () -> tester.get("/throws").send());
        assertEquals("on purpose", failure.getCause().getMessage());
    }

    @Test
    void saysWhenTheContentIsCutShort() {
        TestResponse response = tester.get("/cut").send();
        assertTrue(response.isTruncated());
        assertEquals("half", response.text());
    }

    @Test
    void readsTextInTheCharsetOfTheResponse() {
        assertEquals("é", tester.get("/latin").send().text());
    }

    @Test
    void decodesChunks() {
        TestResponse response = tester.get("/chunks").send();
        assertEquals("abcde", response.text());
        assertTrue(new String(response.rawBytes(), StandardCharsets.ISO_8859_1).endsWith("2\r\nde\r\n0\r\n\r\n"));
    }

    @Test
    void keepsInterimResponsesApart() {
        TestExchange exchange =
                tester.post("/").header("Expect", "100-continue").body("x").exchange();
        assertEquals(
                List.of(100, 200),
                exchange.responses().stream().map(TestResponse::status).toList());
        assertEquals(200, exchange.response().status());
    }

    @Test
    void givesWhatFollowsASwitchOfProtocolsAsTheBody() {
        assertEquals(
                "raw",
                tester.raw("GET /switch HTTP/1.1\r\nHost: x\r\n\r\nraw")
                        .response()
                        .text());
    }

    @Test
    void setsAttributesOfTheServer() {
        assertEquals(
                "green",
                tester.attribute("word", "green").get("/attribute").send().text());
    }

    @Test
    void readsAResponseFromAStream() throws IOException {
        byte[] bytes = "HTTP/1.1 201 \r\nContent-Length: 2\r\n\r\nokrest".getBytes(StandardCharsets.ISO_8859_1);
        var in = new java.io.ByteArrayInputStream(bytes);
        TestResponse response = TestResponse.read(in, "PUT");
        assertEquals(201, response.status());
        assertEquals("", response.reason());
        assertEquals("ok", response.text());
        assertEquals(4, in.available());
    }
}
