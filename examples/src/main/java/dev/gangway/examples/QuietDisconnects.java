package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.ClientGoneException;
import java.io.IOException;
import java.time.Duration;

/** Overrides what happens around the requests of a connection. */
public final class QuietDisconnects extends BaseHTTPRequestHandler {
    private int served;

    public QuietDisconnects() {
        protocolVersion("HTTP/1.1");
        timeout(Duration.ofSeconds(5));
    }

    @Override
    public void setup() throws IOException {
        super.setup();
        served = 0;
    }

    @Override
    public void handle() throws IOException {
        try {
            super.handle();
        } catch (ClientGoneException e) {
            // the end of a connection like any other
        }
    }

    public void do_GET() throws IOException {
        served++;
        if (path().equals("/gone")) {
            throw new ClientGoneException("gone", null);
        }
        byte[] data = ("request " + served + "\n").getBytes(UTF_8);
        sendResponse(200);
        sendHeader("Content-Length", data.length);
        endHeaders();
        wfile().write(data);
    }

    @Override
    public void finish() throws IOException {
        logMessage("%d served", served);
        super.finish();
    }
}
