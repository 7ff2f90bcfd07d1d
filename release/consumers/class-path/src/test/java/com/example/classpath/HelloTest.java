package com.example.classpath;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.standalone.ThreadingHTTPServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class HelloTest {
    @Test
    void answersOnASocket() throws Exception {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (ThreadingHTTPServer server = new ThreadingHTTPServer(any, Hello::new)) {
            Thread serving = new Thread(server::serveForever);
            serving.start();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.serverPort() + "/x"))
                    .build();
            assertEquals(
                    "You asked for /x\n",
                    HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
            server.shutdown();
            serving.join();
        }
    }
}
