package dev.gangway.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.contract.Answer;
import dev.gangway.contract.AnswerView;
import dev.gangway.contract.FixtureTree;
import dev.gangway.contract.Host;
import dev.gangway.contract.HostDifference;
import dev.gangway.contract.RunningHost;
import dev.gangway.contract.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends to each port the requests that were recorded with its original, and compares what comes back: every byte but
 * the values of {@code Server} and {@code Date}, and every line of the log.
 */
abstract class ExamplesContract {
    @TempDir
    Path temporary = Path.of("");

    /** Returns the host under test. */
    abstract Host host();

    /** Returns how answers of this host are compared. */
    AnswerView view() {
        return AnswerView.EXACT;
    }

    /** Returns the difference of this host that makes a transcript pointless on it, if there is one. */
    Optional<HostDifference> ruledOut(Transcript transcript) {
        return Optional.empty();
    }

    @TestFactory
    Stream<DynamicContainer> pairs() {
        Map<String, Stream.Builder<DynamicTest>> groups = new TreeMap<>();
        for (String name : Recordings.names()) {
            String[] parts = name.split("\\.", 2);
            groups.computeIfAbsent(parts[0], key -> Stream.builder())
                    .add(DynamicTest.dynamicTest(parts[1], () -> play(Recordings.stored(name))));
        }
        return groups.entrySet().stream()
                .map(group -> DynamicContainer.dynamicContainer(
                        group.getKey(), group.getValue().build()));
    }

    private void play(Transcript recorded) throws Exception {
        ruledOut(recorded).ifPresent(difference -> Assumptions.abort(difference.reason()));
        Path directory = Files.createTempDirectory(temporary, "site");
        FixtureTree.build(recorded.fixture(), directory);
        try (RunningHost server = host().start(Examples.factory(recorded.handler(), directory))) {
            byte[] response = server.exchange(recorded.request());
            List<Throwable> errors = server.takeErrors();
            Answer actual = Answer.of(response, server.takeLog(), !errors.isEmpty());
            assertEquals(
                    view().show(recorded, recorded.answer()),
                    view().show(recorded, actual),
                    () -> errors.isEmpty() ? "" : "thrown: " + errors);
        }
    }
}
