package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entity tags, and conditional requests for files (RFC 9110 §8.8, §13). {@code If-Range} is among the ranges. */
public abstract class ConditionsContract extends FilesFixture {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    If-None-Match: TAG                                 | 304
                    If-None-Match: W/TAG                               | 304
                    If-None-Match: "other", TAG                        | 304
                    If-None-Match: W/"x", TAG                          | 304
                    If-None-Match: "other"                             | 200
                    If-None-Match: *                                   | 304
                    If-Match: TAG                                      | 200
                    If-Match: *                                        | 200
                    If-Match: "other"                                  | 412
                    If-Match: W/TAG                                    | 412
                    If-Unmodified-Since: Tue, 14 Nov 2023 22:13:20 GMT | 200
                    If-Unmodified-Since: Tue, 14 Nov 2023 22:13:19 GMT | 412
                    If-Modified-Since: Tue, 14 Nov 2023 22:13:20 GMT   | 304
                    If-Modified-Since: Tue, 14 Nov 2023 22:13:19 GMT   | 200
                    If-None-Match: "other"; If-Modified-Since: Tue, 14 Nov 2023 22:13:20 GMT | 200
                    If-Match: "other"; Range: bytes=0-1                | 412
                    """)
    void meetsAPrecondition(String fields, int status) throws Exception {
        RunningHost host = start(files11());
        String tag = entityTag(host);
        RawResponse response =
                ask(host, "GET", "/digits.txt", fields.replace("TAG", tag).split("; "));
        assertEquals(status, response.status());
        if (status == 304) {
            assertEquals(tag, response.field("ETag").orElse("none"));
        }
    }

    @Test
    void whatIsNotThereMeetsNoPrecondition() throws Exception {
        assertEquals(404, ask("GET", "/nothing", "If-None-Match: *").status());
    }

    @Test
    void keepsTheEntityTagUntilTheFileChanges() throws Exception {
        RunningHost host = start(files11());
        String before = entityTag(host);
        assertEquals(before, entityTag(host));
        Files.writeString(folder.resolve("digits.txt"), "9876543210x");
        assertNotEquals(before, entityTag(host));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"sample, true", "content, true", "identity, false"})
    void replicasAgreeOnTheEntityTagOfAFile(String source, boolean agree) throws Exception {
        RunningHost one = start(files11(handler -> handler.entityTagSource(source)));
        Path replica = Files.createDirectory(folder.resolve("replica"));
        Files.copy(folder.resolve("digits.txt"), replica.resolve("digits.txt"), StandardCopyOption.COPY_ATTRIBUTES);
        RunningHost other = start(files11(handler -> {
            handler.directory(replica);
            handler.entityTagSource(source);
        }));
        String tag = entityTag(one);
        assertEquals(agree, tag.equals(entityTag(other)));
        RawResponse part = ask(other, "GET", "/digits.txt", "Range: bytes=4-", "If-Range: " + tag);
        assertEquals(agree ? 206 : 200, part.status());
    }

    private static String entityTag(RunningHost host) throws Exception {
        return ask(host, "HEAD", "/digits.txt").field("ETag").orElseThrow();
    }

    @Test
    void theAttributesSwitchOffWhatCPythonHasNot() throws Exception {
        RunningHost host = start(files11(handler -> {
            handler.ranges(false);
            handler.entityTags(false);
        }));
        RawResponse response = ask(
                host, "GET", "/digits.txt", "Range: bytes=0-1", "If-None-Match: *", "If-Modified-Since: " + MODIFIED);
        assertEquals(200, response.status());
        assertEquals("0123456789", response.text());
        assertTrue(
                response.all("ETag").isEmpty() && response.all("Accept-Ranges").isEmpty());
    }
}
