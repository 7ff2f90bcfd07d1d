package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the documentation cites are there, in whatever module. */
class CitedTestsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern CLASS = Pattern.compile("\\b[A-Z]\\w+(?:Test|Contract|Fuzz)\\b");
    private static final Pattern NAME = Pattern.compile("`([A-Za-z][\\w-]*)`");
    private static final Pattern TRANSCRIPTS = Pattern.compile("`GoldenTest` ([a-z0-9.-]+/[^;`]+)");
    private static final Pattern LEFT_OUT = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");

    /** The text of every class among the test sources, by its simple name. */
    private static final Map<String, String> SOURCES = new TreeMap<>();

    @BeforeAll
    static void readSources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                read(tests);
            }
        }
        read(ROOT.resolve("examples/spring-boot/test"));
    }

    private static void read(Path tests) throws IOException {
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                SOURCES.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "CONTRIBUTING.md",
                "docs/security.md",
                "docs/rfc9112.md",
                "docs/differences.md",
                "docs/servlet.md"
            })
    void everyClassIsThere(String page) throws IOException {
        List<String> cited = matches(CLASS, Files.readString(ROOT.resolve(page)))
                .map(MatchResult::group)
                .toList();
        assertEquals(
                List.of(),
                cited.stream().filter(name -> !SOURCES.containsKey(name)).toList());
    }

    /** The last column names classes, methods of the classes that it names, groups of transcripts, and transcripts. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"docs/security.md", "docs/rfc9112.md", "docs/differences.md"})
    void everyNameInTheLastColumnIsThere(String page) throws IOException {
        List<String> cells = Files.readAllLines(ROOT.resolve(page)).stream()
                .filter(line -> line.startsWith("| ") && line.endsWith(" |"))
                .map(line -> line.substring(line.lastIndexOf("| ", line.length() - 3) + 2, line.length() - 2))
                .toList();
        assertFalse(cells.isEmpty());
        assertEquals(List.of(), cells.stream().flatMap(CitedTestsTest::missing).toList());
    }

    private static Stream<String> missing(String cell) {
        List<String> names =
                matches(NAME, cell).map(name -> name.group(1)).distinct().toList();
        List<String> classes = names.stream().filter(SOURCES::containsKey).toList();
        Stream<String> missing = names.stream()
                .filter(name -> !classes.contains(name) && !isGroup(name))
                .filter(name -> classes.stream().noneMatch(type -> hasMethod(type, name)))
                .map(name -> name + " in: " + cell);
        return Stream.concat(
                missing, transcripts(cell).filter(name -> !Transcript.names().contains(name)));
    }

    private static boolean isGroup(String name) {
        return Transcript.names().stream().anyMatch(transcript -> transcript.startsWith(name + "/"));
    }

    /** In {@code a/b, c, d/e} the second has the group of the first. */
    private static Stream<String> transcripts(String cell) {
        List<String> transcripts = new ArrayList<>();
        matches(TRANSCRIPTS, cell).forEach(list -> {
            String group = "";
            for (String name : list.group(1).split(", ", -1)) {
                group = name.contains("/") ? name.substring(0, name.indexOf('/') + 1) : group;
                transcripts.add(name.contains("/") ? name : group + name);
            }
        });
        return transcripts.stream();
    }

    /** {@code `Ranges.sendsAPart`} is a method of {@code RangesContract}. */
    @Test
    void everyTestThatContainersLeaveOutIsThere() throws IOException {
        List<MatchResult> cited = Files.readAllLines(ROOT.resolve("docs/servlet.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> matches(LEFT_OUT, line.substring(0, line.indexOf(" | "))))
                .toList();
        assertFalse(cited.isEmpty());
        assertEquals(
                "",
                cited.stream()
                        .filter(test -> !hasMethod(test.group(1) + "Contract", test.group(2)))
                        .map(MatchResult::group)
                        .collect(Collectors.joining(" ")));
    }

    private static boolean hasMethod(String type, String name) {
        return Objects.requireNonNullElse(SOURCES.get(type), "").contains(" void " + name + "(");
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
