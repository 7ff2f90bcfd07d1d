package dev.gangway.standalone.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.standalone.cli.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that CPython and their port run, and that must write the same. */
class PortedLikePythonTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"language.py", "decorators.py", "library.py", "servers.py"})
    void writesWhatPythonWrites(String program) throws Exception {
        Path source = folder.resolve(program);
        try (InputStream in = Objects.requireNonNull(PortedLikePythonTest.class.getResourceAsStream(program))) {
            Files.copy(in, source);
        }
        Path expected = folder.resolve("python.txt");
        python(source, expected);
        Path out = folder.resolve("out");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = Words.run(to, to, "port", source.toString(), "--into", out.toString());
        assertEquals(0, status, () -> said.toString(StandardCharsets.UTF_8) + report(out));
        compile(out);
        Path actual = folder.resolve("java.txt");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {out.resolve("classes").toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> main = loader.loadClass(program.equals("servers.py") ? "Servers" : "H");
            Method start = main.getMethod("main", String[].class);
            start.setAccessible(true);
            start.invoke(null, (Object) new String[] {actual.toString()});
        }
        assertEquals(Files.readString(expected), Files.readString(actual));
    }

    private static String report(Path out) {
        try {
            return Files.readString(out.resolve("PORTING.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void python(Path source, Path result) throws Exception {
        try {
            Process process = new ProcessBuilder("python3", source.toString(), result.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Assumptions.assumeTrue(process.waitFor(20, TimeUnit.SECONDS), "python3 does not end");
            Assumptions.assumeFalse(said.contains("SyntaxError"), "an older python3");
            assertEquals("", said);
        } catch (IOException e) {
            Assumptions.abort("no python3");
        }
    }

    private static void compile(Path out) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-cp",
                ClassPath.text(),
                "-d",
                out.resolve("classes").toString()));
        try (Stream<Path> files = Files.walk(out)) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(words::add);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, said, said, words.toArray(new String[0]));
        assertEquals(0, status, said.toString(StandardCharsets.UTF_8));
    }
}
