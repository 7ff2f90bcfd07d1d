package dev.gangway.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that change between two requests, or while they are sent. */
public abstract class ChangingFilesContract extends FilesFixture {
    /** One server is asked after each change: whatever it keeps of a file must not outlive it. */
    @ParameterizedTest(name = "links: {0}")
    @ValueSource(strings = {"follow", "inside"})
    void aFileIsSentAsItIsWhenItIsAskedFor(String links) throws Exception {
        Path file = folder.resolve("file.txt");
        RunningHost host = start(files11(handler -> handler.symbolicLinks(links)));
        write("file.txt", "first");
        assertEquals("first", content(host));
        write("file.txt", "equal");
        assertEquals("equal", content(host), "overwritten, with the length and the time that it had");
        write("file.txt", "longer than it was");
        assertEquals("longer than it was", content(host));
        write("file.txt", "");
        assertEquals("", content(host));
        Files.move(write("other.txt", "moved"), file, StandardCopyOption.REPLACE_EXISTING);
        assertEquals("moved", content(host), "another file with its name");
        Files.delete(file);
        assertEquals(404, ask(host, "GET", "/file.txt").status());
        Files.createDirectory(file);
        assertEquals(301, ask(host, "GET", "/file.txt").status());
        Files.delete(file);
        write("file.txt", "again");
        assertEquals("again", content(host));
    }

    /** The directory on the way is renamed, another one takes its name, and then a link out of the served directory. */
    @Test
    void aDirectoryIsTheOneThatHasItsNameNow() throws Exception {
        RunningHost host = start(files11(handler -> handler.symbolicLinks("inside")));
        write("way/file.txt", "first");
        assertEquals("first", ask(host, "GET", "/way/file.txt").text());
        Files.move(folder.resolve("way"), folder.resolve("old"));
        assertEquals(404, ask(host, "GET", "/way/file.txt").status());
        assertEquals("first", ask(host, "GET", "/old/file.txt").text());
        write("way/file.txt", "second");
        assertEquals("second", ask(host, "GET", "/way/file.txt").text());
        Path outside = Files.createTempDirectory("outside");
        try {
            Files.move(folder.resolve("way"), outside.resolve("way"));
            Files.createSymbolicLink(folder.resolve("way"), outside.resolve("way"));
            assertEquals(404, ask(host, "GET", "/way/file.txt").status());
        } finally {
            Files.delete(outside.resolve("way/file.txt"));
            Files.delete(outside.resolve("way"));
            Files.delete(outside);
        }
    }

    @Test
    void noticesAChangeAtOnce() throws Exception {
        RunningHost host = start(files11());
        for (int i = 0; i < 50; i++) {
            String content = "content " + (i % 10);
            Files.writeString(folder.resolve("file.txt"), content);
            assertEquals(content, content(host));
        }
    }

    private static String content(RunningHost host) throws Exception {
        RawResponse response = ask(host, "GET", "/file.txt");
        assertEquals(200, response.status());
        return response.text();
    }

    @Test
    void cutsTheConnectionIfTheFileShrinks() throws Exception {
        Path file = write("shrinks", "x".repeat(100_000));
        byte[] bytes = start(() -> changing(file, 50_000))
                .exchange(latin(request("GET /shrinks") + request("GET /digits.txt", "Connection: close")));
        assertThrows(EOFException.class, () -> RawResponse.readAll(bytes, "GET"));
        assertEquals(1, new String(bytes, ISO_8859_1).split("HTTP/1.1 200", -1).length - 1);
    }

    @Test
    void keepsItsPromiseIfTheFileGrows() throws Exception {
        Path file = write("grows", "x".repeat(100_000));
        byte[] bytes = start(() -> changing(file, 150_000))
                .exchange(latin(request("GET /grows") + request("GET /digits.txt", "Connection: close")));
        List<RawResponse> responses = RawResponse.readAll(bytes, "GET", "GET");
        assertEquals(100_000, responses.get(0).body().length);
        assertEquals("0123456789", responses.get(1).text());
    }

    /** A handler that finds the file of another length when it has sent the head. */
    private Files11 changing(Path file, long length) {
        return new Files11(folder) {
            @Override
            public void copyfile(InputStream source, OutputStream outputfile) throws IOException {
                if (path().equals("/" + file.getFileName())) {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.truncate(length);
                        channel.write(ISO_8859_1.encode("."), length - 1);
                    }
                }
                super.copyfile(source, outputfile);
            }
        };
    }

    @Test
    void sendsAFileThatIsDeletedMeanwhile() throws Exception {
        Path file = write("deleted", "still here");
        RunningHost host = start(() -> new Files11(folder) {
            @Override
            public void copyfile(InputStream source, OutputStream outputfile) throws IOException {
                Files.delete(file);
                super.copyfile(source, outputfile);
            }
        });
        assertEquals("still here", ask(host, "GET", "/deleted").text());
    }
}
