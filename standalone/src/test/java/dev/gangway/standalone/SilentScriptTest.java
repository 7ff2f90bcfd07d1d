package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.CGIHTTPRequestHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script that computes and prints nothing ends when no client waits for it any more. */
class SilentScriptTest {
    @TempDir
    Path root = Path.of("");

    private EndlessScript script;
    private HTTPServer server;

    @BeforeEach
    void start() throws IOException {
        script = EndlessScript.in(root, "", "wait");
        server = new ThreadingHTTPServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), () -> new CGIHTTPRequestHandler(root));
        Thread thread = new Thread(server::serveForever, "server");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void endsWhenTheClientResetsTheConnection() throws Exception {
        try (Socket client = script.ask(server.serverPort())) {
            client.setSoLinger(true, 0);
        }
        script.awaitEnd();
    }

    @Test
    void endsWhenTheClientHasClosedTheConnection() throws Exception {
        script.ask(server.serverPort()).close();
        script.awaitEnd();
    }

    @Test
    void endsWhenTheServerCloses() throws Exception {
        try (Socket client = script.ask(server.serverPort())) {
            server.gracePeriod(Duration.ofMillis(100));
            server.close();
            script.awaitEnd();
            assertTrue(client.isConnected());
        }
    }
}
