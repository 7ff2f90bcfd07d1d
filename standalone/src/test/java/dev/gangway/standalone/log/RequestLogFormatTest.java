package dev.gangway.standalone.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestLogFormatTest {
    private static LoggedRequest request(String path, String agent) {
        return new LoggedRequest(
                Instant.parse("2026-11-28T01:02:03.456Z"),
                "192.0.2.1",
                "jane doe",
                "GET " + path + " HTTP/1.1",
                "GET",
                path,
                "HTTP/1.1",
                200,
                1234,
                Duration.ofMillis(12),
                null,
                agent,
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    @Test
    void writesTheCommonFormats() {
        LoggedRequest request = request("/a\"b\u0001\u00e9", "curl/8");
        assertEquals(
                "192.0.2.1 - jane_doe [28/Nov/2026:01:02:03 +0000] \"GET /a\\\"b\\x01\\xe9 HTTP/1.1\" 200 1234",
                RequestLogFormat.COMMON.line(request, ZoneOffset.UTC));
        assertEquals(
                "192.0.2.1 - jane_doe [28/Nov/2026:01:02:03 +0000] \"GET /a\\\"b\\x01\\xe9 HTTP/1.1\" 200 1234 \"-\" \"curl/8\"",
                RequestLogFormat.COMBINED.line(request, ZoneOffset.UTC));
    }

    @Test
    void writesWhatIsNotAboutARequestAsJsonToo() {
        String line = RequestLogFormat.message(Instant.parse("2026-11-28T01:02:03.456Z"), "a \"fault\"\n\tat x");
        assertEquals(1, line.lines().count());
        JSONObject json = new JSONObject(line);
        assertEquals("2026-11-28T01:02:03.456Z", json.getString("time"));
        assertEquals("a \"fault\"\n\tat x", json.getString("message"));
    }

    /** Each byte that a client may send, and what would end a line elsewhere. */
    @Test
    void keepsHostileCharactersWithinOneLineOfAscii() {
        StringBuilder hostile = new StringBuilder("\u2028\u2029\ud800</script>");
        for (char c = 0; c < 0x100; c++) {
            hostile.append(c);
        }
        String text = hostile.toString();
        String line = RequestLogFormat.JSON.line(request(text, text), ZoneOffset.UTC);
        assertEquals(
                -1, line.chars().filter(c -> c < ' ' || c > '~').findFirst().orElse(-1));
        JSONObject json = new JSONObject(line);
        assertEquals(text, json.getString("path"));
        assertEquals(text, json.getString("user_agent"));
    }

    @Test
    void writesJson() {
        String line = RequestLogFormat.JSON.line(request("/a\"b\n\u001b[31m", "x\\y"), ZoneOffset.UTC);
        assertEquals(1, line.lines().count());
        assertEquals(-1, line.indexOf('\u001b'));
        JSONObject json = new JSONObject(line);
        assertEquals("2026-11-28T01:02:03.456Z", json.getString("time"));
        assertEquals("192.0.2.1", json.getString("client"));
        assertEquals("jane doe", json.getString("user"));
        assertEquals("GET", json.getString("method"));
        assertEquals("/a\"b\n\u001b[31m", json.getString("path"));
        assertEquals("HTTP/1.1", json.getString("protocol"));
        assertEquals(200, json.getInt("status"));
        assertEquals(1234, json.getLong("bytes"));
        assertEquals(12.0, json.getDouble("duration_ms"));
        assertEquals(JSONObject.NULL, json.get("referer"));
        assertEquals("x\\y", json.getString("user_agent"));
        assertEquals("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", json.getString("traceparent"));
    }

    @Test
    void opensAFileAgain(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("log");
        LogFile log = LogFile.open(file);
        log.log("one");
        Files.move(file, folder.resolve("log.1"));
        log.log("two");
        log.reopen();
        log.log("three");
        assertEquals("one\ntwo\n", Files.readString(folder.resolve("log.1")));
        assertEquals("three\n", Files.readString(file));
    }
}
