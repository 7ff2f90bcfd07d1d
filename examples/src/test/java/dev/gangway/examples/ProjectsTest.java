package dev.gangway.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.standalone.cli.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The projects that {@code gangway new} and {@code gangway port --project} write, as far as they can be looked at without Maven: release/rehearse.sh
 * builds and runs them.
 */
class ProjectsTest {
    private static final Path PYTHON = Path.of("src", "main", "python", "legacy", "four_steps.py");
    private static final Pattern PLUGIN =
            Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)</version>");
    private static final List<String> BUILD =
            List.of(".gitignore", ".mvn/wrapper/maven-wrapper.properties", "README.md", "mvnw", "mvnw.cmd", "pom.xml");
    private static final List<String> WEB =
            List.of("src/main/webapp/WEB-INF/web.xml", "src/test/java/com/example/RunWar.java");

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"war", "jar"})
    void newProjectIsWhole(String packaging) throws Exception {
        Path project = folder.resolve("hello");
        run("new", "--" + packaging, project.toString());
        List<String> files = new ArrayList<>(BUILD);
        files.addAll(List.of("src/main/java/com/example/Hello.java", "src/test/java/com/example/HelloTest.java"));
        files.addAll(packaging.equals("war") ? WEB : List.of("src/main/java/com/example/Main.java"));
        assertEquals(files.stream().sorted().toList(), files(project));
        assertIsWhole(project);
        runTests(compile(project), "com.example.HelloTest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"war", "jar"})
    void portedProjectIsWhole(String packaging) throws Exception {
        needsPython();
        Path recorded = Files.createDirectory(folder.resolve("recorded"));
        Files.writeString(recorded.resolve("0001-GET.request"), "GET / HTTP/1.0\r\n\r\n");
        Files.writeString(recorded.resolve("0001-GET.response"), "HTTP/1.0 200 OK\r\n\r\n");
        Files.writeString(recorded.resolve("notes.txt"), "mine");
        Path project = folder.resolve("ported");
        List<String> line = List.of(
                "port", PYTHON.toString(), "--into", project.toString(), "--package", "com.example", "--project");
        String[] words = Stream.concat(line.stream(), Stream.of(packaging, "--requests", recorded.toString()))
                .toArray(String[]::new);
        run(words);
        List<String> files = new ArrayList<>(BUILD);
        files.addAll(List.of(
                "PORTING.txt",
                "src/main/java/com/example/FourSteps.java",
                "src/test/java/com/example/RecordingsTest.java",
                "src/test/recordings/0001-GET.request",
                "src/test/recordings/0001-GET.response",
                "src/test/recordings/README.md"));
        files.addAll(packaging.equals("war") ? WEB : List.of());
        assertEquals(files.stream().sorted().toList(), files(project));
        assertIsWhole(project);
        compile(project);

        if (packaging.equals("jar")) {
            Files.writeString(project.resolve("README.md"), "mine");
            assertTrue(run(words).contains("Kept as they were: "), "says what is kept");
            assertEquals("mine", Files.readString(project.resolve("README.md")));
        }
    }

    /** A plugin has one version, in the build of Gangway and in what it writes. */
    @Test
    void pluginsHaveTheVersionsOfThisBuild() throws IOException {
        Map<String, String> ours = plugins(Files.readString(Path.of("..", "pom.xml")));
        for (String packaging : List.of("war", "jar")) {
            Path project = folder.resolve(packaging);
            run("new", "--" + packaging, project.toString());
            plugins(Files.readString(project.resolve("pom.xml")))
                    .forEach((plugin, version) -> assertEquals(ours.get(plugin), version, plugin));
        }
    }

    private static Map<String, String> plugins(String pom) {
        Map<String, String> plugins = new TreeMap<>();
        PLUGIN.matcher(pom).results().forEach(plugin -> plugins.put(plugin.group(1), plugin.group(2)));
        return plugins;
    }

    private static List<String> files(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> project.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static void assertIsWhole(Path project) throws Exception {
        for (String name : files(project)) {
            Path file = project.resolve(name);
            if (name.endsWith(".xml")) {
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            }
            if (!name.startsWith("mvnw") && !name.startsWith("src/test/recordings")) {
                String text = Files.readString(file);
                assertTrue(!text.contains("${project.") || name.equals("pom.xml"), name);
                assertTrue(!Pattern.compile("@[a-z]+@").matcher(text).find(), () -> name + ": " + text);
            }
        }
        assertTrue(Files.isExecutable(project.resolve("mvnw")), "mvnw can be run");
    }

    private static void needsPython() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("python3", "-c", "import ast").start();
            Assumptions.assumeTrue(process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0, "no python3");
        } catch (IOException e) {
            Assumptions.abort("no python3");
        }
    }

    private static String run(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertEquals(0, Words.run(stream, stream, words), () -> said.toString(StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    /** Compiles all but the program that starts Jetty, which is not on this class path. */
    private Path compile(Path project) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> words =
                new ArrayList<>(List.of("-proc:none", "-Xlint:all", "-Werror", "-cp", classPath, "-d", classes + ""));
        files(project).stream()
                .filter(name -> name.endsWith(".java") && !name.endsWith("RunWar.java"))
                .forEach(name -> words.add(project.resolve(name).toString()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, said, said, words.toArray(new String[0]));
        assertEquals(0, status, () -> said.toString(StandardCharsets.UTF_8));
        return classes;
    }

    private static void runTests(Path classes, String type) throws Exception {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectClass(loader.loadClass(type)))
                                    .build(),
                            listener);
        }
        assertEquals(
                0,
                listener.getSummary().getTotalFailureCount(),
                () -> listener.getSummary().getFailures() + "");
        assertTrue(listener.getSummary().getTestsSucceededCount() > 0, "no test ran");
    }
}
