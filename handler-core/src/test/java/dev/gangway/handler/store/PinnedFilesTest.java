package dev.gangway.handler.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Large files under the names of their descriptors. */
@EnabledOnOs(OS.LINUX)
class PinnedFilesTest {
    @TempDir
    Path directory = Path.of("");

    private final FileStore store = new FileStore(10, 2, Clock.systemUTC());
    private Path file = Path.of("");

    @BeforeEach
    void makeFile() throws IOException {
        file = Files.write(directory.resolve("large"), content(1));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static byte[] content(int value) {
        byte[] bytes = new byte[100_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (value + i % 31);
        }
        return bytes;
    }

    private OpenFile open(Path path) throws IOException {
        return store.open(path, Files.readAttributes(path, BasicFileAttributes.class));
    }

    private static Pin pin(OpenFile opened) throws IOException {
        return assertInstanceOf(PinnedChannel.class, opened.channel()).pin();
    }

    private static byte[] read(Pin pin) throws IOException {
        return Files.readAllBytes(Path.of(pin.name()));
    }

    /** Tells whether the name leads to the file, or to nothing, or to another one. */
    private boolean leadsTo(String name, Path path) {
        try {
            return Files.isSameFile(Path.of(name), path);
        } catch (IOException e) {
            return false;
        }
    }

    private interface Opening {
        FileChannel open() throws IOException;
    }

    private FileOpener opener(Opening opening) {
        return new FileOpener() {
            @Override
            public FileChannel open() throws IOException {
                return opening.open();
            }

            @Override
            public BasicFileAttributes attributes() throws IOException {
                return Files.readAttributes(file, BasicFileAttributes.class);
            }
        };
    }

    /** Copying a large file because another thread has just opened it would cost three times as much. */
    @Test
    void aFileThatAnotherThreadHasOpenedMeanwhileIsTheSame() throws IOException {
        OpenFile[] faster = new OpenFile[1];
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        try (OpenFile opened = store.open(file, attributes, opener(() -> {
                    faster[0] = open(file);
                    return FileChannel.open(file);
                }));
                OpenFile first = faster[0];
                Pin pin = pin(opened);
                Pin firstPin = pin(first)) {
            assertEquals(firstPin.name(), pin.name());
            assertArrayEquals(content(1), read(pin));
        }
    }

    @Test
    void aFileThatTookThePlaceMeanwhileIsNotTaken() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        try (OpenFile opened = store.open(file, attributes, opener(() -> {
            FileChannel old = FileChannel.open(file);
            Files.move(Files.write(directory.resolve("other"), content(2)), file, StandardCopyOption.REPLACE_EXISTING);
            open(file).close();
            return old;
        }))) {
            ByteBuffer read = ByteBuffer.allocate(1);
            opened.read(read, 0);
            assertFalse(opened.channel() instanceof PinnedChannel);
        }
    }

    @Test
    void aNameLeadsToTheFileThatWasOpenedThoughAnotherIsInItsPlace() throws IOException {
        try (OpenFile opened = open(file);
                Pin pin = pin(opened)) {
            Path other = Files.write(directory.resolve("other"), content(2));
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            assertArrayEquals(content(1), read(pin));
            try (OpenFile again = open(file);
                    Pin second = pin(again)) {
                assertArrayEquals(content(2), read(second));
            }
        }
    }

    @Test
    void aPinOutlivesTheFileAndTheStore() throws IOException {
        Pin pin;
        try (OpenFile opened = open(file)) {
            pin = pin(opened);
        }
        store.sweep();
        store.sweep();
        store.close();
        assertArrayEquals(content(1), read(pin));
        pin.close();
        pin.close();
        assertFalse(leadsTo(pin.name(), file));
    }

    @Test
    void aFileIsKeptForTheNextRequest() throws IOException {
        String first;
        try (OpenFile opened = open(file);
                Pin pin = pin(opened)) {
            first = pin.name();
        }
        assertTrue(leadsTo(first, file));
        try (OpenFile opened = open(file);
                Pin pin = pin(opened)) {
            assertEquals(first, pin.name());
        }
    }

    @Test
    void isReadByAChannelOfItsOwn() throws IOException {
        try (OpenFile opened = open(file);
                OpenFile other = open(file)) {
            ByteBuffer target = ByteBuffer.allocate(10);
            assertEquals(10, opened.read(target, 31));
            assertArrayEquals(Arrays.copyOf(content(1), 10), target.array());
            assertEquals(100_000, other.size());
            Thread.currentThread().interrupt();
            assertThrows(ClosedChannelException.class, () -> opened.read(target.clear(), 0));
            assertTrue(Thread.interrupted());
            assertEquals(10, other.read(target.clear(), 0));
            try (Pin pin = pin(other)) {
                assertTrue(leadsTo(pin.name(), file));
            }
            assertThrows(
                    NonWritableChannelException.class, () -> other.channel().write(target));
        }
    }

    @Test
    void aClosedChannelGivesNoPin() throws IOException {
        OpenFile opened = open(file);
        opened.close();
        assertThrows(ClosedChannelException.class, () -> pin(opened));
    }

    @Test
    void opensSmallFilesAndThoseBeyondTheBoundWithoutAName() throws IOException {
        Path small = Files.write(directory.resolve("small"), new byte[100]);
        Path second = Files.write(directory.resolve("second"), content(2));
        Path third = Files.write(directory.resolve("third"), content(3));
        try (OpenFile a = open(file);
                OpenFile b = open(second);
                OpenFile c = open(third);
                OpenFile d = open(small)) {
            assertInstanceOf(PinnedChannel.class, a.channel());
            assertInstanceOf(PinnedChannel.class, b.channel());
            assertFalse(c.channel() instanceof PinnedChannel);
            assertFalse(d.channel() instanceof PinnedChannel);
        }
    }
}
