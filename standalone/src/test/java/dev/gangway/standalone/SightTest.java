package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.SocketClient;
import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a server lets people see of its work. */
@Timeout(60)
class SightTest {
    private static final int REQUESTS = 1000;

    /** Says hello, or that there is nothing. */
    public static final class Hello extends BaseHTTPRequestHandler {
        {
            protocolVersion("HTTP/1.1");
        }

        public void do_GET() throws IOException {
            if (path().equals("/none")) {
                sendError(404);
                return;
            }
            sendResponse(200);
            sendHeader("Content-Length", 5);
            endHeaders();
            wfile().write("hello".getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void logMessage(String format, Object... arguments) {}
    }

    private static void ask(TestServer server, int count) throws IOException {
        try (SocketClient client = server.connect()) {
            for (int i = 0; i < count; i++) {
                client.send("GET /hello?" + i + " HTTP/1.1\r\nHost: h\r\n\r\n");
                client.readUntil("hello");
            }
            client.halfClose();
            client.readToEnd();
        }
    }

    private static List<String> scrape(TestServer server) throws IOException {
        String response = server.ask("GET /metrics HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        assertTrue(response.contains("\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"), response);
        return response.substring(response.indexOf("\r\n\r\n") + 4).lines().toList();
    }

    @Test
    void countsRequestsAndNeitherScrapesNorHealthChecks() throws Exception {
        try (TestServer server = TestServer.threading(Hello::new).started()) {
            server.metrics("/metrics");
            server.health("/healthz");
            ask(server, 3);
            server.ask("GET /none HTTP/1.1\r\nHost: h\r\n\r\n");
            server.ask("GET / HTTP/1.1\r\nHost : h\r\n\r\n");
            server.ask("GET /healthz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
            while (server.connectionCount() > 0) {
                Thread.onSpinWait();
            }
            List<String> numbers = scrape(server);
            assertTrue(numbers.contains("gangway_requests_total{status=\"2xx\"} 3"), numbers::toString);
            assertTrue(numbers.contains("gangway_requests_total{status=\"4xx\"} 2"), numbers::toString);
            assertTrue(numbers.contains("gangway_requests_total{status=\"5xx\"} 0"), numbers::toString);
            assertTrue(numbers.contains("gangway_connections_total 5"), numbers::toString);
            assertTrue(numbers.contains("gangway_connections 1"), numbers::toString);
            assertTrue(numbers.contains("gangway_request_duration_seconds_count 5"), numbers::toString);
            assertTrue(numbers.contains("gangway_request_duration_seconds_bucket{le=\"+Inf\"} 5"), numbers::toString);
            assertTrue(numbers.contains("# TYPE gangway_request_duration_seconds histogram"), numbers::toString);
            assertFalse(numbers.contains("gangway_sent_bytes_total 0"), numbers::toString);
            assertEquals(numbers, scrapeAgain(server, numbers));
        }
    }

    /** Reads the numbers once more: only the bytes and connections of the scrapes are new. */
    private static List<String> scrapeAgain(TestServer server, List<String> before) throws IOException {
        List<String> again = scrape(server);
        return IntStream.range(0, before.size())
                .mapToObj(i -> before.get(i).matches("gangway_(sent|connections).*") ? before.get(i) : again.get(i))
                .toList();
    }

    @Test
    void countsALimitThatIsReached() throws Exception {
        try (TestServer server = TestServer.threading(Hello::new).started();
                SocketClient client = server.connect()) {
            server.metrics("/metrics");
            server.headerTimeout(Duration.ofMillis(50));
            client.send("GET / HT");
            client.readToEnd();
            List<String> numbers = scrape(server);
            assertTrue(numbers.contains("gangway_limits_reached_total{limit=\"header_timeout\"} 1"), numbers::toString);
        }
    }

    @Test
    void eachRequestIsAnEventOfTheFlightRecorder(@TempDir Path folder) throws Exception {
        try (TestServer server = TestServer.threading(Hello::new).started();
                Recording recording = new Recording()) {
            recording.enable("dev.gangway.Request");
            recording.start();
            ask(server, REQUESTS);
            while (server.connectionCount() > 0) {
                Thread.onSpinWait();
            }
            recording.stop();
            Path file = folder.resolve("requests.jfr");
            recording.dump(file);
            List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals("dev.gangway.Request"))
                    .toList();
            assertEquals(REQUESTS, events.size());
            RecordedEvent first = events.get(0);
            assertEquals("GET", first.getString("method"));
            assertTrue(first.getString("path").startsWith("/hello?"));
            assertEquals(200, first.getInt("status"));
            assertEquals(5, first.getLong("bytes"));
            assertEquals("127.0.0.1", first.getString("client"));
            assertTrue(first.getDuration().toNanos() > 0);
        }
    }
}
