package dev.gangway.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code gangway serve} in a process of its own. */
@Timeout(60)
class ServeTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void knowsAllNamesWithoutALocale() throws Exception {
        Map<String, String> environment = Map.of("LC_ALL", "C", "GANGWAY_PORT", "0", "GANGWAY_BIND", "127.0.0.1");
        try (Gangway gangway =
                Gangway.start(folder, environment, Redirect.INHERIT, "serve", "--upload", "--clean-urls", "--quiet")) {
            String root = "http://127.0.0.1:" + Gangway.port(gangway.out().readLine());
            HttpClient client = HttpClient.newHttpClient();
            for (String name : new String[] {"/%C3%BC.html", "/%F0%9F%98%80.txt"}) {
                URI file = URI.create(root + name);
                HttpRequest put = HttpRequest.newBuilder(file)
                        .PUT(BodyPublishers.ofString(name))
                        .build();
                assertEquals(201, client.send(put, BodyHandlers.discarding()).statusCode());
                HttpRequest get = HttpRequest.newBuilder(file)
                        .header("Accept-Encoding", "br, gzip")
                        .build();
                assertEquals(name, client.send(get, BodyHandlers.ofString()).body());
            }
            HttpRequest clean =
                    HttpRequest.newBuilder(URI.create(root + "/%C3%BC")).build();
            assertEquals(
                    "/%C3%BC.html", client.send(clean, BodyHandlers.ofString()).body());
        }
    }
}
