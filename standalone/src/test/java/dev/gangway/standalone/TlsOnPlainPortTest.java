package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.SocketClient;
import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.RequestInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that speaks TLS to a server that does not. */
@Timeout(30)
class TlsOnPlainPortTest {
    /** The head of a handshake and of a ClientHello. */
    private static final byte[] HELLO = {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3, 'a', '\r', '\n', '\r', '\n'};

    public static final class Nothing extends BaseHTTPRequestHandler {}

    private static String hello(TestServer server) throws Exception {
        try (SocketClient client = server.connect()) {
            client.send(HELLO);
            return new String(client.readToEnd(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void isToldSoAndMakesOneLine() throws Exception {
        try (TestServer server = TestServer.threading(Nothing::new).started()) {
            String response = hello(server);
            assertTrue(response.startsWith("HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain"), response);
            assertTrue(
                    response.endsWith("\r\n\r\nThis port speaks plain HTTP. Use http:// instead of https://.\n"),
                    response);
            assertEquals(
                    "gangway: a client at 127.0.0.1 began a TLS handshake, but port " + server.serverPort()
                            + " speaks plain HTTP",
                    server.nextLog());
            for (int i = 0; i < 3; i++) {
                assertTrue(hello(server).startsWith("HTTP/1.1 400 "));
            }
            assertNull(server.logged.poll(), "the others are only counted");
        }
    }

    @Test
    void doesNotMatterToAHandlerThatSpeaksNoHttp() throws Exception {
        try (TestServer server = TestServer.threading(() -> connection -> {
                    byte[] line = new RequestInputStream(connection.rfile()).readline();
                    connection.wfile().write(line);
                })
                .started()) {
            assertEquals(new String(HELLO, 0, 14, StandardCharsets.ISO_8859_1), hello(server));
        }
    }
}
