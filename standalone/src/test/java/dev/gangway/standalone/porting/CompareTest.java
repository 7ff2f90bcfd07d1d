package dev.gangway.standalone.porting;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.ThreadingHTTPServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {
    /** Answers with the status, the value and the body it was made with. */
    static class Sample extends BaseHTTPRequestHandler {
        private final int status;
        private final String type;
        private final byte[] body;

        Sample(int status, String type, String body) {
            this.status = status;
            this.type = type;
            this.body = body.getBytes(StandardCharsets.ISO_8859_1);
        }

        public void do_GET() throws IOException {
            sendResponse(status);
            sendHeader("Content-Type", type);
            endHeaders();
            wfile().write(body);
        }

        @Override
        public void logMessage(String format, Object... args) {}
    }

    private static final HandlerFactory LEGACY = () -> new Sample(200, "text/plain", "one\ntwo\nthree\n");

    private final List<HTTPServer> servers = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void stopServers() {
        servers.forEach(HTTPServer::close);
    }

    private String start(HandlerFactory factory) throws IOException {
        HTTPServer server = new ThreadingHTTPServer(new InetSocketAddress("127.0.0.1", 0), factory);
        servers.add(server);
        Thread thread = new Thread(server::serveForever);
        thread.setDaemon(true);
        thread.start();
        return "http://127.0.0.1:" + server.serverPort();
    }

    private int compare(HandlerFactory port, String... options) throws IOException {
        Path request = folder.resolve("hello.http");
        Files.writeString(request, "GET /hello HTTP/1.0\n\n");
        List<String> words = new ArrayList<>(List.of("compare", start(LEGACY), start(port)));
        words.addAll(List.of("--requests", request.toString()));
        words.addAll(List.of(options));
        return run(words);
    }

    private int run(List<String> words) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return PortingTools.run(stream, stream, words.toArray(new String[0]));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void findsNothingBetweenTwins() throws IOException {
        assertEquals(0, compare(LEGACY));
        assertEquals("same  hello  GET /hello HTTP/1.0\n1 compared, 0 different\n", said());
    }

    @Test
    void findsAWrongHeader() throws IOException {
        assertEquals(1, compare(() -> new Sample(200, "text/html", "one\ntwo\nthree\n")));
        assertEquals("""
                DIFF  hello  GET /hello HTTP/1.0
                      header Content-Type
                      - Content-Type: text/plain
                      + Content-Type: text/html
                1 compared, 1 different
                """, said());
    }

    @Test
    void findsAMissingByte() throws IOException {
        assertEquals(1, compare(() -> new Sample(200, "text/plain", "one\ntw\nthree\n")));
        assertEquals("""
                DIFF  hello  GET /hello HTTP/1.0
                      body, 14 and 13 bytes, from byte 6, line 2
                      - two\\n
                      + tw\\n
                1 compared, 1 different
                """, said());
    }

    @Test
    void findsADifferenceInBytes() throws IOException {
        assertEquals(1, compare(() -> new Sample(200, "text/plain", "one\n\u0000")));
        assertTrue(said().contains("- 74 77 6f 0a 74 68 72 65 65 0a (end)"), said());
        assertTrue(said().contains("+ 00 (end)"), said());
    }

    @Test
    void findsAChangedStatus() throws IOException {
        assertEquals(1, compare(() -> new Sample(404, "text/plain", "one\ntwo\nthree\n")));
        assertEquals("""
                DIFF  hello  GET /hello HTTP/1.0
                      status
                      - HTTP/1.0 200 OK
                      + HTTP/1.0 404 Not Found
                1 compared, 1 different
                """, said());
    }

    @Test
    void findsAMissingAnswer() throws IOException {
        assertEquals(1, compare(() -> {
            throw new IOException("no handler");
        }));
        assertTrue(said().contains("responses"), said());
    }

    @Test
    void ignoresAHeaderThatMayDiffer() throws IOException {
        assertEquals(
                0, compare(() -> new Sample(200, "text/html", "one\ntwo\nthree\n"), "--ignore-header", "content-type"));
    }

    @Test
    void comparesTheDateOnlyWhenTold() throws IOException {
        HandlerFactory late = () -> new Sample(200, "text/plain", "one\ntwo\nthree\n") {
            @Override
            public String dateTimeString(java.time.Instant timestamp) {
                return "later";
            }
        };
        assertEquals(0, compare(late));
        assertEquals(1, compare(late, "--all-headers"));
    }

    @Test
    void comparesJsonAsValuesWhenTold() throws IOException {
        Path request = Files.writeString(folder.resolve("j.http"), "GET / HTTP/1.0\n\n");
        String legacy = start(() -> new Sample(200, "application/json", "{\"a\": 1, \"b\": [true]}"));
        String port = start(() -> new Sample(200, "application/json", "{\"b\":[true],\"a\":1}"));
        String other = start(() -> new Sample(200, "application/json", "{\"b\":[true],\"a\":2}"));
        String option = "--ignore-json-layout";
        assertEquals(1, run(List.of("compare", legacy, port, "-r", request.toString())));
        assertEquals(0, run(List.of("compare", legacy, port, "-r", request.toString(), option)));
        assertEquals(1, run(List.of("compare", legacy, other, "-r", request.toString(), option)));
    }

    @Test
    void paintsWhenTold() throws IOException {
        compare(() -> new Sample(200, "text/html", ""), "--color");
        assertTrue(said().contains("\033[31m"), said());
    }

    @Test
    void keepsWhatAServerSendsFromSteeringTheTerminal() throws IOException {
        compare(() -> new Sample(200, "text/plain", "\u001b[2J"));
        assertFalse(said().contains("\u001b"), said());
    }

    @Test
    void writesJsonAndJunitXml() throws Exception {
        Path json = folder.resolve("out.json");
        Path junit = folder.resolve("out.xml");
        compare(() -> new Sample(200, "text/html", "\u0001"), "--json", json.toString(), "--junit", junit.toString());
        JSONObject report = new JSONObject(Files.readString(json));
        assertEquals(1, report.getInt("different"));
        assertEquals(
                "header Content-Type",
                report.getJSONArray("results")
                        .getJSONObject(0)
                        .getJSONArray("differences")
                        .getJSONObject(0)
                        .getString("where"));
        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(junit.toFile())
                .getDocumentElement();
        assertAll(
                () -> assertEquals("1", suite.getAttribute("failures")),
                () -> assertEquals(1, suite.getElementsByTagName("failure").getLength()));
    }

    @Test
    void saysWhatIsWrongWithItsArguments() throws IOException {
        assertEquals(2, run(List.of("compare", "http://127.0.0.1:1")));
        Path request = Files.writeString(folder.resolve("a.http"), "GET / HTTP/1.0\n\n");
        assertEquals(1, run(List.of("compare", "ftp://x", "ftp://y", "-r", request.toString())));
        assertTrue(said().contains("'ftp://x' is neither http://HOST:PORT nor a command with {port} in it"), said());
    }

    @Test
    void recordsWhatIsComparedLater() throws Exception {
        Path into = Files.createDirectory(folder.resolve("recorded"));
        URI legacy = URI.create(start(LEGACY));
        Recording recording = new Recording(into);
        String proxy =
                start(() -> new RecordingHandler(new InetSocketAddress(legacy.getHost(), legacy.getPort()), recording));
        try (var body = URI.create(proxy + "/a/b?c").toURL().openStream()) {
            assertEquals("one\ntwo\nthree\n", new String(body.readAllBytes(), StandardCharsets.US_ASCII));
        }
        try (Stream<Path> files = Files.list(into)) {
            assertEquals(
                    List.of("0001-GET-a-b.request", "0001-GET-a-b.response"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(0, run(List.of("compare", "-r", into.toString(), start(LEGACY))));
        assertEquals(1, run(List.of("compare", "-r", into.toString(), start(() -> new Sample(201, "text/plain", "")))));
    }
}
