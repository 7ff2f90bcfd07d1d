package dev.gangway.handler.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When a sample of a file is read anew. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it tells no identity of files, so none is kept")
class KeptSamplesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final FileTime OLD = FileTime.from(NOW.minusSeconds(60));

    @TempDir
    private Path folder;

    private final FileStore store = new FileStore(8, Clock.fixed(NOW, ZoneOffset.UTC));
    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = write("file", "one", OLD);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    /** A program that writes and sets the time back shows whether the content was read. */
    @Test
    void isKeptUntilTheSecondSweep() throws IOException {
        long one = sample();
        write("file", "two", OLD);
        assertEquals(one, sample());
        store.sweep();
        assertEquals(one, sample());
        store.sweep();
        assertNotEquals(one, sample());
    }

    @Test
    void isReadAnewWhenTheTimeChanges() throws IOException {
        long one = sample();
        write("file", "two", FileTime.from(NOW.minusSeconds(30)));
        assertNotEquals(one, sample());
    }

    @Test
    void isReadAnewWhenTheLengthChanges() throws IOException {
        long one = sample();
        write("file", "three", OLD);
        assertNotEquals(one, sample());
    }

    @Test
    void isReadAnewWhenAnotherFileTakesThePlace() throws IOException {
        long one = sample();
        Files.move(write("other", "two", OLD), file, StandardCopyOption.REPLACE_EXISTING);
        assertNotEquals(one, sample());
    }

    /** Within the same tick of a file system's clock, the next change has the same time. */
    @Test
    void isNotKeptOfAFileThatHasJustChanged() throws IOException {
        FileTime fresh = FileTime.from(NOW.minusMillis(500));
        write("file", "one", fresh);
        long one = sample();
        write("file", "two", fresh);
        assertNotEquals(one, sample());
    }

    @Test
    void isNotKeptByAServerWithoutAStoreOfItsOwn() throws IOException {
        try (FileStore none = new FileStore(0, Clock.fixed(NOW, ZoneOffset.UTC))) {
            long one = sample(none);
            write("file", "two", OLD);
            assertNotEquals(one, sample(none));
        }
    }

    private Path write(String name, String content, FileTime modified) throws IOException {
        Path written = Files.writeString(folder.resolve(name), content);
        return Files.setLastModifiedTime(written, modified);
    }

    private long sample() throws IOException {
        return sample(store);
    }

    private long sample(FileStore from) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        try (OpenFile open = from.open(file, attributes)) {
            return from.sample(file, attributes, open);
        }
    }
}
