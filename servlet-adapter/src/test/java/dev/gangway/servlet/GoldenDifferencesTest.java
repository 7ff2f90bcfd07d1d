package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in docs/servlet.md says what the tests leave out, and nothing else. */
class GoldenDifferencesTest {
    @Test
    void everyOneIsARecordedTranscript() {
        List<String> names = Transcript.names();
        assertEquals(
                List.of(),
                GoldenDifferences.all().stream()
                        .map(GoldenDifferences::transcript)
                        .filter(name -> !names.contains(name))
                        .toList());
    }

    @Test
    void theDocumentationListsEveryOne() throws Exception {
        String text = Files.readString(Path.of("../docs/servlet.md"));
        List<String> documented = text.lines()
                .filter(line -> line.startsWith("- **"))
                .flatMap(line -> {
                    String group = line.substring(4, line.indexOf("**", 4));
                    String container = line.substring(line.indexOf(", ") + 2, line.indexOf(": "));
                    return Stream.of(line.substring(line.indexOf(": ") + 2).split(", ", -1))
                            .map(name -> group + " " + container + " " + name.replace("`", ""));
                })
                .sorted()
                .toList();
        List<String> left = GoldenDifferences.all().stream()
                .map(row -> row.group() + " " + container(row) + " " + row.transcript())
                .sorted()
                .toList();
        assertTrue(!left.isEmpty());
        assertEquals(left, documented);
    }

    private static String container(GoldenDifferences row) {
        if (row.containers().equals(List.of("jetty", "tomcat", "undertow"))) {
            return "all";
        }
        return row.containers().stream()
                .map(name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
                .collect(Collectors.joining(" and "));
    }
}
