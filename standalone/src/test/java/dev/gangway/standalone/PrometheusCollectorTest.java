package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.BaseHTTPRequestHandler;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The numbers of a server in a registry of Prometheus' own library. */
@Timeout(60)
class PrometheusCollectorTest {
    private static Set<String> samples(String text) {
        return text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void areThoseOfOurOwnText() throws Exception {
        try (TestServer server =
                TestServer.threading(() -> new BaseHTTPRequestHandler() {}).started()) {
            PrometheusRegistry registry = new PrometheusRegistry();
            registry.register(new PrometheusCollector(server));
            server.metrics("/metrics");
            server.ask("GET / HTTP/1.0\r\n\r\n");
            while (server.connectionCount() > 0) {
                Thread.onSpinWait();
            }
            String own = server.ask("GET /metrics HTTP/1.0\r\n\r\n");
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            PrometheusTextFormatWriter.create().write(written, registry.scrape());
            String library = written.toString(StandardCharsets.UTF_8);
            Set<String> samples = samples(own.substring(own.indexOf("\r\n\r\n") + 4));
            assertEquals(samples, withoutNeedlessZeros(samples(library)));
            assertTrue(samples.contains("gangway_requests_total{status=\"5xx\"} 1"), samples::toString);
            for (String head : List.of(
                    "# TYPE gangway_requests_total counter",
                    "# TYPE gangway_connections gauge",
                    "# TYPE gangway_request_duration_seconds histogram")) {
                assertTrue(library.contains(head + "\n"), library);
                assertTrue(own.contains(head + "\n"), own);
            }
        }
    }

    /** The library writes each number as a {@code double}; both forms are the same to Prometheus. */
    private static Set<String> withoutNeedlessZeros(Set<String> samples) {
        return samples.stream()
                .map(line -> line.contains("_sum ") ? line : line.replaceFirst("\\.0$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
