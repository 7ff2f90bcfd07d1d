package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.contract.RawResponse;
import dev.gangway.contract.SocketClient;
import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options of {@code Connection} that a handler sends. */
abstract class ServletConnectionFieldContract extends ServletFixture {
    /** Says of the connection what the path says, with {@code +} between the options. */
    public static class Talkative extends BaseHTTPRequestHandler {
        public Talkative() {
            protocolVersion("HTTP/1.1");
        }

        public void do_GET() throws IOException {
            sendResponse(200);
            sendHeader("Content-Length", 0);
            sendHeader("Connection", path().substring(1).replace("+", ", "));
            sendHeader("Keep-Alive", "timeout=5");
            endHeaders();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"X-Hop", "X-Hop+X-Own"})
    final void reachTheClient(String options) throws Exception {
        assertReachesTheClient(options);
    }

    final void assertReachesTheClient(String options) throws Exception {
        start(new HandlerServlet(Talkative::new));
        try (SocketClient client = new SocketClient(port())) {
            for (int i = 0; i < 2; i++) {
                client.send("GET /" + options + " HTTP/1.1\r\nHost: x\r\n\r\n");
                RawResponse response = client.readResponse("GET");
                assertEquals(
                        options.toLowerCase(Locale.ROOT).replace("+", ", "),
                        response.field("Connection").orElse("").toLowerCase(Locale.ROOT));
                assertEquals("timeout=5", response.field("Keep-Alive").orElse(""));
            }
        }
    }
}
