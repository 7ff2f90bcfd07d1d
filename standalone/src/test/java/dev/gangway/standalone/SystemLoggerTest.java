package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.JulRecords;
import dev.gangway.contract.SocketClient;
import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A log that goes to a logger of the Java platform. */
@Timeout(60)
class SystemLoggerTest {
    private static final String NAME = "dev.gangway.test.standalone";

    /** Answers, or fails. */
    public static final class Fragile extends BaseHTTPRequestHandler {
        public void do_GET() throws IOException {
            if (path().equals("/fail")) {
                throw new IllegalStateException("no\nway");
            }
            sendResponse(200);
            endHeaders();
        }
    }

    @Test
    void hasALevelForEachKindOfLine() throws Exception {
        try (JulRecords records = new JulRecords(NAME);
                HTTPServer server = new ThreadingHTTPServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Fragile::new)) {
            server.systemLogger(NAME);
            Thread thread = new Thread(server::serveForever, "server");
            thread.setDaemon(true);
            thread.start();
            ask(server, "GET / HTTP/1.0\r\n\r\n");
            ask(server, "POST /{0} HTTP/1.0\r\n\r\n");
            ask(server, "GET /fail HTTP/1.0\r\n\r\n");
            ask(server, "\u0016\u0003\u0001");
            server.log("a line of the program's");
            server.shutdown();
            List<String> texts = records.texts();
            assertEquals(6, texts.size(), texts::toString);
            assertTrue(texts.get(0).matches("INFO 127.0.0.1 - - .*\"GET / HTTP/1.0\" 200 -"), texts.get(0));
            assertTrue(texts.get(1).matches("WARNING 127.0.0.1 - - .* code 501, message .*"), texts.get(1));
            assertTrue(texts.get(2).matches("INFO 127.0.0.1 - - .*\"POST /\\{0} HTTP/1.0\" 501 -"), texts.get(2));
            assertEquals(
                    "SEVERE a handler failed for 127.0.0.1: java.lang.IllegalStateException: no\\x0away", texts.get(3));
            assertTrue(texts.get(4).startsWith("WARNING gangway: a client at 127.0.0.1 began a TLS"), texts.get(4));
            assertEquals("INFO a line of the program's", texts.get(5));
        }
    }

    private static void ask(HTTPServer server, String text) throws IOException {
        try (SocketClient client = new SocketClient(server.serverPort())) {
            client.send(text.getBytes(StandardCharsets.ISO_8859_1));
            client.readToEnd();
        }
    }
}
