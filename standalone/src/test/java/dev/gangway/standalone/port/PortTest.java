package dev.gangway.standalone.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.standalone.cli.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gangway port} as a user calls it. */
class PortTest {
    private static final String MODULE = """
            import json
            from http.server import BaseHTTPRequestHandler, HTTPServer

            import unknown_library

            GREETING = "hello"
            visits = 0


            class Greeter(BaseHTTPRequestHandler):
                \"\"\"Greets.\"\"\"

                protocol_version = "HTTP/1.1"

                def do_GET(self):
                    global visits
                    visits += 1
                    name = self.path.lstrip("/") or "world"  # who
                    self.answer(200, {"text": f"{GREETING} {name}", "visits": visits})

                def do_POST(self):
                    # not known here
                    value = unknown_library.work(self.rfile.read(int(self.headers["Content-Length"])))
                    self.answer(200, value)

                def answer(self, code, value, kind="application/json"):
                    data = json.dumps(value).encode()
                    self.send_response(code)
                    self.send_header("Content-Type", kind)
                    self.send_header("Content-Length", str(len(data)))
                    self.end_headers()
                    self.wfile.write(data)


            if __name__ == "__main__":
                HTTPServer(("127.0.0.1", 8000), Greeter).serve_forever()
            """;

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void needsPython() throws Exception {
        try {
            Process process = new ProcessBuilder("python3", "-c", "import ast").start();
            Assumptions.assumeTrue(process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0, "no python3");
        } catch (IOException e) {
            Assumptions.abort("no python3");
        }
    }

    private int port(String... words) {
        List<String> all = new ArrayList<>(List.of("port"));
        all.addAll(List.of(words));
        return Words.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                all.toArray(new String[0]));
    }

    private int portModule(String module) throws IOException {
        Path file = Files.writeString(folder.resolve("legacy.py"), module);
        return port(file.toString(), "--into", folder.resolve("out").toString());
    }

    private String written(String name) throws IOException {
        return Files.readString(folder.resolve("out").resolve(name));
    }

    private void assertCompiles() throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.resolve("classes").toString()));
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(words::add);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, said, said, words.toArray(new String[0]));
        assertEquals(0, status, said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void leavesWhatItDoesNotKnowAndSaysWhere() throws IOException {
        assertEquals(3, portModule(MODULE));
        String java = written("Greeter.java");
        assertTrue(java.contains("""
                        // value = unknown_library.work(self.rfile.read(int(self.headers["Content-Length"])))
                """), java);
        assertTrue(java.contains("throw new UnportedException(\"legacy.py:23\");"), java);
        assertTrue(java.contains("// who\n"), java);
        assertTrue(java.contains("/** Greets. */"), java);
        List<String> report = written("PORTING.txt").lines().toList();
        assertTrue(report.get(0).startsWith("legacy.py:23: the library unknown_library"), report.get(0));
        assertEquals("23 of 24 statements translated", report.get(report.size() - 1));
        assertCompiles();
    }

    @Test
    void endsWithZeroIfAllIsTranslated() throws IOException {
        String module = MODULE.replace("import unknown_library\n", "").replace("unknown_library.work", "json.loads");
        assertEquals(0, portModule(module), () -> out + " " + err);
        String java = written("Greeter.java");
        assertFalse(java.contains("UnportedException"), java);
        assertTrue(java.contains("public static void main(String[] args) throws IOException {"), java);
        assertTrue(java.contains("protocolVersion(\"HTTP/1.1\");"), java);
        assertTrue(java.contains("new HTTPServer(new InetSocketAddress(\"127.0.0.1\", 8000), Greeter::new)"), java);
        assertCompiles();
    }

    @Test
    void givesAHandlerThatNeedsArgumentsAFactory() throws IOException {
        assertEquals(0, portModule("""
                from functools import partial
                from http.server import BaseHTTPRequestHandler, HTTPServer

                class Named(BaseHTTPRequestHandler):
                    def __init__(self, name, *args, **kwargs):
                        self.name = name
                        super().__init__(*args, **kwargs)

                    def do_GET(self):
                        self.send_response(200, self.name)
                        self.end_headers()

                def make(book):
                    class Book(BaseHTTPRequestHandler):
                        def do_GET(self):
                            self.send_error(404, ", ".join(book))
                    return Book

                if __name__ == "__main__":
                    HTTPServer(("", 0), partial(Named, "x")).handle_request()
                    HTTPServer(("", 0), make(["a"])).handle_request()
                """), () -> err + written2());
        assertTrue(
                written("Named.java").contains("static HandlerFactory factory(String name) {"), written("Named.java"));
        assertTrue(
                written("Book.java").contains("static HandlerFactory factory(List<String> book) {"),
                written("Book.java"));
        assertCompiles();
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            long mains = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(PortTest::hasMain)
                    .count();
            assertEquals(1, mains);
        }
    }

    private String written2() {
        try {
            return written("PORTING.txt");
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean hasMain(Path file) {
        try {
            return Files.readString(file).contains("public static void main(");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void compilesWhereJavaIsStricterThanPythonAboutClasses() throws IOException {
        int status = portModule("""
                from http.server import BaseHTTPRequestHandler, HTTPServer
                import unknown_library


                class Server(HTTPServer):
                    def server_bind(self):
                        self.socket.setsockopt(1, 2, 3)
                        return super().server_bind()


                class Base(object):
                    def __init__(self, host, port):
                        self.host = host
                        self.port = port

                    def read_all(self):
                        return self.host

                    def readAll(self):
                        return self.port


                class Derived(Base):
                    def __init__(self, host):
                        unknown_library.begin(host)
                        super().__init__(host, 80)


                class Greeter(BaseHTTPRequestHandler):
                    def do_GET(self):
                        self.send_response(204)
                        self.end_headers()
                """);
        assertEquals(3, status, err.toString());
        assertCompiles();
    }

    @Test
    void writesIntoAPackage() throws IOException {
        Path file = Files.writeString(folder.resolve("legacy.py"), MODULE);
        assertEquals(3, port(file.toString(), "--into", folder.resolve("out").toString(), "--package", "com.example"));
        assertTrue(written("com/example/Greeter.java").contains("package com.example;\n"));
        assertTrue(Files.exists(folder.resolve("out/PORTING.txt")));
        assertCompiles();
    }

    @Test
    void saysThatThereIsNoHandler() throws IOException {
        assertEquals(1, portModule("x = 1\n"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("no handler class in"));
    }

    @Test
    void saysWhatPythonCannotParse() throws IOException {
        assertEquals(2, portModule("print 'Python 2'\n"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("legacy.py:1: Python 3."), err.toString());
    }

    @Test
    void refusesWrongArguments() throws IOException {
        Path file = Files.writeString(folder.resolve("legacy.py"), MODULE);
        assertEquals(2, port(file.toString()));
        assertEquals(2, port(file.toString(), "--into", "x", "--package", "new.1"));
        assertEquals(2, port(folder.resolve("none.py").toString(), "--into", "x"));
        assertEquals(2, port(file.toString(), "--into", "x", "--python", "no-such-python"));
    }

    @Test
    void classesMayHaveNamesOfJava() throws IOException {
        assertEquals(0, portModule("""
                        from http.server import BaseHTTPRequestHandler

                        class String:
                            def text(self):
                                return "x"

                        class Override:
                            pass

                        class H(BaseHTTPRequestHandler):
                            def do_GET(self):
                                self.send_response(200, String().text())
                                self.end_headers()

                            def log_message(self, *args):
                                pass
                        """));
        assertCompiles();
    }
}
