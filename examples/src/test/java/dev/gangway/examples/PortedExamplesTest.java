package dev.gangway.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.contract.Answer;
import dev.gangway.contract.FixtureTree;
import dev.gangway.contract.Transcript;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.Handler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.porting.UnportedException;
import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.cli.Words;
import dev.gangway.testing.HandlerTester;
import dev.gangway.testing.TestExchange;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code gangway port} translates the originals, with no edit by hand; its Java passes {@code -Xlint:all} and answers the recorded requests as the originals
 * did.
 */
class PortedExamplesTest {
    /** Modules that give functions to a server of Python's library and have no handler class to translate. */
    private static final List<String> WITHOUT_HANDLER = List.of("doc_pages", "doc_xml_rpc", "wsgi_apps", "xml_rpc");

    @TempDir
    static Path temporary = Path.of("");

    private static final Map<String, Integer> STATUS = new TreeMap<>();
    private static final Map<String, String> REPORT = new TreeMap<>();

    @BeforeAll
    static void port() throws IOException {
        Assumptions.assumeTrue(Python.any().isPresent(), "no python3");
        List<String> words = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-proc:none", "-cp", classPath()));
        words.addAll(List.of("-d", temporary.resolve("classes").toString()));
        for (Path original : originals()) {
            String module = module(original);
            Path into = temporary.resolve(module);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
            String[] command = {"port", original.toString(), "--into", into.toString(), "--package", "ported." + module
            };
            STATUS.put(module, Words.run(stream, stream, command));
            REPORT.put(module, said.toString(StandardCharsets.UTF_8));
            if (Files.isDirectory(into)) {
                REPORT.put(module, Files.readString(into.resolve("PORTING.txt")));
                try (Stream<Path> files = Files.walk(into)) {
                    files.map(Path::toString)
                            .filter(file -> file.endsWith(".java"))
                            .forEach(words::add);
                }
            }
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, said, said, words.toArray(new String[0]));
        assertEquals(0, status, said.toString(StandardCharsets.UTF_8));
    }

    private static List<Path> originals() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "python", "legacy"))) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .toList();
        }
    }

    private static String module(Path original) {
        return original.getFileName().toString().replace(".py", "");
    }

    private static String classPath() {
        return Stream.of(SimpleHTTPRequestHandler.class, UnportedException.class, HTTPServer.class)
                .map(type -> Path.of(java.net.URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .reduce(System.getProperty("java.class.path"), (one, other) -> one + File.pathSeparator + other);
    }

    @TestFactory
    Stream<DynamicTest> answerAsTheOriginalsDo() throws IOException {
        return originals().stream()
                .map(PortedExamplesTest::module)
                .map(module -> DynamicTest.dynamicTest(module, () -> compare(module)));
    }

    private static void compare(String module) throws Exception {
        int expected = WITHOUT_HANDLER.contains(module) ? 1 : 0;
        assertEquals(expected, STATUS.get(module), REPORT.get(module));
        if (expected == 1) {
            return;
        }
        URL[] classes = {temporary.resolve("classes").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, PortedExamplesTest.class.getClassLoader())) {
            String prefix = module.replace('_', '-') + ".";
            for (String name : Recordings.names()) {
                if (name.startsWith(prefix)) {
                    play(name, loader.loadClass("ported." + module + "." + className(module)));
                }
            }
        }
    }

    private static void play(String name, Class<?> type) throws Exception {
        Transcript recorded = Recordings.stored(name);
        Path directory = Files.createTempDirectory(temporary, "site");
        FixtureTree.build(recorded.fixture(), directory);
        HandlerTester tester = HandlerTester.of(factory(type, directory));
        configure(type, tester);
        TestExchange exchange = tester.raw(recorded.request());
        Answer actual = Answer.of(
                exchange.rawBytes(), exchange.logLines(), !exchange.errors().isEmpty());
        assertEquals(
                recorded.answer().text(),
                actual.text(),
                () -> name + (exchange.errors().isEmpty() ? "" : ", thrown: " + exchange.errors()));
    }

    /** Calls the module's {@code configure(server)}, as the program that recorded the originals did. */
    private static void configure(Class<?> type, HandlerTester tester) throws ReflectiveOperationException {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals("configure")) {
                method.setAccessible(true);
                method.invoke(null, tester.server());
            }
        }
    }

    private static String className(String module) {
        StringBuilder name = new StringBuilder();
        for (String part : module.split("_", -1)) {
            name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
        }
        return name.toString();
    }

    /** Makes handlers as the catalogue of the examples does: one takes the book, and those that serve files get a folder. */
    private static HandlerFactory factory(Class<?> type, Path directory) {
        List<String> book = new ArrayList<>(List.of("first!"));
        return () -> {
            Constructor<?> constructor = type.getConstructors()[0];
            Object handler =
                    constructor.getParameterCount() == 0 ? constructor.newInstance() : constructor.newInstance(book);
            if (handler instanceof SimpleHTTPRequestHandler files) {
                files.directory(directory);
            }
            return (Handler) handler;
        };
    }
}
