package dev.gangway.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The web application as it lies in the source tree, in an embedded Jetty. */
class WebappTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static RunExample example;

    @BeforeAll
    static void start() throws Exception {
        example = new RunExample(Path.of("src/main/webapp"), Path.of("target/classes"), 0);
    }

    @AfterAll
    static void stop() {
        example.close();
    }

    private static HttpResponse<String> send(String path, String method, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(example.address()).resolve(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    @Test
    void everyLinkOfItsPagesLeadsSomewhere() throws Exception {
        Set<URI> seen = Links.follow(CLIENT, URI.create(example.address()));
        assertTrue(seen.size() >= 10, seen::toString);
    }

    @Test
    void runsScripts() throws Exception {
        String said = send("scripts/cgi-bin/hello.sh?a=b", "POST", "content").body();
        String path = URI.create(example.address()).getPath() + "scripts/cgi-bin/hello.sh";
        assertEquals("Hello from " + path + "\nPOST HTTP/1.1, query \"a=b\"\ncontent", said);
    }

    @Test
    void keepsNotes() throws Exception {
        assertEquals("[]\n", send("notes/", "DELETE", "").body());
        assertEquals(201, send("notes/", "POST", "say \"hi\"").statusCode());
        assertEquals("[\"say \\\"hi\\\"\"]\n", send("notes/", "GET", "").body());
    }

    @Test
    void takesUploads() throws Exception {
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertEquals(
                "3 bytes, SHA-256 " + abc + "\n", send("upload", "PUT", "abc").body());
    }

    @Test
    void sendsEachEventWhenItIsThere() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(example.address() + "events?count=2&millis=10000"))
                .build();
        HttpResponse<InputStream> events = CLIENT.send(request, BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            // The second event is ten seconds away.
            assertEquals("id: 1", lines.readLine());
        }
    }

    @Test
    void redirectsToTheMountWithASlash() throws Exception {
        HttpResponse<String> response = send("files", "GET", "");
        assertEquals(301, response.statusCode());
        assertEquals(
                "/gangway-example/files/",
                response.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void redirectsToADirectoryBelowTheMount() throws Exception {
        HttpResponse<String> response = send("files/listing?q", "GET", "");
        assertEquals(
                "/gangway-example/files/listing/?q",
                response.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void showsNothingOfWebInf() throws Exception {
        for (String path : new String[] {"WEB-INF/web.xml", "files/../WEB-INF/web.xml", "files/WEB-INF/web.xml"}) {
            assertTrue(status(path) >= 400, path);
        }
    }

    /** Asks without a client that would tidy up the path. */
    private static int status(String path) throws IOException {
        URI address = URI.create(example.address());
        try (java.net.Socket socket = new java.net.Socket(address.getHost(), address.getPort())) {
            String request = "GET " + address.getPath() + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(response.substring(9, 12));
        }
    }
}
