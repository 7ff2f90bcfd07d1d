package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.JulRecords;
import dev.gangway.contract.RawResponse;
import dev.gangway.contract.SocketClient;
import jakarta.servlet.ServletContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a web application lets people see of its work, and how it says that it is about to stop. */
abstract class ServletSightContract extends ServletFixture {
    @Test
    void countsWhatHandlersAnswer() throws Exception {
        start("/ctx", (classes, context) -> {
            add(context, "echo", new HandlerServlet(Echo::new), "/*");
            add(context, "metrics", new MetricsServlet(), "/metrics").setLoadOnStartup(0);
            add(context, "health", new HealthServlet(), "/healthz");
        });
        get("/ctx/a?b");
        get("/ctx/c");
        ask("POST", "/ctx/none");
        get("/ctx/healthz");
        awaitSamples(List.of("gangway_requests_total{status=\"2xx\"} 2", "gangway_requests_total{status=\"5xx\"} 1"));
        RawResponse numbers = get("/ctx/metrics");
        assertTrue(numbers.field("Content-Type").orElseThrow().startsWith("text/plain;"));
        assertTrue(numbers.text().contains("gangway_request_duration_seconds_count 3\n"), numbers.text());
        assertTrue(numbers.text().contains("gangway_scripts_total{outcome=\"ok\"} 0\n"), numbers.text());
        assertTrue(!numbers.text().contains("gangway_sent_bytes_total 0\n"), numbers.text());
        assertTrue(!numbers.text().contains("gangway_connections"), numbers.text());
        assertEquals(405, ask("DELETE", "/ctx/metrics").status());
    }

    /** A container sends the last byte before the servlet returns. */
    private void awaitSamples(List<String> expected) throws Exception {
        while (!get("/ctx/metrics").text().lines().toList().containsAll(expected)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void eachRequestIsAnEventOfTheFlightRecorder(@TempDir Path folder) throws Exception {
        start(new HandlerServlet(Echo::new), "/ctx", "/*", Map.of());
        try (Recording recording = new Recording()) {
            recording.enable("dev.gangway.Request");
            recording.start();
            int length = get("/ctx/x?y").text().length();
            awaitNext();
            recording.stop();
            Path file = folder.resolve("requests.jfr");
            recording.dump(file);
            RecordedEvent event = RecordingFile.readAllEvents(file).stream()
                    .filter(recorded -> "/ctx/a?b".equals(recorded.getString("path")))
                    .findFirst()
                    .orElseThrow();
            assertEquals("GET", event.getString("method"));
            assertEquals(200, event.getInt("status"));
            assertEquals(length, event.getLong("bytes"));
            assertEquals("127.0.0.1", event.getString("client"));
        }
    }

    /** A container has the same connection serve the next request when it is done with the one before. */
    private void awaitNext() throws Exception {
        try (SocketClient client = new SocketClient(port())) {
            client.send(
                    "GET /ctx/a?b HTTP/1.1\r\nHost: x\r\n\r\nGET /ctx/end HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            client.readToEnd();
        }
    }

    @Test
    void logsToALoggerOfThePlatform() throws Exception {
        try (JulRecords records = new JulRecords("dev.gangway.test.servlet")) {
            start(new HandlerServlet(Echo::new), "", "/*", Map.of("systemLogger", "dev.gangway.test.servlet"));
            get("/a");
            ask("POST", "/a");
            List<String> texts = records.texts();
            assertEquals(3, texts.size(), texts::toString);
            assertTrue(texts.get(0).matches("INFO 127.0.0.1 - - .*\"GET /a HTTP/1.1\" 200 -"), texts.get(0));
            assertTrue(texts.get(1).matches("WARNING 127.0.0.1 - - .* code 501, message .*"), texts.get(1));
        }
    }

    @Test
    void saysThatItIsAboutToStop(@TempDir Path folder) throws Exception {
        Path drain = folder.resolve("drain");
        AtomicReference<ServletContext> webapp = new AtomicReference<>();
        start("/ctx", (classes, context) -> {
            webapp.set(context);
            context.setInitParameter("gangway.drainFile", drain.toString());
            context.addListener(new HealthListener());
            add(context, "health", new HealthServlet(), "/healthz");
            add(context, "echo", new HandlerServlet(Echo::new), "/*").setInitParameter("protocolVersion", "HTTP/1.1");
        });
        assertHealth(200, "ok");
        Files.createFile(drain);
        assertHealth(503, "draining");
        Files.delete(drain);
        assertHealth(200, "ok");
        HealthListener.drain(webapp.get());
        assertHealth(503, "draining");
        assertTrue(isClosed("/ctx/a"));
    }

    private void assertHealth(int status, String text) throws Exception {
        RawResponse health = get("/ctx/healthz");
        assertEquals(status, health.status());
        assertEquals(text, health.text());
        assertEquals("no-store", health.field("Cache-Control").orElseThrow());
        assertEquals(status, ask("HEAD", "/ctx/healthz").status());
    }

    private boolean isClosed(String target) throws Exception {
        try (SocketClient client = new SocketClient(port())) {
            client.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
            String response = new String(client.readToEnd(), StandardCharsets.ISO_8859_1);
            return Stream.of(response.split("\r\n")).anyMatch(line -> line.equalsIgnoreCase("Connection: close"));
        }
    }
}
