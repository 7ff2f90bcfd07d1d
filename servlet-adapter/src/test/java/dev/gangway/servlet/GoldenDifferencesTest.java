package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        List<String> names = row.containers();
        if (names.size() == 4) {
            return "all";
        }
        List<String> labels = new ArrayList<>();
        if (names.contains("jetty")) {
            labels.add("Jetty");
        }
        if (names.contains("tomcat")) {
            labels.add(names.contains("tomcat9") ? "Tomcat" : "Tomcat from 10.1");
        } else if (names.contains("tomcat9")) {
            labels.add("Tomcat 9");
        }
        if (names.contains("undertow")) {
            labels.add("Undertow");
        }
        return String.join(" and ", labels);
    }
}
