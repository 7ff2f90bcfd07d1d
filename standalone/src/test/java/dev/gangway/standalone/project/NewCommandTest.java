package dev.gangway.standalone.project;

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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code gangway new} with wrong arguments; what it writes is built by {@code ProjectsTest} of the examples. */
class NewCommandTest {
    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest(name = "new {0}")
    @CsvSource(delimiter = '|', textBlock = """
            --war                       | 2 | the following arguments are required: DIRECTORY
            FREE                        | 2 | one of the arguments --war --jar is required
            --war --jar FREE            | 2 | one of the arguments --war --jar is required
            --jar FREE more             | 2 | unrecognized arguments: 'more'
            --war --package Com FREE    | 2 | argument --package: 'Com' is no name of a package, such as com.example
            --war FREE/ö                | 2 | is no name of an artifact in Maven
            --war FREE/-x               | 2 | is no name of an artifact in Maven
            --war TAKEN                 | 1 | TAKEN is there and not empty; name a directory that does not exist
            --war TAKEN/file            | 1 | TAKEN/file is there and no directory; name a directory that does not exist
            --war TAKEN/file/x          | 1 | TAKEN/file/x
            """)
    void saysWhatIsWrong(String line, int status, String complaint) throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("file"), "mine");
        String[] words = ("new " + line)
                .replace("TAKEN", taken.toString())
                .replace("FREE", folder.resolve("free").toString())
                .split(" ", -1);
        assertEquals(status, run(words));
        String expected = complaint.replace("TAKEN", taken.toString());
        assertTrue(said().contains(expected), said());
        assertFalse(Files.exists(folder.resolve("free")), "nothing is written");
        assertEquals("mine", Files.readString(taken.resolve("file")));
    }

    @Test
    void writesIntoNoDirectoryThatIsReadOnly() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        org.junit.jupiter.api.Assumptions.assumeTrue(
                closed.toFile().setWritable(false) && !Files.isWritable(closed), "root may write everywhere");
        assertEquals(1, run("new", "--jar", closed.resolve("project").toString()));
        assertTrue(said().contains("not allowed to use " + closed), said());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "com.example, true",
        "a, true",
        "a1._b, true",
        "'', false",
        "com.new, false",
        "com.true, false",
        "com..example, false",
        "com.example., false",
        "com.1a, false",
        "Com, false",
        "com-example, false",
    })
    void knowsNamesOfPackages(String name, boolean legal) {
        assertEquals(legal, PackageName.isLegal(name));
    }

    @ParameterizedTest
    @CsvSource({"Hello, hello", "HelloWorld, hello-world", "HTTPThing, httpthing", "Page2Handler, page2-handler"})
    void makesNamesForMaven(String type, String artifact) {
        assertEquals(artifact, MavenProject.artifact(type));
    }

    @Test
    void readsNoFolderOfRecordingsThatIsAFile() throws IOException {
        MavenProject project =
                new MavenProject(folder.resolve("project"), Packaging.JAR, "com.example", "hello", "Hello", "Hello");
        project.addRecordings(Files.writeString(folder.resolve("one.http"), "GET / HTTP/1.0\r\n\r\n"));
        try (Stream<Path> content = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("one.http")), content.toList());
        }
    }

    private int run(String... words) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return Words.run(stream, stream, words);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
