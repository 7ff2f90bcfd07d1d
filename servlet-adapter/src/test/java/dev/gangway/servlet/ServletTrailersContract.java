package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.SocketClient;
import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trailer fields of chunks that a handler frames by hand; Undertow sends none where it closes the connection. */
abstract class ServletTrailersContract extends ServletFixture {
    /** Frames chunks by hand, with a checksum behind them. */
    public static class Chunks extends BaseHTTPRequestHandler {
        public Chunks() {
            protocolVersion("HTTP/1.1");
        }

        public void do_GET() throws IOException {
            sendResponse(200);
            sendHeader("Transfer-Encoding", "chunked");
            if (path().equals("/announced")) {
                sendHeader("Trailer", "X-Sum, X-Part");
            }
            endHeaders();
            wfile().write("2\r\nhi\r\n".getBytes(StandardCharsets.US_ASCII));
            wfile().flush();
            wfile().write("0\r\nX-Sum: 42\r\nX-Pa".getBytes(StandardCharsets.US_ASCII));
            wfile().write("rt: 1\r\nX-Part:2\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "/announced, HTTP/1.1, 'X-Sum: 42~X-Part: 1, 2~~'",
        "/announced, HTTP/1.0, hi",
        "/silently, HTTP/1.1, hi"
    })
    void trailersThatTheHeadAnnouncesArePassedOn(String path, String version, String end) throws Exception {
        start(new HandlerServlet(Chunks::new));
        try (SocketClient client = new SocketClient(port())) {
            client.send("GET " + path + " " + version + "\r\nHost: x\r\nTE: trailers\r\nConnection: close\r\n\r\n");
            String response = new String(client.readToEnd(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            assertTrue(response.startsWith("http/1.1 200"), response);
            assertTrue(response.endsWith(end.toLowerCase(Locale.ROOT).replace("~", "\r\n")), response);
        }
    }
}
