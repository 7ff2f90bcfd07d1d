package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Part of a file, as Undertow takes it. */
class FileRangeTest {
    @TempDir
    private Path directory;

    private FileChannel open(String content) throws IOException {
        return FileChannel.open(Files.writeString(directory.resolve("file"), content));
    }

    private static String take(FileRange range) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long at = range.position();
        while (at < range.size()) {
            at += range.transferTo(at, range.size() - at, Channels.newChannel(out));
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void endsWhereThePartEnds() throws Exception {
        try (FileChannel file = open("0123456789")) {
            FileRange range = new FileRange(file, 2, 5);
            assertEquals("23456", take(range));
            assertEquals(5, range.taken());
        }
    }

    /** Undertow does so while the head is still to be sent. */
    @Test
    void isReadFromItsPositionAtFirst() throws Exception {
        try (FileChannel file = open("0123456789")) {
            FileRange range = new FileRange(file, 2, 5);
            ByteBuffer three = ByteBuffer.allocate(3);
            assertEquals(3, range.read(three));
            ByteBuffer many = ByteBuffer.allocate(100);
            assertEquals(2, range.read(many));
            assertEquals("23456", text(three) + text(many));
            assertEquals(100, many.limit());
        }
    }

    private static String text(ByteBuffer buffer) {
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void throwsIfTheFileHasShrunk() throws Exception {
        try (FileChannel file = open("01234")) {
            FileRange range = new FileRange(file, 2, 5);
            assertThrows(EOFException.class, () -> take(range));
            assertEquals(3, range.taken());
            assertThrows(EOFException.class, () -> new FileRange(file, 5, 5).read(ByteBuffer.allocate(1)));
        }
    }

    @Test
    void leavesTheFileOpen() throws Exception {
        try (FileChannel file = open("01234")) {
            new FileRange(file, 0, 5).close();
            assertEquals(5, file.size());
        }
    }
}
