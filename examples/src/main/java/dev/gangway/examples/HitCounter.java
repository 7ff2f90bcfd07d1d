package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.HandlerServer;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** State on the server, shared by the handlers of all connections. */
public final class HitCounter extends BaseHTTPRequestHandler {
    public HitCounter() {
        protocolVersion("HTTP/1.1");
    }

    public void do_GET() throws IOException {
        byte[] data = ("hit " + hits().incrementAndGet() + "\n").getBytes(UTF_8);
        sendResponse(200);
        sendHeader("Content-Length", data.length);
        endHeaders();
        wfile().write(data);
    }

    private AtomicInteger hits() {
        HandlerServer server = server();
        synchronized (server) {
            if (!(server.attribute("hits") instanceof AtomicInteger)) {
                server.attribute("hits", new AtomicInteger());
            }
            return (AtomicInteger) Objects.requireNonNull(server.attribute("hits"));
        }
    }
}
