package dev.gangway.handler.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestedListingsTest {
    /** Takes every directory for one that has rested. */
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));

    @TempDir
    Path folder;

    private final RestedListings listings = new RestedListings(OpenTree.INSTANCE::entries, LATER);

    @BeforeEach
    void needsTheTimeOfChange() throws IOException {
        Assumptions.assumeTrue(FileNames.areBytes(FileSystems.getDefault()), "no time of change here");
        Files.writeString(folder.resolve("a"), "");
    }

    private String lines() throws IOException {
        return new String(listings.lines(folder), StandardCharsets.US_ASCII);
    }

    /** Changes the folder for as long as it takes the clock of the file system to tick. */
    private void change(Change change) throws IOException {
        FileTime before = changed();
        change.run();
        while (changed().equals(before)) {
            Files.delete(Files.writeString(folder.resolve("tick"), ""));
        }
    }

    private interface Change {
        void run() throws IOException;
    }

    private FileTime changed() throws IOException {
        return (FileTime) Files.getAttribute(folder, "unix:ctime");
    }

    @Test
    void keepsWhatHasNotChanged() throws IOException {
        assertSame(listings.lines(folder), listings.lines(folder));
    }

    @Test
    void seesEveryChangeAtOnce() throws IOException {
        assertEquals("<li><a href=\"a\">a</a></li>\n", lines());
        change(() -> Files.writeString(folder.resolve("b"), ""));
        assertTrue(lines().contains(">b<"));
        change(() -> Files.delete(folder.resolve("b")));
        assertTrue(!lines().contains(">b<"));
        change(() -> Files.move(folder.resolve("a"), folder.resolve("c")));
        assertTrue(lines().contains(">c<") && !lines().contains(">a<"));
        change(() -> {
            Files.delete(folder.resolve("c"));
            Files.createDirectory(folder.resolve("c"));
        });
        assertTrue(lines().contains(">c/<"));
    }

    @Test
    void seesAChangeBehindATimeThatWasSetBack() throws IOException {
        FileTime modified = Files.getLastModifiedTime(folder);
        listings.lines(folder);
        change(() -> {
            Files.writeString(folder.resolve("b"), "");
            Files.setLastModifiedTime(folder, modified);
        });
        assertTrue(lines().contains(">b<"));
    }

    @Test
    void doesNotKeepWhatMayStillChangeWithinTheSameTick() throws IOException {
        Instant changed = changed().toInstant();
        for (Duration age : new Duration[] {Duration.ZERO, RestedListings.REST, Duration.ofMinutes(-1)}) {
            RestedListings warm =
                    new RestedListings(OpenTree.INSTANCE::entries, Clock.fixed(changed.plus(age), ZoneOffset.UTC));
            assertNotSame(warm.lines(folder), warm.lines(folder));
        }
    }

    @Test
    void doesNotKeepLinks() throws IOException {
        Path target = Files.createDirectory(folder.resolve("target"));
        Path listed = Files.createDirectory(folder.resolve("listed"));
        Files.createSymbolicLink(listed.resolve("link"), target);
        assertTrue(new String(listings.lines(listed), StandardCharsets.US_ASCII).contains("link/"));
        Files.delete(target);
        assertTrue(!new String(listings.lines(listed), StandardCharsets.US_ASCII).contains("link/"));
    }

    @Test
    void forgetsTheLongestUnusedWhenThereIsTooMuch() throws IOException {
        Path big = Files.createDirectory(folder.resolve("big"));
        byte[] kept = listings.lines(big);
        RestedListings full = new RestedListings(
                directory -> IntStream.range(0, 20_000)
                        .mapToObj(i -> new DirectoryEntry("some-name-" + i, false, false, null))
                        .toList(),
                LATER);
        byte[] first = full.lines(big);
        assertSame(first, full.lines(big));
        for (int i = 0; i < 10; i++) {
            full.lines(Files.createDirectory(folder.resolve("d" + i)));
        }
        assertNotSame(first, full.lines(big));
        assertSame(kept, listings.lines(big));
    }
}
