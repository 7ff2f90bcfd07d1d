package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptTest {
    private static final Set<String> NO_GROUPS = Set.of("fixtures", "3.14", "3.15");
    private static final Path GOLDEN = Path.of("src/test/resources/dev/gangway/contract/golden");

    @Test
    void theIndexNamesEveryRecordedTranscriptAndNoOther() throws IOException {
        assertEquals(transcriptsIn(GOLDEN), new TreeSet<>(Transcript.names()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"3.14", "3.15"})
    void theIndexOfAVersionNamesWhatItAndWeAnswerOtherwise(String version) throws IOException {
        TreeSet<String> names = transcriptsIn(GOLDEN.resolve(version));
        names.addAll(transcriptsIn(GOLDEN.resolve("differences").resolve(version)));
        assertEquals(
                names, new TreeSet<>(Files.readAllLines(GOLDEN.resolve(version).resolve("index.txt"))));
        assertTrue(Transcript.namesOf(version).containsAll(names));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"3.13", "3.14", "3.15"})
    void everyDifferenceBelongsToATranscriptAndDiffersAndNamesItsEntry(String version) throws IOException {
        Path folder = GOLDEN.resolve("differences");
        for (String name : transcriptsIn(version.equals("3.13") ? folder : folder.resolve(version))) {
            Transcript recorded = Transcript.recorded(name, version);
            Transcript ours = recorded.ours().orElseThrow();
            assertNotEquals(recorded.answer().text(), ours.answer().text(), name);
            assertTrue(ours.difference() > 0, name);
        }
    }

    private static TreeSet<String> transcriptsIn(Path folder) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path inside = folder.relativize(file);
                String group = inside.getName(0).toString();
                if (inside.getNameCount() == 2 && !NO_GROUPS.contains(group)) {
                    names.add(group + "/" + inside.getFileName().toString().replaceFirst("\\.txt$", ""));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return names;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    plain                 | abc
                    line ends             | a\\r\\n
                    a tab and a backslash | \\t\\\\
                    a byte                | \\xff
                    a run                 | \\{41*a}
                    a run of a byte       | \\{65536*\\x00}
                    a run of an escape    | \\{50*\\\\}
                    a run of a brace      | \\{50*}}
                    a section's title     | \\x2d-- response
                    a space at the end    | a\\x20
                    """)
    void textIsReadAndWrittenAlike(String what, String text) {
        assertEquals(List.of(text), ByteText.escape(ByteText.unescape(text)), what);
    }

    @Test
    void anyBytesSurvive() {
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            assertArrayEquals(bytes, ByteText.unescape(new ArrayList<>(ByteText.escape(bytes))));
        }
    }
}
