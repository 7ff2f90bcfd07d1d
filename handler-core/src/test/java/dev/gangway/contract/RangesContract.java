package dev.gangway.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of a file: {@code Range} and {@code If-Range} (RFC 9110 §13.1.5, §14). */
public abstract class RangesContract extends FilesFixture {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    bytes=0-4      | 206 | bytes 0-4/10 | 01234
                    bytes=0-0      | 206 | bytes 0-0/10 | 0
                    bytes=3-5      | 206 | bytes 3-5/10 | 345
                    bytes=5-       | 206 | bytes 5-9/10 | 56789
                    bytes=-3       | 206 | bytes 7-9/10 | 789
                    bytes=-99      | 206 | bytes 0-9/10 | 0123456789
                    bytes=7-99     | 206 | bytes 7-9/10 | 789
                    bytes=0-99     | 206 | bytes 0-9/10 | 0123456789
                    bytes=0-3,2-5  | 206 | bytes 0-5/10 | 012345
                    Bytes=0-4      | 206 | bytes 0-4/10 | 01234
                    bytes=10-      | 416 | bytes */10   | ''
                    bytes=99-100   | 416 | bytes */10   | ''
                    bytes=-0       | 416 | bytes */10   | ''
                    bytes=4-0      | 200 |              | 0123456789
                    bytes=a-b      | 200 |              | 0123456789
                    bytes=+1-2     | 200 |              | 0123456789
                    bytes          | 200 |              | 0123456789
                    chars=0-4      | 200 |              | 0123456789
                    """)
    void answersARange(String range, int status, @Nullable String contentRange, String content) throws Exception {
        RawResponse response = ask("GET", "/digits.txt", "Range: " + range);
        assertEquals(status, response.status());
        assertEquals(contentRange, response.field("Content-Range").orElse(null));
        assertEquals(content, response.text());
        if (status != 416) {
            assertEquals("text/plain", response.field("Content-type").orElse("none"));
            assertEquals(MODIFIED, response.field("Last-Modified").orElse("none"));
            assertTrue(response.field("ETag").isPresent());
        }
    }

    @Test
    void ignoresRangesInTwoFields() throws Exception {
        RawResponse response = ask("GET", "/digits.txt", "Range: bytes=0-1", "Range: bytes=3-4");
        assertEquals(200, response.status());
        assertEquals("0123456789", response.text());
    }

    @Test
    void answersARangeOnlyToGet() throws Exception {
        RawResponse response = ask("HEAD", "/digits.txt", "Range: bytes=0-4");
        assertEquals(200, response.status());
        assertEquals("10", response.field("Content-Length").orElse("none"));
    }

    @Test
    void sendsAPartToOldClientsToo() throws Exception {
        byte[] bytes = start(files10()).exchange(latin("GET /digits.txt HTTP/1.0\r\nRange: bytes=8-\r\n\r\n"));
        RawResponse response = RawResponse.readOne(bytes, "GET");
        assertEquals(206, response.status());
        assertEquals("89", response.text());
    }

    @Test
    void leavesRangesToTheHandlerThatSwitchesThemOff() throws Exception {
        RunningHost host = start(() -> {
            SimpleHTTPRequestHandler handler = new SimpleHTTPRequestHandler(folder);
            handler.ranges(false);
            return handler;
        });
        assertEquals(200, ask(host, "GET", "/digits.txt", "Range: bytes=0-4").status());
    }

    /** Far enough apart that the parts are not worth joining, in the order that was asked for (RFC 9110 §15.3.7.2). */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    bytes=0-1,9008-9009 | 0-1       | 01 | 9008-9009 | 89
                    bytes=9998-,0-1     | 9998-9999 | 89 | 0-1       | 01
                    """)
    void answersSeveralRangesInParts(String ranges, String first, String one, String second, String other)
            throws Exception {
        write("long.txt", "0123456789".repeat(1000));
        RawResponse response = ask("GET", "/long.txt", "Range: " + ranges);
        assertEquals(206, response.status());
        String type = response.field("Content-Type").orElse("none");
        Matcher boundary =
                Pattern.compile("multipart/byteranges; boundary=(\\S+)").matcher(type);
        assertTrue(boundary.matches(), type);
        assertEquals(
                List.of(
                        "",
                        "\r\nContent-Type: text/plain\r\nContent-Range: bytes " + first + "/10000\r\n\r\n" + one,
                        "\r\nContent-Type: text/plain\r\nContent-Range: bytes " + second + "/10000\r\n\r\n" + other,
                        "--\r\n"),
                List.of(response.text().split("\r\n--" + Pattern.quote(boundary.group(1)), -1)));
    }

    @Test
    void answersNotACrowdOfRanges() throws Exception {
        String many = "0-0,".repeat(5000) + "0-0";
        RawResponse response = ask("GET", "/digits.txt", "Range: bytes=" + many);
        // A host may refuse so long a field.
        assertTrue(response.status() >= 400 || response.body().length < 1000, "bytes: " + response.body().length);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    TAG                           | 206 | 01234
                    "other"                       | 200 | 0123456789
                    W/TAG                         | 200 | 0123456789
                    Tue, 14 Nov 2023 22:13:20 GMT | 206 | 01234
                    Tue, 14 Nov 2023 22:13:21 GMT | 200 | 0123456789
                    Tue, 14 Nov 2023 22:13:19 GMT | 200 | 0123456789
                    """)
    void answersARangeIfItIsStillTheSameFile(String validator, int status, String content) throws Exception {
        RunningHost host = start(files11());
        String tag = ask(host, "HEAD", "/digits.txt").field("ETag").orElseThrow();
        RawResponse response =
                ask(host, "GET", "/digits.txt", "Range: bytes=0-4", "If-Range: " + validator.replace("TAG", tag));
        assertEquals(status, response.status());
        assertEquals(content, response.text());
    }

    @Test
    void completesAnInterruptedDownload() throws Exception {
        RunningHost host = start(files11());
        String tag = ask(host, "GET", "/digits.txt").field("ETag").orElseThrow();
        assertEquals("56789", rest(host, tag));
        assertEquals("56789", rest(host, MODIFIED));
        Files.writeString(folder.resolve("digits.txt"), "9876543210");
        assertEquals("9876543210", rest(host, tag));
    }

    private static String rest(RunningHost host, String validator) throws Exception {
        return ask(host, "GET", "/digits.txt", "Range: bytes=5-", "If-Range: " + validator)
                .text();
    }

    @Test
    void servesAFileOfThreeGibibytes() throws Exception {
        long length = 3L << 30;
        try (FileChannel sparse =
                FileChannel.open(folder.resolve("huge"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            sparse.write(ISO_8859_1.encode("end"), length - 3);
        }
        RunningHost host = start(files11());
        assertEquals(
                "3221225472", ask(host, "HEAD", "/huge").field("Content-Length").orElse("none"));
        RawResponse part = ask(host, "GET", "/huge", "Range: bytes=3221225469-");
        assertEquals(
                "bytes 3221225469-3221225471/3221225472",
                part.field("Content-Range").orElse("none"));
        assertEquals("end", part.text());
    }
}
