package dev.gangway.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.contract.FixtureTree;
import dev.gangway.contract.Transcript;
import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.ThreadingHTTPServer;
import dev.gangway.standalone.porting.PortingTools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The tools for porters, on the pairs. */
class ToolsTest {
    @TempDir
    Path temporary = Path.of("");

    /** {@code gangway compare} finds no difference between an original that it starts and its port. */
    @TestFactory
    Stream<DynamicTest> comparePairs() {
        Optional<String> python = Python.reference();
        return modules().stream()
                .map(module -> DynamicTest.dynamicTest(module, () -> {
                    Assumptions.assumeTrue(python.isPresent(), "needs Python 3.13");
                    compare(python.orElseThrow(), module);
                }));
    }

    /** {@code gangway outline} prints a class for every original, and what it prints compiles. */
    @TestFactory
    Stream<DynamicTest> outlineOriginals() {
        return modules().stream().map(module -> DynamicTest.dynamicTest(module, () -> outline(module)));
    }

    private static Set<String> modules() {
        Set<String> modules = new TreeSet<>();
        Recordings.names().forEach(name -> modules.add(name.substring(0, name.indexOf('.'))));
        return modules;
    }

    private void compare(String python, String module) throws IOException {
        Path requests = Files.createTempDirectory(temporary, "requests");
        String handler = "";
        for (String name : Recordings.names()) {
            if (name.startsWith(module + ".")) {
                Transcript recorded = Recordings.stored(name);
                Files.write(requests.resolve(name + ".request"), recorded.request());
                handler = recorded.handler();
            }
        }
        Path files = Files.createTempDirectory(temporary, "port");
        FixtureTree.build("examples", files);
        Path originals = Files.createTempDirectory(temporary, "original");
        String original = "%s '%s' %s {port} '%s'"
                .formatted(python, Python.script("run_example.py"), module.replace('-', '_'), originals);
        try (HTTPServer server =
                new ThreadingHTTPServer(new InetSocketAddress("127.0.0.1", 0), Examples.factory(handler, files))) {
            Thread thread = new Thread(server::serveForever, "port of " + module);
            thread.setDaemon(true);
            thread.start();
            String port = "http://127.0.0.1:" + server.serverPort();
            check("compare", "--requests", requests.toString(), original, port);
        }
    }

    private void outline(String module) throws Exception {
        Path original = Path.of("src", "main", "python", "legacy", module.replace('-', '_') + ".py");
        String java = check("outline", original.toString());
        Snippet.load("", java, Files.createTempDirectory(temporary, "outline"));
    }

    private static String check(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = PortingTools.run(stream, stream, arguments);
        assertEquals(0, status, () -> out.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
