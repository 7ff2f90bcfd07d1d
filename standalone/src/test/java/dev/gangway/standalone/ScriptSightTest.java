package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.CGIHTTPRequestHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How the ends of scripts are counted and recorded. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class ScriptSightTest {
    @TempDir
    Path root = Path.of("");

    private void script(String name, String text) throws IOException {
        // Root's scripts run as another user, who must get there.
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path file = Files.createDirectories(root.resolve("cgi-bin")).resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private CGIHTTPRequestHandler handler() {
        CGIHTTPRequestHandler handler = new CGIHTTPRequestHandler(root);
        handler.cgiMode("rfc3875");
        handler.cgiTimeout(Duration.ofSeconds(2));
        return handler;
    }

    /** A script may be ended while its output is found to be bad, or have ended by itself. */
    private static String end(RecordedEvent event) {
        String outcome = event.getString("outcome");
        return outcome.equals("bad_output") ? outcome : outcome + " " + event.getInt("exitCode");
    }

    @Test
    void eachOutcomeHasItsName() throws Exception {
        script("ok", "#!/bin/sh\nprintf 'Content-Type: text/plain\\n\\nhello'\n");
        script("failed", "#!/bin/sh\nprintf 'Content-Type: text/plain\\n\\nhello'\nexit 3\n");
        script("timeout", "#!/bin/sh\nexec sleep 60\n");
        script("bad_output", "#!/bin/sh\necho hello\n");
        script("nph-bad_output", "#!/bin/sh\ntrue\n");
        script("not_started", "#!/no/such/interpreter\n");
        try (TestServer server = TestServer.threading(this::handler).started();
                Recording recording = new Recording()) {
            server.metrics("/metrics");
            recording.enable("dev.gangway.Script");
            recording.start();
            for (String name : List.of("ok", "failed", "timeout", "bad_output", "nph-bad_output", "not_started")) {
                server.ask("GET /cgi-bin/" + name + " HTTP/1.0\r\n\r\n");
            }
            List<String> numbers = server.ask("GET /metrics HTTP/1.0\r\n\r\n")
                    .lines()
                    .filter(line -> line.startsWith("gangway_scripts_total"))
                    .toList();
            for (String expected : List.of("ok 1", "failed 1", "timeout 1", "bad_output 2", "not_started 1", "cut 0")) {
                String[] words = expected.split(" ");
                assertTrue(
                        numbers.contains("gangway_scripts_total{outcome=\"" + words[0] + "\"} " + words[1]),
                        () -> expected + " in " + numbers);
            }
            recording.stop();
            Path file = root.resolve("scripts.jfr");
            recording.dump(file);
            List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals("dev.gangway.Script"))
                    .toList();
            assertEquals(
                    "{/cgi-bin/bad_output=bad_output, /cgi-bin/failed=failed 3, /cgi-bin/not_started=not_started 127, "
                            + "/cgi-bin/nph-bad_output=bad_output, /cgi-bin/ok=ok 0, /cgi-bin/timeout=timeout -1}",
                    events.stream()
                            .collect(Collectors.toMap(
                                    event -> event.getString("script"),
                                    ScriptSightTest::end,
                                    (one, other) -> one + other,
                                    TreeMap::new))
                            .toString());
        }
    }
}
