package dev.gangway.handler.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.store.OpenFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBodyTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makeFile() throws IOException {
        file = Files.writeString(folder.resolve("file"), "0123456789");
    }

    private OpenFile open() throws IOException {
        return OpenFile.own(FileChannel.open(file, StandardOpenOption.READ));
    }

    @Test
    void givesItsRangeHoweverItIsRead() throws IOException {
        ByteRange range = new ByteRange(2, 6);
        try (InputStream body = new FileBody(open(), range)) {
            assertEquals("23456", new String(body.readAllBytes(), ISO_8859_1));
            assertEquals(-1, body.read());
        }
        try (InputStream body = new FileBody(open(), range)) {
            assertEquals(5, body.available());
            assertEquals('2', body.read());
            assertEquals(2, body.skip(2));
            assertEquals("56", new String(body.readNBytes(10), ISO_8859_1));
            assertEquals(0, body.skip(1));
            assertEquals(0, body.available());
        }
        try (InputStream body = new FileBody(open(), range)) {
            assertEquals("23456", transferred(body));
        }
    }

    private static String transferred(InputStream body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(body.transferTo(out), out.size());
        return out.toString(ISO_8859_1);
    }

    @Test
    void givesNothingOfNothing() throws IOException {
        try (InputStream body = new FileBody(open(), 0, 0)) {
            assertEquals(-1, body.read());
            assertEquals("", transferred(body));
        }
    }

    @Test
    void endsEarlyIfTheFileShrinks() throws IOException {
        try (InputStream body = new FileBody(open(), 0, 10)) {
            Files.writeString(file, "abc");
            assertEquals("abc", transferred(body));
        }
    }

    @Test
    void endsWherePromisedIfTheFileGrows() throws IOException {
        try (InputStream body = new FileBody(open(), 0, 10)) {
            Files.writeString(file, "abc", StandardOpenOption.APPEND);
            assertEquals("0123456789", transferred(body));
        }
    }

    @Test
    void readsBeyondTwoGibibytes() throws IOException {
        long offset = 5_000_000_000L;
        try (FileChannel sparse = FileChannel.open(file, StandardOpenOption.WRITE)) {
            sparse.write(ISO_8859_1.encode("end"), offset);
        }
        try (FileBody body = new FileBody(open(), 0, offset + 3)) {
            assertEquals(Integer.MAX_VALUE, body.available());
            assertEquals(offset, body.skip(offset));
            assertEquals("end", transferred(body));
        }
    }

    @Test
    void closesTheFile() throws IOException {
        OpenFile first = open();
        new FileBody(first, 0, 10).close();
        assertFalse(first.channel().isOpen());
        OpenFile second = open();
        new MultipartBody(second, List.of(new ByteRange(0, 1)), 10, "text/plain").close();
        assertFalse(second.channel().isOpen());
    }

    @Test
    void manyRangesMakeAMultipart() throws IOException {
        List<ByteRange> ranges = List.of(new ByteRange(7, 8), new ByteRange(0, 0));
        for (boolean transfer : List.of(true, false)) {
            try (MultipartBody body = new MultipartBody(open(), ranges, 10, "text/plain")) {
                String boundary = body.contentType().substring("multipart/byteranges; boundary=".length());
                String expected = """
                        \r
                        --B\r
                        Content-Type: text/plain\r
                        Content-Range: bytes 7-8/10\r
                        \r
                        78\r
                        --B\r
                        Content-Type: text/plain\r
                        Content-Range: bytes 0-0/10\r
                        \r
                        0\r
                        --B--\r
                        """.replace("--B", "--" + boundary);
                assertEquals(expected.length(), body.length());
                assertEquals(expected, transfer ? transferred(body) : new String(body.readAllBytes(), ISO_8859_1));
            }
        }
    }

    @Test
    void aMultipartOfAFileThatShrinksEndsThere() throws IOException {
        List<ByteRange> ranges = List.of(new ByteRange(7, 8), new ByteRange(0, 0));
        try (MultipartBody body = new MultipartBody(open(), ranges, 10, "text/plain")) {
            Files.writeString(file, "abc");
            String sent = transferred(body);
            assertTrue(sent.endsWith("Content-Range: bytes 7-8/10\r\n\r\n"), sent);
        }
    }

    @Test
    void aMediaTypeBeginsNoNewLine() throws IOException {
        try (OpenFile opened = open()) {
            List<ByteRange> ranges = List.of(new ByteRange(0, 0));
            assertThrows(
                    IllegalArgumentException.class, () -> new MultipartBody(opened, ranges, 10, "a/b\r\nX: y").close());
        }
    }
}
