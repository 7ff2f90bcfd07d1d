package dev.gangway.handler.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no key there, so none is kept open")
class OpenFilesTest {
    @TempDir
    Path folder;

    private final OpenFiles files = new OpenFiles(2);
    private Path file;

    @BeforeEach
    void makeFile() throws IOException {
        file = Files.writeString(folder.resolve("file"), "old");
    }

    private OpenFile open(Path path) throws IOException {
        return files.open(path, Files.readAttributes(path, BasicFileAttributes.class), new PathOpener(path));
    }

    private static String text(OpenFile opened) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) opened.size());
        opened.channel().read(bytes, 0);
        return new String(bytes.array(), US_ASCII);
    }

    private FileChannel openAndClose(Path path) throws IOException {
        try (OpenFile opened = open(path)) {
            return opened.channel();
        }
    }

    @Test
    void aFileIsOpenedOnceForManyRequests() throws IOException {
        FileChannel first = openAndClose(file);
        assertTrue(first.isOpen());
        assertSame(first, openAndClose(file));
    }

    @Test
    void whatIsWrittenToTheFileIsSeenAtOnce() throws IOException {
        openAndClose(file);
        for (String now : new String[] {"new", "longer than before", ""}) {
            Files.writeString(file, now);
            try (OpenFile opened = open(file)) {
                assertEquals(now, text(opened));
            }
        }
    }

    @Test
    void aFileThatTakesThePlaceOfAnotherIsSeenAtOnce() throws IOException {
        FileChannel before = openAndClose(file);
        Path other = Files.writeString(folder.resolve("other"), "new");
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        try (OpenFile opened = open(file)) {
            assertEquals("new", text(opened));
        }
        assertFalse(before.isOpen());
    }

    @Test
    void aFileIsClosedAtTheSecondSweep() throws IOException {
        FileChannel channel = openAndClose(file);
        files.sweep();
        assertSame(channel, openAndClose(file));
        files.sweep();
        assertFalse(channel.isOpen());
        assertNotSame(channel, openAndClose(file));
    }

    @Test
    void whoeverReadsAFileKeepsItOpen() throws IOException {
        OpenFile reading = open(file);
        files.clear();
        assertEquals("old", text(reading));
        reading.close();
        reading.close();
        assertFalse(reading.channel().isOpen());
    }

    @Test
    void noMoreAreKeptThanMayBe() throws IOException {
        assertTrue(openAndClose(file).isOpen());
        assertTrue(openAndClose(Files.createFile(folder.resolve("second"))).isOpen());
        assertFalse(openAndClose(Files.createFile(folder.resolve("third"))).isOpen());
        files.close();
        assertFalse(openAndClose(file).isOpen());
    }

    @Test
    void aLongFileIsNotKept() throws IOException {
        assertTrue(openAndClose(Files.write(folder.resolve("short"), new byte[65_536]))
                .isOpen());
        assertFalse(openAndClose(Files.write(folder.resolve("long"), new byte[65_537]))
                .isOpen());
    }

    @Test
    void aReaderThatIsInterruptedDoesNoHarmToOthers() throws IOException {
        OpenFile one = open(file);
        OpenFile other = open(file);
        interruptWhileReading(one);
        ClosedChannelException failure =
                assertThrows(ClosedChannelException.class, () -> other.channel().read(ByteBuffer.allocate(1), 0));
        other.reopen(failure);
        assertEquals("old", text(other));
        other.close();
        one.close();
        assertFalse(other.channel().isOpen());
        assertTrue(openAndClose(file).isOpen());
    }

    @Test
    void aFileIsNotOpenedAnewIfAnotherHasTakenItsPlace() throws IOException {
        OpenFile one = open(file);
        OpenFile other = open(file);
        interruptWhileReading(one);
        Files.move(Files.writeString(folder.resolve("new"), "new"), file, StandardCopyOption.REPLACE_EXISTING);
        assertThrows(NoSuchFileException.class, () -> other.reopen(new ClosedChannelException()));
        other.close();
        one.close();
    }

    @Test
    void aFailureOfOnesOwnIsNotHealed() throws IOException {
        OpenFile own = OpenFile.own(FileChannel.open(file));
        own.close();
        ClosedChannelException failure = new ClosedChannelException();
        assertSame(failure, assertThrows(ClosedChannelException.class, () -> own.reopen(failure)));
    }

    private static void interruptWhileReading(OpenFile opened) {
        Thread.currentThread().interrupt();
        assertThrows(ClosedByInterruptException.class, () -> opened.channel().read(ByteBuffer.allocate(1), 0));
        assertTrue(Thread.interrupted());
    }
}
