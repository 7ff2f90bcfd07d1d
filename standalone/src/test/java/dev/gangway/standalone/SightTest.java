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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
            try (SocketClient silent = server.connect()) {
                silent.halfClose();
                silent.readToEnd();
            }
            awaitRest(server);
            List<String> numbers = scrape(server);
            assertTrue(numbers.contains("gangway_requests_total{status=\"2xx\"} 3"), numbers::toString);
            assertTrue(numbers.contains("gangway_requests_total{status=\"4xx\"} 2"), numbers::toString);
            assertTrue(numbers.contains("gangway_requests_total{status=\"5xx\"} 0"), numbers::toString);
            assertTrue(numbers.contains("gangway_connections_total 4"), numbers::toString);
            assertTrue(numbers.contains("gangway_connections 0"), numbers::toString);
            assertTrue(numbers.contains("gangway_request_duration_seconds_count 5"), numbers::toString);
            assertFalse(numbers.contains("gangway_sent_bytes_total 0"), numbers::toString);
            server.ask("GET /healthz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
            server.ask("OPTIONS /healthz HTTP/1.0\r\n\r\n");
            awaitRest(server);
            assertEquals(numbers, scrape(server));
        }
    }

    private static void awaitRest(TestServer server) {
        while (server.connectionCount() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aConnectionThatAsksForMoreThanItsHealthCounts() throws Exception {
        try (TestServer server = TestServer.threading(Hello::new).started();
                SocketClient client = server.connect();
                SocketClient silent = server.connect()) {
            server.metrics("/metrics");
            server.health("/healthz");
            client.send("GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n");
            client.readUntil("ok");
            List<String> numbers = scrape(server);
            assertTrue(numbers.contains("gangway_connections 1"), numbers::toString);
            assertTrue(numbers.contains("gangway_connections_total 0"), numbers::toString);
            client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
            client.readUntil("hello");
            numbers = scrape(server);
            assertTrue(numbers.contains("gangway_connections 2"), numbers::toString);
            assertTrue(numbers.contains("gangway_connections_total 1"), numbers::toString);
            silent.halfClose();
        }
    }

    @Test
    void serversOfOneProgramCountTogether() throws Exception {
        try (TestServer server = TestServer.threading(Hello::new).started();
                TestServer other = TestServer.threading(Hello::new).started()) {
            server.metrics("/metrics");
            other.metrics("/metrics");
            other.countTogether(server);
            ask(server, 2);
            ask(other, 3);
            awaitRest(server);
            awaitRest(other);
            for (TestServer asked : List.of(server, other)) {
                List<String> numbers = scrape(asked);
                assertTrue(numbers.contains("gangway_requests_total{status=\"2xx\"} 5"), numbers::toString);
                assertTrue(numbers.contains("gangway_connections_total 2"), numbers::toString);
            }
        }
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
    void countsConnectionsThatAreRefused() throws Exception {
        try (TestServer server = TestServer.threading(Hello::new).started();
                SocketClient client = server.connect()) {
            server.metrics("/metrics");
            client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
            client.readUntil("hello");
            server.maxConnections(1);
            assertTrue(server.ask("GET / HTTP/1.1\r\nHost: h\r\n\r\n").startsWith("HTTP/1.1 503 "));
            server.maxConnections(100);
            List<String> numbers = scrape(server);
            assertTrue(numbers.contains("gangway_limits_reached_total{limit=\"connections\"} 1"), numbers::toString);
        }
    }

    private static List<RecordedEvent> events(Recording recording, Path folder, String name) throws IOException {
        recording.stop();
        Path file = folder.resolve("recorded.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }

    @Test
    void eachConnectionIsAnEventOfTheFlightRecorder(@TempDir Path folder) throws Exception {
        try (TestServer server = TestServer.threading(Hello::new).started();
                Recording recording = new Recording()) {
            server.proxyProtocol(List.of("127.0.0.1"));
            recording.enable("dev.gangway.Connection");
            recording.start();
            String sent = server.ask("PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n"
                    + "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
            awaitRest(server);
            List<RecordedEvent> events = events(recording, folder, "dev.gangway.Connection");
            assertEquals(1, events.size());
            assertEquals("192.0.2.1", events.get(0).getString("client"));
            assertFalse(events.get(0).getBoolean("secure"));
            assertEquals(2, events.get(0).getLong("requests"));
            assertEquals(sent.length(), events.get(0).getLong("bytes"));
            assertTrue(events.get(0).getDuration().toNanos() > 0);
        }
    }

    @Test
    void eachLimitThatIsReachedIsAnEventOfTheFlightRecorder(@TempDir Path folder) throws Exception {
        try (TestServer server = TestServer.threading(Hello::new).started();
                Recording recording = new Recording();
                SocketClient client = server.connect()) {
            recording.enable("dev.gangway.LimitReached");
            recording.start();
            server.headerTimeout(Duration.ofMillis(50));
            client.send("GET / HT");
            client.readToEnd();
            awaitRest(server);
            List<RecordedEvent> events = events(recording, folder, "dev.gangway.LimitReached");
            assertEquals(1, events.size());
            assertEquals("header_timeout", events.get(0).getString("limit"));
            assertEquals("127.0.0.1", events.get(0).getString("client"));
        }
    }

    @Test
    void eachRequestIsAnEventOfTheFlightRecorder(@TempDir Path folder) throws Exception {
        try (TestServer server = TestServer.threading(Hello::new).started();
                Recording recording = new Recording()) {
            recording.enable("dev.gangway.Request");
            recording.start();
            ask(server, REQUESTS);
            awaitRest(server);
            List<RecordedEvent> events = events(recording, folder, "dev.gangway.Request");
            Set<String> paths = new HashSet<>();
            for (RecordedEvent event : events) {
                paths.add(event.getString("path"));
                assertEquals(200, event.getInt("status"));
                assertEquals(5, event.getLong("bytes"));
                assertTrue(event.getDuration().toNanos() > 0);
            }
            assertEquals(REQUESTS, events.size());
            assertEquals(REQUESTS, paths.size());
            assertTrue(paths.contains("/hello?0"), paths::toString);
            RecordedEvent first = events.get(0);
            assertEquals("GET", first.getString("method"));
            assertEquals("127.0.0.1", first.getString("client"));
        }
    }
}
