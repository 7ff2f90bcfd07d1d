package dev.gangway.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.contract.FixtureTree;
import dev.gangway.contract.Transcript;
import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.ThreadingHTTPServer;
import dev.gangway.standalone.cli.Words;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The tools for porters, on the pairs. */
class ToolsTest {
    private @Nullable Process originals;

    @TempDir
    Path temporary = Path.of("");

    /** {@code gangway compare} finds no difference between an original and its port. */
    @TestFactory
    Stream<DynamicTest> comparePairs() throws IOException {
        Optional<String> python = Python.reference();
        Map<String, Integer> ports = python.isEmpty() ? Map.of() : startOriginals(python.orElseThrow());
        return modules().stream()
                .map(module -> DynamicTest.dynamicTest(module, () -> {
                    Assumptions.assumeTrue(python.isPresent(), "needs Python 3.13");
                    compare("http://127.0.0.1:" + ports.get(module), module);
                }));
    }

    /** The same with a command: the tool starts the original, and stops it. */
    @Test
    void comparesWithAnOriginalThatItStarts() throws IOException {
        Optional<String> python = Python.reference();
        Assumptions.assumeTrue(python.isPresent(), "needs Python 3.13");
        Path originals = Files.createTempDirectory(temporary, "original");
        String script = Python.script("run_example.py");
        compare("%s '%s' four_steps {port} '%s'".formatted(python.orElseThrow(), script, originals), "four-steps");
    }

    /** Handlers of Python's library: these originals have no method to outline. */
    private static final Set<String> FROM_THE_LIBRARY = Set.of("doc-pages", "doc-xml-rpc", "wsgi-apps", "xml-rpc");

    /** {@code gangway outline} prints a class for every original, and what it prints compiles. */
    @TestFactory
    Stream<DynamicTest> outlineOriginals() throws IOException {
        Map<String, String> outlines = new TreeMap<>();
        Set<String> modules = modules();
        modules.removeAll(FROM_THE_LIBRARY);
        for (String module : modules) {
            Path original = Path.of("src", "main", "python", "legacy", module.replace('-', '_') + ".py");
            outlines.put(module, check("outline", original.toString()));
        }
        Snippet classes = new Snippet(List.copyOf(outlines.values()), temporary.resolve("outlines"));
        return outlines.entrySet().stream()
                .map(outline -> DynamicTest.dynamicTest(outline.getKey(), () -> classes.load(outline.getValue())));
    }

    @AfterEach
    void stopOriginals() {
        if (originals != null) {
            originals.descendants().forEach(ProcessHandle::destroy);
            originals.destroy();
        }
    }

    /** Starts all originals, which is quicker than one by one, and returns their ports. */
    private Map<String, Integer> startOriginals(String python) throws IOException {
        Path folder = Files.createTempDirectory(temporary, "originals");
        Process process = new ProcessBuilder(python, Python.script("run_examples.py"), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        originals = process;
        Map<String, Integer> ports = new HashMap<>();
        BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII);
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            String[] words = line.split(" ", 2);
            ports.put(words[0].replace('_', '-'), Integer.parseInt(words[1]));
        }
        return ports;
    }

    private static Set<String> modules() {
        Set<String> modules = new TreeSet<>();
        Recordings.names().forEach(name -> modules.add(name.substring(0, name.indexOf('.'))));
        return modules;
    }

    private void compare(String original, String module) throws IOException {
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
        try (HTTPServer server =
                new ThreadingHTTPServer(new InetSocketAddress("127.0.0.1", 0), Examples.factory(handler, files))) {
            Thread thread = new Thread(server::serveForever, "port of " + module);
            thread.setDaemon(true);
            thread.start();
            String port = "http://127.0.0.1:" + server.serverPort();
            check("compare", "--requests", requests.toString(), original, port);
        }
    }

    private static String check(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = Words.run(stream, stream, arguments);
        assertEquals(0, status, () -> out.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
