package dev.gangway.standalone.porting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.standalone.cli.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTest {
    private static final String MODULE = """
            import BaseHTTPServer

            class Config(object):
                do_nothing = 1

            def make(db):
                class Inner(BaseHTTPServer.BaseHTTPRequestHandler):
                    '''Says
            class NotAClass(BaseHTTPRequestHandler):
                    nothing.'''
                    protocol_version = 'HTTP/1.1'
                    limit = 10

                    def do_GET(self):
                        data = self.rfile.read()
                        print data
                        if True: # def not_a_method(self):
                            pass

                    do_POST = do_PUT = do_GET

                    def log_message(self, format, *args): pass

                    def _reply(self, code,
                               text="a, b", default=None):
                        self.send_response(code)
                return Inner

            class Outer(Inner):
                def end_headers(self): pass
            """;

    /** The numbers in brackets behind an advice are chapters of the porting guide, which are numbered without a gap. */
    @Test
    void namesChaptersThatAreThere() throws IOException {
        List<Integer> chapters = new ArrayList<>();
        try (Stream<Path> pages = Files.list(Path.of("..", "docs", "porting"))) {
            for (Path page : pages.toList()) {
                Matcher heading = Pattern.compile("# ([0-9]+)\\. .*")
                        .matcher(Files.readAllLines(page).get(0));
                if (heading.matches()) {
                    chapters.add(Integer.valueOf(heading.group(1)));
                }
            }
        }
        Collections.sort(chapters);
        assertEquals(IntStream.rangeClosed(1, chapters.size()).boxed().toList(), chapters);
        List<String> lost = Decision.ALL.stream()
                .map(Decision::advice)
                .filter(advice -> !Pattern.compile("[0-9]+(?=(?:, [0-9]+)*\\)$)")
                        .matcher(advice)
                        .results()
                        .allMatch(number -> chapters.contains(Integer.valueOf(number.group()))))
                .toList();
        assertEquals(List.of(), lost);
    }

    @Test
    void findsHandlersAndTheirMembers() {
        List<PythonClass> handlers = PythonModule.parse(MODULE).handlers();
        assertEquals(
                List.of("Inner", "Outer"),
                handlers.stream().map(PythonClass::name).toList());
        PythonClass inner = handlers.get(0);
        assertEquals(
                List.of("do_GET", "log_message", "_reply"),
                inner.methods().stream().map(PythonClass.Method::name).toList());
        assertEquals(
                List.of("code", "text=\"a, b\"", "default=None"),
                inner.methods().get(2).parameters());
        assertEquals(
                List.of(List.of("protocol_version"), List.of("limit"), List.of("do_POST", "do_PUT")),
                inner.attributes().stream().map(PythonClass.Attribute::names).toList());
    }

    @Test
    void writesASkeletonWithDecisions() {
        String java = new JavaOutline("old.py", MODULE).write();
        assertTrue(java.contains("//   line 15: reads to the end: readAllBytes() ends with the body (5)\n"), java);
        assertTrue(java.contains("public class Inner extends BaseHTTPRequestHandler {\n"), java);
        assertTrue(java.contains("        protocolVersion(\"HTTP/1.1\");\n        // line 12: limit = 10\n"), java);
        assertTrue(java.contains("    public void do_PUT() throws IOException {\n        do_GET();\n"), java);
        assertTrue(
                java.contains("    @Override\n    public void logMessage(String format, Object... args) {\n    }\n"),
                java);
        assertTrue(java.contains("    private void reply(Object code, Object text, Object defaultValue)"), java);
        assertTrue(java.contains("class Outer extends Inner {"), java);
        assertTrue(java.contains("        // data = self.rfile.read()\n"), java);
    }

    @ParameterizedTest(name = "{0}.{1}: {2}")
    @CsvSource({
        "BaseHTTPRequestHandler, do_GET, true",
        "SimpleHTTPRequestHandler, do_GET, false",
        "SimpleHTTPRequestHandler, do_POST, true",
        "CGIHTTPRequestHandler, do_POST, false",
        "CGIHTTPRequestHandler, do_PUT, true",
    })
    void knowsWhichMethodsTheBaseClassHas(String base, String method, boolean decides) {
        String module = "class H(" + base + "):\n    def do_PUT(self):\n        super()." + method + "()\n";
        String java = new JavaOutline("old.py", module).write();
        assertEquals(decides, java.contains("the base class has no such method"), java);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H.extensions_map['.wasm'] = 'application/wasm'",
                "H.extensions_map.update({'.wasm': 'application/wasm'})",
                "H.protocol_version = \"HTTP/1.1\"",
                "H.limits['a']['b'] = 1",
            })
    void keepsWhatIsSetOutsideOfTheClass(String statement) {
        String module =
                "class H(BaseHTTPRequestHandler):\n    def do_GET(self):\n        pass\n\nif __name__ == '__main__':\n    "
                        + statement + "\n    if H.other == 1:\n        pass\n";
        String java = new JavaOutline("old.py", module).write();
        assertTrue(java.contains("    public H() {\n        // line 6: " + statement + "\n    }\n"), java);
    }

    private static final String COPY = """
            import BaseHTTPServer
            LIMIT = 3
            unused = 4

            class SimpleHTTPRequestHandler(BaseHTTPServer.BaseHTTPRequestHandler):
                def send_head(self):
                    return None
                def translate_path(self, path): return path
                def guess_type(self, path): return "text/plain"

                def check(self):
                    if self.path:
                        return True
                    return False

                # -------- the next
                def path(self):
                    self.headers['a']
                    return self.send_error(404)

                def new(self): return "%d" % LIMIT
                def any(self):
                    self.headers['b']
                    return shout(self.path)

            def shout(text):
                return text.upper()
            """;

    @Test
    void compilesForACopyOfTheHandlerOfFiles(@TempDir Path folder) throws IOException {
        String java = new JavaOutline("copy.py", COPY).write();
        assertTrue(java.contains("//   line 1: Python 2: "), java);
        assertTrue(java.contains("//   line 5: a copy of SimpleHTTPRequestHandler: extend that"), java);
        assertTrue(java.contains("//   lines 18, 23: None if the field is missing"), java);
        assertTrue(java.contains("//   line 2: LIMIT\n//   line 26: shout()\n\nimport"), java);
        assertTrue(java.contains("    public InputStream sendHead() throws IOException {"), java);
        assertTrue(java.contains("    private boolean check() throws IOException {"), java);
        assertTrue(java.contains("    private void ownPath() throws IOException {"), java);
        assertTrue(java.contains("    private String ownNew() throws IOException {"), java);
        assertTrue(java.contains("    private Object any() throws IOException {"), java);
        assertFalse(java.contains("the next"), java);
        Path source = Files.writeString(folder.resolve("SimpleHTTPRequestHandler.java"), java);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String classes = Path.of(BaseHTTPRequestHandler.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, said, said, "-proc:none", "-cp", classes, "-d", folder.toString(), source.toString());
        assertEquals(0, status, said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void saysThatAModuleHasNoHandler(@TempDir Path folder) throws IOException {
        Path module = Files.writeString(folder.resolve("none.py"), "class A:\n    pass\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(1, Words.run(stream, stream, "outline", module.toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("no handler class in"));
    }
}
