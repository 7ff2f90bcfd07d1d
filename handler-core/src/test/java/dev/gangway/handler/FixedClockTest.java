package dev.gangway.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.testing.HandlerTester;
import dev.gangway.testing.TestResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that stands still fixes everything that a handler writes of the time. */
class FixedClockTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void fixesTheDateAndTheLog() throws IOException {
        Files.writeString(folder.resolve("a"), "text");
        HandlerTester tester = tester(NOON);
        assertEquals("Sat, 28 Nov 2026 12:00:00 GMT", tester.get("/a").send().header("Date"));
        String logged = DateTimeFormatter.ofPattern("dd/MMM/yyyy HH:mm:ss", Locale.ENGLISH)
                .withZone(ZoneId.systemDefault())
                .format(NOON);
        assertEquals(
                "127.0.0.1 - - [" + logged + "] \"GET /a HTTP/1.1\" 200 -",
                tester.server().logLines().get(0));
    }

    /** A file that has changed within the last two seconds may change again under the same time. */
    @Test
    void tellsWhetherATagIsStrong() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "text");
        Files.setLastModifiedTime(file, FileTime.from(NOON));
        TestResponse young = tester(NOON.plus(Duration.ofSeconds(1))).get("/a").send();
        TestResponse old = tester(NOON.plus(Duration.ofDays(400))).get("/a").send();
        assertTrue(String.valueOf(young.header("ETag")).startsWith("W/\""), young.header("ETag"));
        assertTrue(String.valueOf(old.header("ETag")).startsWith("\""), old.header("ETag"));
    }

    private HandlerTester tester(Instant now) {
        return HandlerTester.of(() -> {
            SimpleHTTPRequestHandler handler = new SimpleHTTPRequestHandler(folder);
            handler.protocolVersion("HTTP/1.1");
            handler.clock(Clock.fixed(now, ZoneOffset.UTC));
            return handler;
        });
    }
}
