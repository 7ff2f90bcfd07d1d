package dev.gangway.standalone.porting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        String java = new JavaOutline("old.py", MODULE)
                .write(PythonModule.parse(MODULE).handlers());
        assertTrue(java.contains("//   line 15: reads to the end: readAllBytes() ends with the body (4)\n"), java);
        assertTrue(java.contains("public class Inner extends BaseHTTPRequestHandler {\n"), java);
        assertTrue(java.contains("        protocolVersion(\"HTTP/1.1\");\n        // line 12: limit = 10\n"), java);
        assertTrue(java.contains("    public void do_PUT() throws IOException {\n        do_GET();\n"), java);
        assertTrue(
                java.contains("    @Override\n    public void logMessage(String format, Object... args) {\n    }\n"),
                java);
        assertTrue(java.contains("    private Object reply(Object code, Object text, Object defaultValue)"), java);
        assertTrue(java.contains("class Outer extends Inner {"), java);
        assertTrue(java.contains("        // data = self.rfile.read()\n"), java);
    }

    @Test
    void saysThatAModuleHasNoHandler(@TempDir Path folder) throws IOException {
        Path module = Files.writeString(folder.resolve("none.py"), "class A:\n    pass\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(1, PortingTools.run(stream, stream, "outline", module.toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("no handler class in"));
    }
}
