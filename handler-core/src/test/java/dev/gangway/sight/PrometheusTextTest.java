package dev.gangway.sight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers in the text format of Prometheus. */
class PrometheusTextTest {
    private static final Pattern SAMPLE =
            Pattern.compile("([a-z_]+)(?:\\{([a-z]+)=\"([a-zA-Z0-9_.+]+)\"\\})? ([0-9.E-]+)");

    private static Metrics some() {
        Metrics metrics = new Metrics();
        metrics.addListener(() -> 3);
        metrics.connection();
        metrics.request(200, 5_000_000);
        metrics.request(200, 5_000_001);
        metrics.request(999, 60_000_000_000L);
        metrics.sent(1234);
        metrics.limit(Limit.WRITE_TIMEOUT);
        metrics.script(ScriptOutcome.NOT_STARTED);
        return metrics;
    }

    @Test
    void holdsEachNumber() {
        List<String> lines = PrometheusText.of(some()).lines().toList();
        for (String expected : """
                gangway_requests_total{status="1xx"} 0
                gangway_requests_total{status="2xx"} 2
                gangway_requests_total{status="5xx"} 1
                gangway_sent_bytes_total 1234
                gangway_connections_total 1
                gangway_connections 3
                gangway_request_duration_seconds_bucket{le="0.005"} 1
                gangway_request_duration_seconds_bucket{le="0.01"} 2
                gangway_request_duration_seconds_bucket{le="10.0"} 2
                gangway_request_duration_seconds_bucket{le="+Inf"} 3
                gangway_request_duration_seconds_sum 60.010000001
                gangway_request_duration_seconds_count 3
                gangway_limits_reached_total{limit="header_timeout"} 0
                gangway_limits_reached_total{limit="body_timeout"} 0
                gangway_limits_reached_total{limit="content_rate"} 0
                gangway_limits_reached_total{limit="write_timeout"} 1
                gangway_limits_reached_total{limit="connections"} 0
                gangway_limits_reached_total{limit="scripts"} 0
                gangway_scripts_total{outcome="ok"} 0
                gangway_scripts_total{outcome="failed"} 0
                gangway_scripts_total{outcome="timeout"} 0
                gangway_scripts_total{outcome="bad_output"} 0
                gangway_scripts_total{outcome="not_started"} 1
                gangway_scripts_total{outcome="refused"} 0
                gangway_scripts_total{outcome="cut"} 0
                """.lines().toList()) {
            assertTrue(lines.contains(expected), () -> expected + " in " + lines);
        }
    }

    @Test
    void ofAContainerSaysNothingOfConnections() {
        assertEquals(
                List.of(),
                PrometheusText.of(new Metrics())
                        .lines()
                        .filter(line -> line.contains("connections") && !line.contains("limit"))
                        .toList());
    }

    /** Each metric has its head once, and its samples behind it, none of them twice. */
    @Test
    void keepsToTheGrammar() {
        String text = PrometheusText.of(some());
        assertTrue(text.endsWith("\n"));
        Set<String> families = new HashSet<>();
        Set<String> samples = new HashSet<>();
        String help = "";
        String family = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("# HELP ")) {
                help = line.split(" ")[2];
                assertTrue(families.add(help), line);
            } else if (line.startsWith("# TYPE ")) {
                family = line.split(" ")[2];
                assertEquals(help, family);
                assertTrue(List.of("counter", "gauge", "histogram").contains(line.split(" ")[3]), line);
            } else {
                Matcher sample = SAMPLE.matcher(line);
                assertTrue(sample.matches(), line);
                assertTrue(sample.group(1).startsWith(family), line);
                assertTrue(samples.add(line.substring(0, line.lastIndexOf(' '))), line);
            }
        }
        assertEquals(
                Set.copyOf(Stream.of(MetricName.values()).map(MetricName::text).toList()), families);
    }

    @Test
    void pleasesPromtool(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("metrics");
        Files.writeString(file, PrometheusText.of(some()));
        Process promtool;
        try {
            promtool = new ProcessBuilder("promtool", "check", "metrics")
                    .redirectInput(file.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("there is no promtool: Debian has it in the package prometheus");
            return;
        }
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, promtool.waitFor(), said);
        assertEquals("", said);
    }
}
