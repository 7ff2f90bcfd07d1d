package dev.gangway.standalone.porting;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.ThreadingHTTPServer;
import dev.gangway.standalone.cli.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        return Words.run(stream, stream, words.toArray(new String[0]));
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
    void ignoresWhatMayDifferInABody() throws IOException {
        HandlerFactory later = () -> new Sample(200, "text/plain", "one\n17.25\nthree\n");
        assertEquals(1, compare(later));
        assertEquals(0, compare(later, "--ignore-body", "two|\\d+\\.\\d+"));
        assertEquals(1, compare(later, "--ignore-body", "\\d"));
    }

    @Test
    void ignoresTheLengthWithWhatMayDiffer() throws IOException {
        Path request = Files.writeString(folder.resolve("n.http"), "GET / HTTP/1.0\n\n");
        List<String> urls = new ArrayList<>();
        for (String body : List.of("{\"at\": 1.5, \"x\": 1}", "{\"x\": 1, \"at\": 22.75}")) {
            urls.add(start(() -> new BaseHTTPRequestHandler() {
                @SuppressWarnings("unused") // called by name
                public void do_GET() throws IOException {
                    sendResponse(200);
                    sendHeader("Content-Length", body.length());
                    endHeaders();
                    wfile().write(body.getBytes(StandardCharsets.US_ASCII));
                }
            }));
        }
        List<String> words = new ArrayList<>(List.of("compare", "-r", request.toString()));
        words.addAll(urls);
        words.addAll(List.of("--ignore-body", "\\d+\\.\\d+"));
        assertEquals(1, run(words));
        words.add("--ignore-json-layout");
        assertEquals(0, run(words), said());
    }

    /** Pairs of servers that never end an answer: what they have sent when the time is up is compared. */
    @ParameterizedTest
    @CsvSource({"tick, tick, 0", "tick, tock, 1", "tick, '', 1"})
    void comparesTheBeginningsOfStreams(String legacy, String port, int status) throws IOException {
        Path request = Files.writeString(folder.resolve("s.http"), "GET / HTTP/1.0\n\n");
        String[] words = {
            "compare",
            "-r",
            request.toString(),
            "--timeout",
            "1",
            start(() -> new Endless(legacy)),
            start(() -> new Endless(port))
        };
        assertEquals(status, run(List.of(words)), said());
    }

    /** Sends a word again and again, or nothing for ever, until the client leaves. */
    static class Endless extends BaseHTTPRequestHandler {
        private final String word;

        Endless(String word) {
            this.word = word;
        }

        public void do_GET() throws IOException {
            sendResponse(200);
            endHeaders();
            wfile().flush();
            if (word.isEmpty()) {
                connection().timeout(java.time.Duration.ofSeconds(30));
                rfile().read(); // the request has no body: this is the end of the client's half
                return;
            }
            while (true) {
                wfile().write(word.getBytes(StandardCharsets.US_ASCII));
                wfile().flush();
            }
        }

        @Override
        public void logMessage(String format, Object... args) {}
    }

    /** Nothing is the same as nothing, but if there is nothing else, nothing has been compared. */
    @Test
    void saysThatNeitherAnswered() throws IOException {
        HandlerFactory failing = () -> new Sample(200, "text/plain", "") {
            @Override
            public void setup() throws IOException {
                throw new IOException("on purpose");
            }
        };
        HandlerFactory failingForPost = () -> new Sample(200, "text/plain", "") {
            @SuppressWarnings("unused") // called by name
            public void do_POST() throws IOException {
                throw new IOException("on purpose");
            }
        };
        Path requests = Files.createDirectory(folder.resolve("requests"));
        Files.writeString(requests.resolve("f.http"), "POST / HTTP/1.0\n\n");
        assertEquals(2, run(List.of("compare", "-r", requests.toString(), start(failing), start(failing))));
        assertTrue(
                said().startsWith("same  f  POST / HTTP/1.0  (no answer from either)\n1 compared, 0 different\n"),
                said());
        assertTrue(said().contains("answered anything"), said());
        Files.writeString(requests.resolve("g.http"), "GET / HTTP/1.0\n\n");
        assertEquals(
                0, run(List.of("compare", "-r", requests.toString(), start(failingForPost), start(failingForPost))));
    }

    @Test
    void goesOnWhenAServerDies() throws Exception {
        Path request = Files.writeString(folder.resolve("d.http"), "GET / HTTP/1.0\n\n");
        HTTPServer[] dying = new HTTPServer[1];
        String port = start(() -> new Sample(200, "text/plain", "") {
            @Override
            public void finish() throws IOException {
                super.finish();
                dying[0].close();
            }
        });
        dying[0] = servers.get(0);
        int status = run(List.of("compare", start(LEGACY), port, "-r", request.toString(), "-r", request.toString()));
        assertEquals(1, status);
        assertTrue(said().contains("2 compared, 2 different"), said());
        assertTrue(said().contains("cannot connect to " + port), said());
    }

    @Test
    void paintsAsItIsTold() throws IOException {
        compare(() -> new Sample(200, "text/html", ""), "--color=never");
        assertFalse(said().contains("\033["), said());
        compare(() -> new Sample(200, "text/html", ""), "--color=always");
        assertTrue(said().contains("\033[31m"), said());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            -r a.http http://127.0.0.1:1 http://127.0.0.1:1     | cannot connect to http://127.0.0.1:1 (Connection refused)
            -r a.http no-such-program-{port} http://127.0.0.1:1 | Cannot run program "no-such-program-
            -r a.http http://127.0.0.1:1                        | cannot connect to http://127.0.0.1:1
            -r none.http http://127.0.0.1:1 http://127.0.0.1:1  | there is no file or folder FOLDER/none.http
            -r empty http://127.0.0.1:1 http://127.0.0.1:1      | no requests in FOLDER/empty; gangway record makes some
            -r bad.har http://127.0.0.1:1 http://127.0.0.1:1    | FOLDER/bad.har is no HAR file: A JSONObject text must
            """)
    void saysWhatKeepsItFromComparing(String arguments, String message) throws IOException {
        Files.writeString(folder.resolve("a.http"), "GET / HTTP/1.0\n\n");
        Files.createDirectory(folder.resolve("empty"));
        Files.writeString(folder.resolve("bad.har"), "<html>");
        List<String> words = new ArrayList<>(List.of("compare"));
        for (String word : arguments.split(" ", -1)) {
            words.add(
                    word.matches(".*\\.(http|har)|empty") ? folder.resolve(word).toString() : word);
        }
        assertEquals(2, run(words), said());
        assertTrue(said().startsWith("gangway compare: " + message.replace("FOLDER", folder.toString())), said());
    }

    @Test
    void showsWhatAServerSaidThatDidNotStart() throws IOException {
        Path request = Files.writeString(folder.resolve("a.http"), "GET / HTTP/1.0\n\n");
        String java = ProcessHandle.current().info().command().orElse("java");
        String command = "'" + java + "' -no-such-option {port}";
        assertEquals(2, run(List.of("compare", "-r", request.toString(), command, command)));
        assertTrue(said().contains("ended with status 1 and did not listen"), said());
        assertTrue(said().contains("  Unrecognized option: -no-such-option"), said());
    }
}
