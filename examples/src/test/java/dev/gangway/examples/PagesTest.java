package dev.gangway.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.Answer;
import dev.gangway.contract.FixtureTree;
import dev.gangway.contract.Transcript;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.Handler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.testing.HandlerTester;
import dev.gangway.testing.TestExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Takes every Java snippet out of the pages for porters, compiles it and runs it. The comment above a snippet says how:
 * {@code plays: NAME} sends it the requests recorded with the original of that name, {@code main} runs its main method,
 * {@code junit} its tests; {@code used below} is compiled for another snippet. {@code part of: NAME} stands above lines of the port of that name, which is compiled and played by
 * other tests; three dots stand for lines left out.
 */
class PagesTest {
    private static final String PART = "part of: ";
    private static final Pattern DOTS = Pattern.compile("\n(?://|#) …");

    @TempDir
    Path temporary = Path.of("");

    @TestFactory
    Stream<DynamicTest> portingGuide() throws IOException {
        try (Stream<Path> chapters = Files.list(Path.of("..", "docs", "porting"))) {
            return tests(chapters.map(chapter -> "porting/" + chapter.getFileName())
                    .sorted()
                    .toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> testingGuide() throws IOException {
        return tests(List.of("testing.md"));
    }

    @TestFactory
    Stream<DynamicTest> hostsGuide() throws IOException {
        return tests(List.of("hosts.md"));
    }

    private Stream<DynamicTest> tests(List<String> names) throws IOException {
        Page page = Page.read(names);
        List<String> sources = page.blocks().stream()
                .filter(block -> block.language().equals("java"))
                .filter(block -> !block.directive().equals("imports")
                        && !block.directive().startsWith(PART))
                .map(block -> Snippet.unit(page.imports(), block.code()))
                .toList();
        Snippet snippets = new Snippet(sources, temporary.resolve("classes"));
        return page.blocks().stream()
                .filter(block -> !block.directive().equals("imports"))
                .filter(block ->
                        block.language().equals("java") || block.language().equals("python"))
                .map(block -> DynamicTest.dynamicTest(
                        block.page() + " line " + block.line() + " " + block.language() + " " + block.directive(),
                        () -> check(snippets, block)));
    }

    private void check(Snippet snippets, Page.Block block) throws Exception {
        if (block.language().equals("python")) {
            isPartOfAnOriginal(block.code());
            return;
        }
        if (block.directive().startsWith(PART)) {
            String name = block.directive().substring(PART.length());
            Path port = Path.of("src", "main", "java", "dev", "gangway", "examples", className(name) + ".java");
            assertTrue(holds(Files.readString(port), block.code()), "these lines are not in " + port);
            return;
        }
        Class<?> type = snippets.load(block.code());
        if (block.directive().equals("used below")) {
            return;
        }
        if (block.directive().startsWith("plays: ")) {
            play(type, block.directive().substring("plays: ".length()));
        } else if (block.directive().equals("junit")) {
            runTests(type);
        } else {
            assertEquals("main", block.directive(), "how is this snippet run?");
            type.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
    }

    /** Originals are run by other tests; code that is no handler says where it belongs. */
    private static void isPartOfAnOriginal(String code) throws IOException {
        if (code.startsWith("# in Python")) {
            return;
        }
        try (Stream<Path> originals = Files.list(Path.of("src", "main", "python", "legacy"))) {
            for (Path original :
                    originals.filter(file -> file.toString().endsWith(".py")).toList()) {
                if (holds(Files.readString(original), code)) {
                    return;
                }
            }
        }
        assertEquals("", code, "this is in none of the originals");
    }

    private static String className(String name) {
        return Pattern.compile("(?:^|-)(.)")
                .matcher(name)
                .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }

    /** Tells whether a file has the lines of a snippet in their order; where it has three dots, more may come between. */
    private static boolean holds(String file, String snippet) {
        String rest = unindented(file);
        for (String part : DOTS.split(unindented(snippet), -1)) {
            int at = rest.indexOf(part);
            if (at < 0) {
                return false;
            }
            rest = rest.substring(at + part.length());
        }
        return true;
    }

    private static String unindented(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> "\n" + line)
                .collect(Collectors.joining());
    }

    private void play(Class<?> type, String original) throws Exception {
        List<String> names = Recordings.names().stream()
                .filter(name -> name.startsWith(original + "."))
                .toList();
        assertFalse(names.isEmpty(), original);
        for (String name : names) {
            Transcript recorded = Recordings.stored(name);
            Path directory = Files.createTempDirectory(temporary, "site");
            FixtureTree.build(recorded.fixture(), directory);
            TestExchange exchange = HandlerTester.of(factory(type, directory)).raw(recorded.request());
            Answer actual = Answer.of(
                    exchange.rawBytes(), exchange.logLines(), !exchange.errors().isEmpty());
            assertEquals(recorded.answer().text(), actual.text(), name);
        }
    }

    private static HandlerFactory factory(Class<?> type, Path directory) {
        List<String> shared = new CopyOnWriteArrayList<>(List.of("first!"));
        return () -> {
            var constructor = type.getConstructors()[0];
            Handler handler = (Handler)
                    (constructor.getParameterCount() == 0
                            ? constructor.newInstance()
                            : constructor.newInstance(shared));
            if (handler instanceof SimpleHTTPRequestHandler files) {
                files.directory(directory);
            }
            return handler;
        };
    }

    private static void runTests(Class<?> type) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(type))
                                .build(),
                        listener);
        assertTrue(listener.getSummary().getTestsSucceededCount() > 0, "no test ran");
        listener.getSummary().getFailures().forEach(failure -> {
            throw new AssertionError(failure.getTestIdentifier().getDisplayName(), failure.getException());
        });
    }
}
