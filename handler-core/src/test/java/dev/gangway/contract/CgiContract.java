package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.CGIHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts in RFC 3875 mode, scripts that misbehave, and what is never shown. The transcripts hold the documented mode. */
public abstract class CgiContract extends HostContract {
    private static final String SOURCE = "never-show-this";
    private static final String PLAIN = "printf 'Content-Type: text/plain\\n\\n'\n";
    private static final long DEADLINE_SECONDS = 20;

    @TempDir
    Path root = Path.of("");

    @BeforeEach
    final void makeFolders() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here");
        Files.createDirectories(root.resolve("cgi-bin/sub"));
        Files.createDirectories(root.resolve("public"));
        // Scripts may run as somebody else, who writes here too.
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(root.resolve("page.txt"), "page");
    }

    private Path script(String name, String body) throws IOException {
        Path file = root.resolve("cgi-bin").resolve(name);
        Files.writeString(file, "#!/bin/sh\n# " + SOURCE + "\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private HandlerFactory documented() {
        return () -> new CGIHTTPRequestHandler(root);
    }

    private HandlerFactory rfc3875() {
        return rfc3875(handler -> {});
    }

    private HandlerFactory rfc3875(Consumer<CGIHTTPRequestHandler> setting) {
        return () -> {
            CGIHTTPRequestHandler handler = new CGIHTTPRequestHandler(root);
            handler.protocolVersion("HTTP/1.1");
            handler.cgiMode("rfc3875");
            setting.accept(handler);
            return handler;
        };
    }

    private static RawResponse ask(RunningHost host, String method, String path, String... fields) throws Exception {
        try (HostClient client = host.connect()) {
            client.send(request(method + " " + path, fields));
            return client.readResponse(method);
        }
    }

    private static String text(RawResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Waits for the process whose number a script has written to a file, and then for its end. */
    private static void awaitEnd(Path pidFile) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        String pid = "";
        while (!pid.endsWith("\n")) {
            assertTrue(System.nanoTime() < deadline, "the script has not begun");
            pid = Files.exists(pidFile) ? Files.readString(pidFile) : "";
            Thread.onSpinWait();
        }
        ProcessHandle.of(Long.parseLong(pid.strip()))
                .ifPresent(process -> process.onExit()
                        .orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS)
                        .join());
    }

    // ---- what a script's header section becomes

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Content-Type: text/plain\\n\\nbody                           | 200 | text/plain | ''         | body
            Content-Type: text/plain\\r\\n\\r\\nbody                     | 200 | text/plain | ''         | body
            Status: 404 Lost\\nContent-Type: text/plain\\n\\nlost        | 404 | text/plain | ''         | lost
            Status: 299\\n\\n                                            | 299 | ''         | ''         | ''
            Status: 204 None\\n\\nno body                                | 204 | ''         | ''         | ''
            Location: http://example.org/\\n\\n                          | 302 | ''         | http://example.org/ | ''
            Status: 301 Moved\\nLocation: http://example.org/\\n\\n      | 301 | ''         | http://example.org/ | ''
            Status: 303 See\\nLocation: http://x/\\nContent-Type: a/b\\n\\nx | 303 | a/b     | http://x/  | x
            Location: /page.txt\\n\\n                                    | 200 | text/plain | ''         | page
            Location: /cgi-bin/target.sh?a=b\\n\\n                       | 200 | text/plain | ''         | GET a=b
            Content-Type: text/plain\\nContent-Length: 4\\n\\nbody       | 200 | text/plain | ''         | body
            Content-Type: text/plain\\nTransfer-Encoding: gzip\\n\\nbody | 200 | text/plain | ''         | body
            """)
    void answersAsTheScriptSays(String output, int status, String type, String location, String body) throws Exception {
        script("target.sh", PLAIN + "printf '%s %s' \"$REQUEST_METHOD\" \"$QUERY_STRING\"\n");
        script("x.sh", "printf '" + output + "'\n");
        RawResponse response = ask(start(rfc3875()), "GET", "/cgi-bin/x.sh");
        assertEquals(status, response.status());
        assertEquals(type, response.field("Content-Type").orElse(""));
        assertEquals(location, response.field("Location").orElse(""));
        assertEquals(body, text(response));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                ":",
                "printf 'no header section\\n\\n'",
                "printf '\\nbody'",
                "printf 'X-Own: x\\n\\nbody'",
                "printf 'Content-Type: text/plain\\n'",
                "printf 'Status: nonsense\\n\\n'",
                "printf 'Location: /cgi-bin/x.sh\\n\\n'",
                "kill -9 $$",
                "exit 3"
            })
    void answers502WhereTheScriptSaysNothingOfUse(String body) throws Exception {
        script("x.sh", body + "\n");
        assertEquals(502, ask(start(rfc3875()), "GET", "/cgi-bin/x.sh").status());
    }

    @Test
    void keepsTheConnectionAfterAScript() throws Exception {
        script("x.sh", PLAIN + "printf 'one'; printf 'two'\n");
        RunningHost host = start(rfc3875());
        try (HostClient client = host.connect()) {
            for (int i = 0; i < 3; i++) {
                client.send(request("GET /cgi-bin/x.sh"));
                assertEquals("onetwo", text(client.readResponse("GET")));
                client.send(request("HEAD /cgi-bin/x.sh"));
                assertEquals(200, client.readResponse("HEAD").status());
            }
        }
    }

    @Test
    void cutsAResponseThatFallsShortOfItsLength() throws Exception {
        script("x.sh", "printf 'Content-Type: text/plain\\nContent-Length: 50\\n\\nshort'\n");
        RunningHost host = start(rfc3875());
        try (HostClient client = host.connect()) {
            client.send(request("GET /cgi-bin/x.sh"));
            String all = new String(client.readToEnd(), StandardCharsets.ISO_8859_1);
            assertFalse(all.contains("HTTP/1.1 502"), all);
        }
    }

    @Test
    @Needs(without = HostDifference.OWN_REASON_PHRASE)
    void sendsWhatANphScriptPrints() throws Exception {
        script("nph-x.sh", "printf 'HTTP/1.1 299 Own\\r\\nX-Own: x\\r\\nContent-Length: 2\\r\\n\\r\\nhi'\n");
        String response = exchange(rfc3875(), request("GET /cgi-bin/nph-x.sh"));
        assertEquals("HTTP/1.1 299 Own\r\nX-Own: x\r\nContent-Length: 2\r\n\r\nhi", response);
    }

    // ---- what a script is given

    @Test
    void givesContentToItsEnd() throws Exception {
        script("x.sh", PLAIN + "printf '%s|%s|' \"${CONTENT_LENGTH-none}\" \"$HTTP_CONTENT_ENCODING\"; cat\n");
        RunningHost host = start(rfc3875());
        try (HostClient client = host.connect()) {
            client.send(request("POST /cgi-bin/x.sh", "Content-Length: 3", "Content-Encoding: gzip") + "abc");
            assertEquals("3|gzip|abc", text(client.readResponse("POST")));
            client.send(request("POST /cgi-bin/x.sh", "Transfer-Encoding: chunked"));
            client.send("3\r\nabc\r\n");
            client.send("2\r\nde\r\n0\r\n\r\n");
            assertEquals("none||abcde", text(client.readResponse("POST")));
            client.send(request("GET /cgi-bin/x.sh"));
            assertEquals("none||", text(client.readResponse("GET")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Content-Length: 100,         abc,               abc",
        "Transfer-Encoding: chunked, '3\r\nabc\r\n', ''",
        "Transfer-Encoding: chunked, '3\r\nabc\r\n', 'malformed\r\n\r\n'"
    })
    void neverTakesAPartOfTheContentForTheWhole(String field, String part, String more) throws Exception {
        script("x.sh", "echo $$ > " + root + "/pid\ncat > /dev/null\necho > " + root + "/whole\n" + PLAIN);
        RunningHost host = start(rfc3875());
        try (HostClient client = host.connect()) {
            client.send(request("POST /cgi-bin/x.sh", field) + part);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
            while (!Files.exists(root.resolve("pid"))) {
                assertTrue(System.nanoTime() < deadline, "the script has not begun");
                Thread.onSpinWait();
            }
            client.send(more);
        }
        awaitEnd(root.resolve("pid"));
        assertFalse(Files.exists(root.resolve("whole")));
    }

    @Test
    void streamsBothWaysAtOnce() throws Exception {
        script("x.sh", PLAIN + "cat\n");
        RunningHost host = start(rfc3875());
        try (HostClient client = host.connect()) {
            client.send(request("POST /cgi-bin/x.sh", "Content-Length: 8"));
            client.send("one\n");
            client.readUntil("one\n");
            client.send("two\n");
            client.readUntil("two\n");
        }
    }

    @Test
    void letsAScriptLeaveItsContent() throws Exception {
        script("x.sh", "exec <&-\n" + PLAIN + "printf 'deaf'\n");
        byte[] large = new byte[1_000_000];
        RunningHost host = start(rfc3875());
        Thread sender;
        try (HostClient client = host.connect()) {
            client.send(request("POST /cgi-bin/x.sh", "Content-Length: " + large.length));
            sender = new Thread(() -> {
                try {
                    client.send(large);
                } catch (IOException e) {
                    // The host may close before it has all.
                }
            });
            sender.start();
            assertEquals("deaf", text(client.readResponse("POST")));
        }
        sender.join();
    }

    @Test
    void passesEveryMethodOn() throws Exception {
        script("x.sh", PLAIN + "printf '%s' \"$REQUEST_METHOD\"\n");
        RunningHost host = start(rfc3875());
        for (String method : List.of("GET", "PUT", "DELETE", "PROPFIND", "OPTIONS")) {
            assertEquals(method, text(ask(host, method, "/cgi-bin/x.sh")));
        }
        assertEquals(501, ask(host, "PUT", "/page.txt").status());
    }

    @Test
    void tellsNoSecrets() throws Exception {
        script("x.sh", PLAIN + "env\n");
        RunningHost host = start(rfc3875());
        String environment = text(ask(
                host, "GET", "/cgi-bin/x.sh", "Proxy: http://bad", "Authorization: Basic abc", "X_Own: x", "X-Own: y"));
        assertFalse(environment.contains("HTTP_PROXY"), environment);
        assertFalse(environment.contains("Basic"), environment);
        assertTrue(environment.contains("HTTP_X_OWN=y\n"), environment);
        if (System.getenv("HOME") != null) {
            assertFalse(environment.contains("\nHOME="), environment);
        }
    }

    @Test
    void runsByInterpreterAndInTheFolderOfTheScript() throws Exception {
        Files.writeString(root.resolve("cgi-bin/x.own"), PLAIN + "printf '%s ' \"$#\"; ls x.own\n");
        RunningHost host = start(rfc3875(handler -> handler.cgiInterpreters(List.of(".own=/bin/sh"))));
        assertEquals("0 x.own\n", text(ask(host, "GET", "/cgi-bin/x.own?-c+id")));
    }

    @Test
    void refusesToRunAsSomebodyWhomThereIsNot() throws Exception {
        script("x.sh", PLAIN + "printf 'run'\n");
        for (String mode : List.of("documented", "rfc3875")) {
            RunningHost host = start(rfc3875(handler -> {
                handler.cgiMode(mode);
                handler.cgiUser("no-such-user");
            }));
            RawResponse response = ask(host, "GET", "/cgi-bin/x.sh");
            assertEquals(403, response.status());
            assertFalse(text(response).contains("no-such-user"), text(response));
            String log = String.join("\n", host.takeLog());
            assertTrue(log.contains("CGI scripts cannot be run as the user no-such-user: "), log);
        }
    }

    // ---- what is never shown

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/cgi-bin/x.txt",
                "/cgi-bin/x.txt/",
                "/cgi-bin//x.txt",
                "/cgi-bin/./x.txt",
                "//cgi-bin/x.txt",
                "/%63gi-bin/x.txt",
                "/cgi-bin%2fx.txt",
                "/cgi-bin%2Fx.txt",
                "/cgi-bin/%2e/x.txt",
                "/public/../cgi-bin/x.txt",
                "/public/%2e%2e/cgi-bin/x.txt",
                "/public/..%2fcgi-bin/x.txt",
                "/../cgi-bin/x.txt",
                "/cgi-bin/../../cgi-bin/x.txt",
                "/cgi-bin/x.txt%00",
                "/cgi-bin/x.txt%20",
                "/cgi-bin%00/x.txt",
                "/cgi-bin\\x.txt",
                "/cgi-bin%5cx.txt",
                "/CGI-BIN/x.txt",
                "/cgi-bin/X.TXT",
                "/cgi-bin;a/x.txt",
                "/cgi-bin/x.txt;a",
                "/cgi-bin/x.txt?",
                "/cgi-bin/x.txt%3F",
                "/cgi-bin/x.txt%23",
                "/cgi-bin%252fx.txt",
                "/%2563gi-bin/x.txt",
                "/cgi%ad-bin/x.txt",
                "/public/link.txt",
                "/public/folder/x.txt",
                "/public/folder/",
                "/public/index/",
                "/cgi-bin/",
                "/cgi-bin/sub/",
                "/public/folder",
                "http://x/cgi-bin/x.txt"
            })
    void neverShowsASource(String path) throws Exception {
        Files.writeString(root.resolve("cgi-bin/x.txt"), SOURCE);
        Files.createDirectories(root.resolve("public/index"));
        Files.createSymbolicLink(root.resolve("public/link.txt"), root.resolve("cgi-bin/x.txt"));
        Files.createSymbolicLink(root.resolve("public/folder"), root.resolve("cgi-bin"));
        Files.createSymbolicLink(root.resolve("public/index/index.html"), root.resolve("cgi-bin/x.txt"));
        for (HandlerFactory factory : List.of(documented(), rfc3875())) {
            try (RunningHost host = host().start(factory)) {
                String response = new String(host.exchange(latin(request("GET " + path))), StandardCharsets.ISO_8859_1);
                assertFalse(response.contains(SOURCE), response);
                assertFalse(response.contains(">x.txt<"), response);
            }
        }
    }

    @Test
    void showsTheTitleOfItsErrorsEscaped() throws Exception {
        RawResponse response = ask(start(rfc3875()), "GET", "/cgi-bin/%3Cscript%3Ealert(1)");
        assertEquals(404, response.status());
        assertFalse(text(response).contains("<script>"), text(response));
    }

    // ---- scripts that misbehave

    @Test
    void logsWhatAScriptComplainsOf() throws Exception {
        script("x.sh", PLAIN + "printf 'one\\ntwo \\033[31m\\nthree' >&2\n");
        RunningHost host = start(rfc3875());
        assertEquals(200, ask(host, "GET", "/cgi-bin/x.sh").status());
        String log = String.join("\n", host.takeLog());
        assertTrue(log.contains("CGI script /cgi-bin/x.sh: one\n"), log);
        assertTrue(log.contains("CGI script /cgi-bin/x.sh: two \\x1b[31m\n"), log);
        assertTrue(log.contains("CGI script /cgi-bin/x.sh: three"), log);
    }

    @Test
    void takesAFloodOfErrors() throws Exception {
        script(
                "x.sh",
                PLAIN + "dd if=/dev/zero bs=1000 count=2000 2>/dev/null | tr '\\000' '\\n' >&2\nprintf 'done'\n");
        RunningHost host = start(rfc3875());
        assertEquals("done", text(ask(host, "GET", "/cgi-bin/x.sh")));
        assertTrue(host.takeLog().size() < 2000);
    }

    @Test
    void endsAScriptThatNeverEnds() throws Exception {
        script("x.sh", "echo $$ > " + root + "/pid\nwhile :; do sleep 1; done\n");
        RunningHost host = start(rfc3875(handler -> handler.cgiTimeout(Duration.ofMillis(500))));
        assertEquals(504, ask(host, "GET", "/cgi-bin/x.sh").status());
        awaitEnd(root.resolve("pid"));
    }

    @Test
    void endsAScriptThatFallsSilent() throws Exception {
        script("x.sh", PLAIN + "echo $$ > " + root + "/pid\nprintf 'begun'\nsleep 1000\n");
        RunningHost host = start(rfc3875(handler -> handler.cgiIdleTimeout(Duration.ofMillis(500))));
        try (HostClient client = host.connect()) {
            client.send(request("GET /cgi-bin/x.sh"));
            String all = new String(client.readToEnd(), StandardCharsets.ISO_8859_1);
            assertFalse(all.contains("0\r\n\r\n"), all);
        }
        awaitEnd(root.resolve("pid"));
    }

    @Test
    void endsAScriptThatWritesForEver() throws Exception {
        script("x.sh", PLAIN + "echo $$ > " + root + "/pid\nexec cat /dev/zero\n");
        RunningHost host = start(rfc3875(handler -> handler.cgiTimeout(Duration.ofMillis(300))));
        try (HostClient client = host.connect()) {
            client.send(request("GET /cgi-bin/x.sh"));
            byte[] buffer = new byte[65536];
            long all = 0;
            try {
                for (int n = client.input().read(buffer);
                        n >= 0;
                        n = client.input().read(buffer)) {
                    all += n;
                }
            } catch (IOException e) {
                // A connection that is cut may end so.
            }
            assertTrue(all > 1000, () -> "too little came");
        }
        awaitEnd(root.resolve("pid"));
    }

    @Test
    void endsAScriptThatWillNotListenAndItsChildren() throws Exception {
        script(
                "x.sh",
                "trap '' TERM\nsleep 1000 &\necho $! > " + root + "/child\necho $$ > " + root
                        + "/pid\nwhile :; do sleep 1; done\n");
        RunningHost host = start(rfc3875(handler -> handler.cgiTimeout(Duration.ofMillis(300))));
        assertEquals(504, ask(host, "GET", "/cgi-bin/x.sh").status());
        awaitEnd(root.resolve("pid"));
        awaitEnd(root.resolve("child"));
    }

    @Test
    void doesNotWaitForWhatAScriptLeavesBehind() throws Exception {
        script("x.sh", PLAIN + "sleep 1000 &\necho $! > " + root + "/child\nprintf 'done'\n");
        RunningHost host = start(rfc3875());
        assertEquals("done", text(ask(host, "GET", "/cgi-bin/x.sh")));
        long child = Long.parseLong(Files.readString(root.resolve("child")).strip());
        ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void endsAScriptWhoseClientHasGone() throws Exception {
        script("x.sh", PLAIN + "echo $$ > " + root + "/pid\nexec cat /dev/zero\n");
        RunningHost host = start(rfc3875());
        try (HostClient client = host.connect()) {
            client.send(request("GET /cgi-bin/x.sh"));
            client.read(100);
        }
        awaitEnd(root.resolve("pid"));
    }

    @Test
    void runsNoMoreScriptsAtOnceThanItMay() throws Exception {
        script("x.sh", PLAIN + "echo $$ > " + root + "/pid\nwhile [ ! -e " + root + "/go ]; do sleep 0.05; done\n");
        RunningHost host = start(rfc3875(handler -> {
            handler.cgiMaxScripts(1);
            handler.cgiQueue(0);
        }));
        try (HostClient first = host.connect()) {
            first.send(request("GET /cgi-bin/x.sh"));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
            while (!Files.exists(root.resolve("pid"))) {
                assertTrue(System.nanoTime() < deadline, "the script has not begun");
                Thread.onSpinWait();
            }
            assertEquals(503, ask(host, "GET", "/cgi-bin/x.sh").status());
            Files.createFile(root.resolve("go"));
            assertEquals(200, first.readResponse("GET").status());
        }
        assertEquals(200, ask(host, "GET", "/cgi-bin/x.sh").status());
    }
}
