package com.example.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.standalone.ThreadingHTTPServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HelloTest {
    @Test
    void answersOnASocket() throws Exception {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (ThreadingHTTPServer server = new ThreadingHTTPServer(any, Hello::new)) {
            Thread serving = new Thread(server::serveForever);
            serving.start();
            URI page = URI.create("http://127.0.0.1:" + server.serverPort() + "/x");
            try (InputStream in = page.toURL().openStream()) {
                assertEquals("You asked for /x\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            server.shutdown();
            serving.join();
        }
    }

    @Test
    void runsInNamedModules() {
        assertEquals("com.example.modules", Hello.class.getModule().getName());
        assertEquals(
                "dev.gangway.standalone", ThreadingHTTPServer.class.getModule().getName());
        assertEquals(
                "dev.gangway.handler.core", Hello.class.getSuperclass().getModule().getName());
    }
}
