package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.SocketClient;
import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server makes of what proxies say of the client, of its health, and of how long it keeps connections. */
@Timeout(30)
class ProxiedTest {
    private static final String V2 = "0d0a0d0a000d0a515549540a";

    /** Says who has asked. */
    public static final class Who extends BaseHTTPRequestHandler {
        {
            protocolVersion("HTTP/1.1");
        }

        public void do_GET() throws IOException {
            String text = clientAddress().getAddress().getHostAddress() + " "
                    + connection().isSecure() + " " + headers().get("Host") + "\n";
            sendResponse(200);
            sendHeader("Content-Length", text.length());
            endHeaders();
            wfile().write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static TestServer server() throws IOException {
        return TestServer.threading(Who::new).started();
    }

    private static String get(String fields) {
        return "GET / HTTP/1.1\r\nHost: h\r\n" + (fields.isEmpty() ? "" : fields.replace("|", "\r\n") + "\r\n")
                + "\r\n";
    }

    private static String answer(SocketClient client) throws IOException {
        client.readUntil("\r\n\r\n");
        return client.readUntil("\n").strip();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "PROXY TCP4 192.0.2.1 203.0.113.9 49152 443, 192.0.2.1 false h",
        "PROXY TCP6 2001:db8::1 ::1 49152 443, 2001:db8:0:0:0:0:0:1 false h",
        "PROXY UNKNOWN, 127.0.0.1 false h",
    })
    void aPeerThatIsListedNamesTheClientInText(String header, String expected) throws Exception {
        try (TestServer server = server()) {
            server.proxyProtocol(List.of("127.0.0.0/8"));
            try (SocketClient client = server.connect()) {
                client.send(header + "\r\n" + get(""));
                assertEquals(expected, answer(client));
                client.send(get(""));
                assertEquals(expected, answer(client), "in the second request, too");
            }
            assertTrue(server.nextLog()
                    .startsWith(expected.startsWith("2001") ? "2001:db8::1 - - [" : expected.split(" ")[0]));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2111000cc0000201cb007109c00001bb, 192.0.2.1 false h",
        "21110014c0000201cb007109c00001bb2000050100000000, 192.0.2.1 true h",
        "20000000, 127.0.0.1 false h",
    })
    void aPeerThatIsListedNamesTheClientInBytes(String hex, String expected) throws Exception {
        try (TestServer server = server()) {
            server.proxyProtocol(List.of("127.0.0.1"));
            try (SocketClient client = server.connect()) {
                byte[] header = HexFormat.of().parseHex(V2 + hex);
                for (byte b : header) {
                    client.send(new byte[] {b});
                }
                client.send(get(""));
                assertEquals(expected, answer(client));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\nHost: h\r\n\r\n", "PROXY TCP4 a b 1 2\r\n", "\r\n\r\n\r\n\r\n\r\n"})
    void withoutAGoodHeaderTheConnectionIsClosed(String bytes) throws Exception {
        try (TestServer server = server()) {
            server.proxyProtocol(List.of("127.0.0.1"));
            assertEquals("", server.ask(bytes));
            assertTrue(server.nextLog()
                    .startsWith("gangway: a client at 127.0.0.1 sent no good PROXY header to port "
                            + server.serverPort() + ": "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n", "\r\n\r\n\0\r\nQUIT\n!\u0011\0\f............"})
    void aHeaderFromAnotherPeerIsABadRequest(String header) throws Exception {
        try (TestServer server = server()) {
            server.proxyProtocol(List.of("192.0.2.0/24"));
            String response = server.ask(header + get(""));
            assertTrue(response.contains(" 400 "), response);
            assertFalse(response.contains(" 200 "), response);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'', 127.0.0.1 false h",
        "'X-Forwarded-For: 192.0.2.1|X-Forwarded-Proto: https|X-Forwarded-Host: a.example', 192.0.2.1 true a.example",
        "'Forwarded: for=192.0.2.1;proto=https;host=a.example', 192.0.2.1 true a.example",
        "'Forwarded: for=192.0.2.9|X-Forwarded-For: 192.0.2.1', 127.0.0.1 false h",
    })
    void fieldsFromATrustedPeerNameTheClientOfEachRequest(String fields, String expected) throws Exception {
        try (TestServer server = server()) {
            server.forwarded(List.of("127.0.0.1"));
            try (SocketClient client = server.connect()) {
                client.send(get(fields));
                assertEquals(expected, answer(client));
                client.send(get(""));
                assertEquals("127.0.0.1 false h", answer(client), "the next request is another's");
            }
        }
    }

    @Test
    void fieldsFromAnotherPeerAreIgnored() throws Exception {
        try (TestServer server = server();
                SocketClient client = server.connect()) {
            server.forwarded(List.of("192.0.2.0/24"));
            client.send(get("X-Forwarded-For: 192.0.2.1|X-Forwarded-Proto: https|X-Forwarded-Host: a.example"));
            assertEquals("127.0.0.1 false h", answer(client));
        }
    }

    @Test
    void theAddressOfAProxyHeaderIsThePeerOfFields() throws Exception {
        try (TestServer server = server()) {
            server.proxyProtocol(List.of("127.0.0.1"));
            server.forwarded(List.of("10.0.0.0/8"));
            try (SocketClient client = server.connect()) {
                client.send("PROXY TCP4 10.0.0.1 10.0.0.2 1 2\r\n" + get("X-Forwarded-For: 192.0.2.1"));
                assertEquals("192.0.2.1 false h", answer(client));
            }
        }
    }

    @Test
    void tellsItsHealthWithoutALineInTheLog() throws Exception {
        try (TestServer server = server()) {
            server.health("/healthz");
            String ready = server.ask("GET /healthz?x HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
            assertTrue(ready.startsWith("HTTP/1.1 200 OK\r\n"), ready);
            assertTrue(ready.endsWith("\r\n\r\nok"), ready);
            assertTrue(server.ask("GET /healthzz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                    .endsWith("false h\n"));
            server.drain();
            String draining = server.ask("GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n");
            assertTrue(draining.startsWith("HTTP/1.1 503 Service Unavailable\r\n"), draining);
            assertTrue(draining.contains("\r\nConnection: close\r\n"), draining);
            assertTrue(draining.endsWith("\r\n\r\ndraining"), draining);
            for (String request : List.of("OPTIONS /healthz", "GET http://h/healthz", "GET HTTP://h/healthz?x")) {
                String response = server.ask(request + " HTTP/1.1\r\nHost: h\r\n\r\n");
                assertTrue(response.endsWith("\r\n\r\ndraining"), response);
            }
            String head = server.ask("HEAD /healthz HTTP/1.1\r\nHost: h\r\n\r\n");
            assertTrue(head.endsWith("\r\n\r\n"), head);
            assertTrue(server.nextLog().contains("GET /healthzz "));
            assertEquals(0, server.logged.size());
        }
    }

    @Test
    void aServerThatDrainsClosesEachConnectionAfterItsResponse() throws Exception {
        try (TestServer server = server();
                SocketClient client = server.connect()) {
            client.send(get(""));
            assertEquals("127.0.0.1 false h", answer(client));
            server.drain();
            client.send(get(""));
            String rest = new String(client.readToEnd(), StandardCharsets.US_ASCII);
            assertTrue(rest.contains("\r\nConnection: close\r\n") && rest.endsWith("false h\n"), rest);
            assertTrue(server.ask(get("")).endsWith("false h\n"), "new ones are accepted");
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "HTTP/1.1, ''",
        "HTTP/1.1, Connection: close|",
        "HTTP/1.1, Connection: keep-alive|",
        "HTTP/1.0, ''",
        "HTTP/1.0, Connection: keep-alive|"
    })
    void aServerThatDrainsSaysCloseOnceInEachResponse(String version, String field) throws Exception {
        try (TestServer server = server()) {
            server.health("/healthz");
            server.drain();
            for (String path : List.of("/", "/healthz")) {
                String response = server.ask(
                        "GET " + path + " " + version + "\r\nHost: h\r\n" + field.replace("|", "\r\n") + "\r\n");
                List<String> said = response.lines()
                        .filter(line -> line.startsWith("Connection:"))
                        .toList();
                assertEquals(List.of("Connection: close"), said, response);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"HTTP/1.1, '', true", "HTTP/1.1, Connection: close|, false", "HTTP/1.0, Connection: keep-alive|, true"})
    void tellsForHowLongAConnectionMayRest(String version, String field, boolean told) throws Exception {
        try (TestServer server = server();
                SocketClient client = server.connect()) {
            server.idleTimeout(Duration.ofSeconds(65));
            server.announceIdleTimeout(true);
            client.send("GET / " + version + "\r\nHost: h\r\n" + field.replace("|", "\r\n") + "\r\n");
            String head = client.readUntil("\r\n\r\n");
            assertEquals(told, head.contains("\r\nConnection: keep-alive\r\nKeep-Alive: timeout=65\r\n"), head);
        }
    }
}
