package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays every recorded transcript to a host and compares what comes back, byte for byte but for {@code Server}, {@code
 * Date} and the dates of the log, with what CPython answered. Where Gangway differs on purpose, its own answer lies
 * beside and names the entry of the list of differences; it is compared as strictly.
 *
 * <p>With the system property {@code gangway.golden.actual}, what came back is written below that folder wherever it is
 * not the expected one, in the form of a transcript.
 */
public abstract class GoldenTest implements OnHost {
    private final Map<String, RunningHost> running = new HashMap<>();
    private final Map<String, Path> trees = new HashMap<>();

    @TempDir
    Path temporary = Path.of("");

    /**
     * Returns how answers of this host are compared. A host whose container frames responses itself returns a view that
     * makes equal what RFC 9110 calls equal (the order and case of fields, the framing), and nothing more.
     */
    protected AnswerView view() {
        return AnswerView.EXACT;
    }

    /**
     * Returns the difference of this host that makes it answer a transcript otherwise, if there is one. The test fails if the
     * answer is the expected one all the same.
     */
    protected Optional<HostDifference> ruledOut(Transcript transcript) {
        return Optional.empty();
    }

    @TestFactory
    Stream<DynamicContainer> transcripts() {
        Map<String, Stream.Builder<DynamicTest>> groups = new TreeMap<>();
        for (String version : Transcript.VERSIONS) {
            for (String name : Transcript.namesOf(version)) {
                String group = name.substring(0, name.indexOf('/'));
                groups.computeIfAbsent(version + " " + group, key -> Stream.builder())
                        .add(DynamicTest.dynamicTest(name.substring(group.length() + 1), () -> play(name, version)));
            }
        }
        return groups.entrySet().stream()
                .map(group -> DynamicContainer.dynamicContainer(
                        group.getKey(), group.getValue().build()));
    }

    private void play(String name, String version) throws Exception {
        Transcript recorded = Transcript.recorded(name, version);
        Optional<HostDifference> difference = ruledOut(recorded);
        if (difference.isPresent()) {
            playInVain(recorded, difference.get());
        } else {
            playInFull(recorded);
        }
    }

    /** A transcript is left out only as long as it has to be. */
    private void playInVain(Transcript recorded, HostDifference difference) throws Exception {
        Transcript expected = recorded.ours().orElse(recorded);
        RunningHost server = hostFor(recorded);
        server.takeLog();
        server.takeErrors();
        // The client ends its side, or some hosts would keep the connection until they have waited for long enough.
        byte[] response = server.exchange(recorded.request());
        Answer actual =
                Answer.of(response, server.takeLog(), !server.takeErrors().isEmpty());
        assertNotEquals(
                view().show(expected, expected.answer()),
                view().show(expected, actual),
                () -> expected + " needs no exception for \"" + difference.reason() + "\"");
    }

    private void playInFull(Transcript recorded) throws Exception {
        Transcript expected = recorded.ours().orElse(recorded);
        RunningHost server = hostFor(recorded);
        server.takeLog();
        server.takeErrors();
        byte[] response =
                recorded.halfCloses() ? server.exchange(recorded.request()) : server.exchangeOpen(recorded.request());
        List<Throwable> errors = server.takeErrors();
        Answer actual = Answer.of(response, server.takeLog(), !errors.isEmpty());
        String wanted = view().show(expected, expected.answer());
        String got = view().show(expected, actual);
        if (!wanted.equals(got)) {
            keep(recorded, actual);
        }
        assertEquals(wanted, got, () -> explain(expected, errors));
    }

    private static String explain(Transcript expected, List<Throwable> errors) {
        String whose =
                expected.difference() == 0 ? "CPython's answer" : "our answer by difference " + expected.difference();
        return expected + ", " + whose + (errors.isEmpty() ? "" : ", thrown: " + errors);
    }

    private RunningHost hostFor(Transcript transcript) throws Exception {
        String key = transcript.version() + " " + transcript.handler() + " " + transcript.protocol() + " "
                + transcript.fixture();
        RunningHost server = running.get(key);
        if (server == null) {
            server = host().start(GoldenHandlers.factory(transcript, tree(transcript.fixture())));
            running.put(key, server);
        }
        return server;
    }

    private Path tree(String fixture) throws IOException {
        Path tree = trees.get(fixture);
        if (tree == null) {
            tree = Files.createDirectory(temporary.resolve(fixture));
            FixtureTree.build(fixture, tree);
            trees.put(fixture, tree);
        }
        return tree;
    }

    private static void keep(Transcript transcript, Answer actual) throws IOException {
        String folder = System.getProperty("gangway.golden.actual", "");
        if (!folder.isEmpty()) {
            Path file = Path.of(folder, transcript.version(), transcript.name() + ".txt");
            Files.createDirectories(file.getParent());
            Map<String, String> meta = new LinkedHashMap<>();
            meta.put("difference", "?");
            if (actual.raised()) {
                meta.put("raised", "yes");
            }
            StringBuilder text = new StringBuilder();
            meta.forEach((key, value) -> text.append(key + ": " + value + "\n"));
            text.append(actual.text().replace("--- raised\n", ""));
            Files.writeString(file, text, StandardCharsets.US_ASCII);
        }
    }

    @AfterEach
    final void stopHosts() {
        running.values().forEach(RunningHost::close);
        running.clear();
    }
}
