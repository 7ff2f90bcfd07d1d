package dev.gangway.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.RawResponse;
import dev.gangway.contract.RunningHost;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Directories as one file. */
public abstract class ArchivesContract extends FileServerFixture {
    private static final String LONG = "a-very-long-directory-name-".repeat(6) + "é";

    @BeforeEach
    final void makeFiles() throws Exception {
        write("top/a.txt", longText());
        write("top/" + LONG + "/b.bin", "binary");
        write("top/.hidden", "secret");
        Files.createDirectory(folder.resolve("top/empty"));
        Files.createSymbolicLink(folder.resolve("top/link"), Path.of("a.txt"));
        Files.createSymbolicLink(folder.resolve("top/up"), Path.of(".."));
        Files.createSymbolicLink(folder.resolve("top/out"), Path.of("/etc"));
    }

    @AfterEach
    final void deleteTheWayOut() throws Exception {
        Files.delete(folder.resolve("top/out"));
    }

    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.of(
            "top/",
            "",
            "top/a.txt",
            longText(),
            "top/" + LONG + "/",
            "",
            "top/" + LONG + "/b.bin",
            "binary",
            "top/empty/",
            "",
            "top/link",
            longText()));

    @Test
    void zips() throws Exception {
        RawResponse response = ask(handler -> handler.archive(true), "GET", "/top/?archive=zip");
        assertEquals("application/zip", type(response));
        assertEquals(
                "attachment; filename=\"top.zip\"; filename*=UTF-8''top.zip",
                response.field("Content-Disposition").orElse("none"));
        Map<String, String> found = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        // The way up leads to a directory that has this one in it, once.
        found.keySet().removeIf(name -> name.startsWith("top/up/"));
        assertEquals(EXPECTED, found);
    }

    @Test
    void tars() throws Exception {
        RawResponse response = ask(handler -> handler.archive(true), "GET", "/top/?archive=tar.gz");
        Map<String, String> found = new TreeMap<>();
        String path = null;
        try (GZIPInputStream tar = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            for (byte[] head = tar.readNBytes(512); head[0] != 0; head = tar.readNBytes(512)) {
                String name = new String(head, 0, 100, StandardCharsets.UTF_8).split("\0")[0];
                int length = Integer.parseInt(new String(head, 124, 11, StandardCharsets.US_ASCII), 8);
                String content = new String(tar.readNBytes(length), StandardCharsets.UTF_8);
                tar.skipNBytes(-length & 511);
                if (head[156] == 'x') {
                    path = content.substring(content.indexOf("path=") + 5, content.length() - 1);
                } else {
                    found.put(path == null ? name : path, content);
                    path = null;
                }
            }
        }
        found.keySet().removeIf(name -> name.startsWith("top/up/"));
        assertEquals(EXPECTED, found);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    true  | /top/?archive=rar      | 400
                    true  | /top/a.txt?archive=zip | 400
                    true  | /missing/?archive=zip  | 404
                    true  | /top/.hidden/?archive=zip | 404
                    true  | /top/out/?archive=zip  | 404
                    true  | /top?archive=zip       | 200
                    false | /top/?archive=zip      | 200
                    """)
    void answersOtherRequests(boolean archive, String target, int status) throws Exception {
        RawResponse response = ask(handler -> handler.archive(archive), "GET", target);
        assertEquals(status, response.status());
        if (!archive) {
            assertEquals("text/html;charset=utf-8", type(response));
        }
    }

    @Test
    void tellsOfAnArchiveWithoutMakingIt() throws Exception {
        RunningHost host = serve(handler -> handler.archive(true));
        RawResponse response = ask(host, "HEAD", "/top/?archive=zip");
        assertEquals("application/zip", type(response));
        assertTrue(ask(host, "GET", "/top/").text().contains("?archive=tar.gz"));
    }
}
