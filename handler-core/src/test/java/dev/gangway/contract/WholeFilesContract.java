package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A file that is sent whole: its fields and its bytes. */
public abstract class WholeFilesContract extends FilesFixture {
    @Test
    @Needs(without = HostDifference.OWN_FRAMING)
    void aFileThatIsSentOver11HasAnEntityTag() throws Exception {
        RawResponse response = ask("GET", "/digits.txt");
        assertEquals(200, response.status());
        assertEquals("0123456789", response.text());
        assertEquals("Server Date Content-type Content-Length Last-Modified ETag Accept-Ranges", names(response));
        assertEquals(MODIFIED, response.field("Last-Modified").orElse("none"));
        String tag = response.field("ETag").orElse("none");
        assertTrue(tag.matches("\"[0-9a-f]+-a\""), tag);
        assertEquals("bytes", response.field("Accept-Ranges").orElse("none"));
    }

    @Test
    @Needs(without = HostDifference.OWN_FRAMING)
    void aFileThatIsSentOver10HasTheFieldsThatCPythonSends() throws Exception {
        byte[] bytes = start(files10()).exchange(latin("GET /digits.txt HTTP/1.0\r\n\r\n"));
        RawResponse response = RawResponse.readOne(bytes, "GET");
        assertEquals("Server Date Content-type Content-Length Last-Modified", names(response));
    }

    private static String names(RawResponse response) {
        return response.fields().stream().map(Map.Entry::getKey).collect(Collectors.joining(" "));
    }

    @Test
    void tellsTheTimeOfModification() throws Exception {
        assertEquals(MODIFIED, ask("GET", "/digits.txt").field("Last-Modified").orElse("none"));
    }

    @Test
    void givesHeadTheFieldsOfGet() throws Exception {
        RunningHost host = start(files11());
        for (String path : List.of("/digits.txt", "/", "/missing")) {
            RawResponse get = ask(host, "GET", path);
            RawResponse head = ask(host, "HEAD", path);
            assertEquals(withoutDate(get), withoutDate(head), path);
            assertEquals(get.status(), head.status());
        }
    }

    private static List<String> withoutDate(RawResponse response) {
        return response.fields().stream()
                .filter(field -> !field.getKey().equalsIgnoreCase("Date"))
                .map(Object::toString)
                .toList();
    }

    @Test
    void servesALargeFileWhole() throws Exception {
        byte[] content = new byte[5_000_003];
        new Random(1).nextBytes(content);
        Files.write(folder.resolve("large.bin"), content);
        RunningHost host = start(files11());
        assertArrayEquals(content, ask(host, "GET", "/large.bin").body());
        RawResponse tail = ask(host, "GET", "/large.bin", "Range: bytes=4000000-");
        assertArrayEquals(Arrays.copyOfRange(content, 4_000_000, content.length), tail.body());
    }
}
