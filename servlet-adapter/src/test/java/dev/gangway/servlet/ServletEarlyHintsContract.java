package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gangway.contract.RawResponse;
import dev.gangway.contract.SocketClient;
import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 103 (Early Hints) in a container that can send it. */
abstract class ServletEarlyHintsContract extends ServletFixture {
    /** Tells whether the container has a means. */
    boolean sendsHints() {
        return true;
    }

    /** Hints before it answers. */
    public static class Hinting extends BaseHTTPRequestHandler {
        public Hinting() {
            protocolVersion("HTTP/1.1");
        }

        public void do_GET() throws IOException {
            sendResponseOnly(103);
            sendHeader("Link", "</style.css>; rel=preload");
            endHeaders();
            sendResponse(200);
            sendHeader("Link", "</final.css>; rel=preload");
            sendHeader("Content-Length", 2);
            endHeaders();
            wfile().write(new byte[] {'o', 'k'});
        }
    }

    @Test
    void areSentBeforeTheResponse() throws Exception {
        assumeTrue(sendsHints(), "the container cannot send 103");
        start(new HandlerServlet(Hinting::new));
        try (SocketClient client = new SocketClient(port())) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            RawResponse hints = client.readResponse("GET");
            assertEquals(103, hints.status());
            assertEquals(Optional.of("</style.css>; rel=preload"), hints.field("Link"));
            RawResponse response = client.readResponse("GET");
            assertEquals("ok", response.text());
            assertEquals(Optional.of("</final.css>; rel=preload"), response.field("Link"));
        }
    }

    @Test
    void areNotSentToAnOldClient() throws Exception {
        start(new HandlerServlet(Hinting::new));
        try (SocketClient client = new SocketClient(port())) {
            client.send("GET / HTTP/1.0\r\n\r\n");
            assertEquals("ok", RawResponse.readOne(client.readToEnd(), "GET").text());
        }
    }
}
