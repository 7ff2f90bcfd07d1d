package dev.gangway.handler.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.ClosedDirectoryStreamException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenDirectoriesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Path NAME = Path.of("name");

    @TempDir
    Path folder;

    private final OpenDirectories directories = new OpenDirectories(2, Clock.fixed(NOW, ZoneOffset.UTC));
    private Path directory;

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = Files.createDirectory(folder.resolve("directory"));
        rest(directory, 60);
    }

    @AfterEach
    void close() {
        directories.close();
    }

    private static void rest(Path directory, int seconds) throws IOException {
        Files.setLastModifiedTime(directory, FileTime.from(NOW.minusSeconds(seconds)));
    }

    private static BasicFileAttributes look(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }

    private static SecureDirectoryStream<Path> stream(Path path) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(path);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        stream.close();
        return Assumptions.abort("directories cannot be held open");
    }

    private OpenDirectory open(Path path) throws IOException {
        return directories.open(path, look(path), () -> stream(path));
    }

    private SecureDirectoryStream<Path> openAndClose(Path path) throws IOException {
        try (OpenDirectory opened = open(path)) {
            return opened.stream();
        }
    }

    private static void assertIsOpen(boolean open, SecureDirectoryStream<Path> stream) throws IOException {
        BasicFileAttributeView view = stream.getFileAttributeView(BasicFileAttributeView.class);
        if (open) {
            assertNotNull(view.readAttributes());
        } else {
            assertThrows(ClosedDirectoryStreamException.class, view::readAttributes);
        }
    }

    @Test
    void aDirectoryIsOpenedOnceForManyRequests() throws IOException {
        SecureDirectoryStream<Path> first = openAndClose(directory);
        assertSame(first, openAndClose(directory));
        assertIsOpen(true, first);
    }

    @Test
    void aDirectoryThatTakesThePlaceOfAnotherIsSeenAtOnce() throws IOException {
        SecureDirectoryStream<Path> before = openAndClose(directory);
        Files.move(directory, folder.resolve("elsewhere"));
        Files.createFile(Files.createDirectory(directory).resolve(NAME));
        try (OpenDirectory opened = open(directory)) {
            assertNotNull(opened.look(NAME, look(directory)));
        }
        assertIsOpen(false, before);
    }

    /** Another one may have taken the place of the directory that was found. */
    @Test
    void aDirectoryIsKeptAsTheOneThatWasOpened() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        SecureDirectoryStream<Path> opened;
        try (OpenDirectory first = directories.open(directory, look(directory), () -> stream(other))) {
            opened = first.stream();
        }
        assertNotSame(opened, openAndClose(directory));
        assertIsOpen(false, opened);
    }

    @Test
    void aDirectoryIsClosedAtTheSecondSweep() throws IOException {
        SecureDirectoryStream<Path> first = openAndClose(directory);
        directories.sweep();
        assertSame(first, openAndClose(directory));
        directories.sweep();
        assertIsOpen(false, first);
        assertNotSame(first, openAndClose(directory));
    }

    @Test
    void aRequestKeepsADirectoryOpen() throws IOException {
        OpenDirectory used = open(directory);
        directories.clear();
        assertIsOpen(true, used.stream());
        used.close();
        used.close();
        assertIsOpen(false, used.stream());
        assertNull(used.again());
    }

    @Test
    void aDirectoryIsLentAgainWhileItIsKept() throws IOException {
        OpenDirectory first = open(directory);
        first.close();
        OpenDirectory again = first.again();
        assertNotNull(again);
        directories.clear();
        assertIsOpen(true, again.stream());
        again.close();
        assertIsOpen(false, again.stream());
    }

    @Test
    void noMoreAreKeptThanMayBe() throws IOException {
        assertIsOpen(true, openAndClose(directory));
        assertIsOpen(true, openAndClose(Files.createDirectory(folder.resolve("second"))));
        OpenDirectory third = open(Files.createDirectory(folder.resolve("third")));
        third.close();
        assertIsOpen(false, third.stream());
        assertNull(third.again());
        directories.close();
        assertIsOpen(false, openAndClose(directory));
    }

    @Test
    void aNameThatWasMissingIsFoundOnceTheDirectoryHasChanged() throws IOException {
        try (OpenDirectory opened = open(directory)) {
            BasicFileAttributes rested = look(directory);
            assertNull(opened.look(NAME, rested));
            Files.createFile(directory.resolve(NAME));
            assertNull(opened.look(NAME, rested), "the directory is said to be as it was");
            assertNotNull(opened.look(NAME, look(directory)));
        }
    }

    @Test
    void aNameIsLookedForAgainWhileTheDirectoryHasNotRested() throws IOException {
        rest(directory, 1);
        try (OpenDirectory opened = open(directory)) {
            BasicFileAttributes warm = look(directory);
            assertNull(opened.look(NAME, warm));
            Files.createFile(directory.resolve(NAME));
            assertNotNull(opened.look(NAME, warm));
        }
    }

    @Test
    void missingNamesAreForgottenWithTheDirectory() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (OpenDirectory opened = open(directory)) {
                assertEquals(i == 1, opened.look(NAME, look(directory)) != null);
            }
            Files.write(directory.resolve(NAME), new byte[0]);
            rest(directory, 60);
            directories.sweep();
            directories.sweep();
        }
    }
}
