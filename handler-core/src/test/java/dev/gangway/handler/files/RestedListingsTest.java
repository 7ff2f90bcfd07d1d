package dev.gangway.handler.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.ListingSource;
import dev.gangway.handler.store.ListingText;
import dev.gangway.host.MemoryHost;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listings of directories that a {@link FileStore} keeps. */
class RestedListingsTest {
    /** Takes every directory for one that has rested. */
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));

    @TempDir
    Path folder;

    private static final Duration RESTED = Duration.ofSeconds(2);

    private final FileStore listings = new FileStore(0, LATER);

    @BeforeEach
    void needsTheTimeOfChange() throws IOException {
        Assumptions.assumeTrue(FileNames.areBytes(FileSystems.getDefault()), "no time of change here");
        Files.writeString(folder.resolve("a"), "");
    }

    private ListingText lines(Path directory) throws IOException {
        return OpenTree.INSTANCE.lines(directory, listings);
    }

    private static String text(ListingText lines) throws IOException {
        return new String(lines.open().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private String lines() throws IOException {
        return text(lines(folder));
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
        assertSame(lines(folder), lines(folder));
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
        lines(folder);
        change(() -> {
            Files.writeString(folder.resolve("b"), "");
            Files.setLastModifiedTime(folder, modified);
        });
        assertTrue(lines().contains(">b<"));
    }

    @Test
    void doesNotKeepWhatMayStillChangeWithinTheSameTick() throws IOException {
        Instant changed = changed().toInstant();
        for (Duration age : new Duration[] {Duration.ZERO, RESTED, Duration.ofMinutes(-1)}) {
            FileStore warm = new FileStore(0, Clock.fixed(changed.plus(age), ZoneOffset.UTC));
            assertNotSame(OpenTree.INSTANCE.lines(folder, warm), OpenTree.INSTANCE.lines(folder, warm));
        }
    }

    @Test
    void doesNotKeepLinks() throws IOException {
        Path target = Files.createDirectory(folder.resolve("target"));
        Path listed = Files.createDirectory(folder.resolve("listed"));
        Files.createSymbolicLink(listed.resolve("link"), target);
        assertTrue(text(lines(listed)).contains("link/"));
        Files.delete(target);
        assertTrue(!text(lines(listed)).contains("link/"));
    }

    @Test
    void forgetsTheLongestUnusedWhenThereIsTooMuch() throws IOException {
        Path big = Files.createDirectory(folder.resolve("big"));
        ListingText kept = lines(big);
        FileStore full = new FileStore(0, LATER);
        ListingSource source = directory -> new ListingSource.Listing(ListingText.of(new byte[1 << 20]), false);
        ListingText first = full.listing(big, source);
        assertSame(first, full.listing(big, source));
        for (int i = 0; i < 10; i++) {
            full.listing(Files.createDirectory(folder.resolve("d" + i)), source);
        }
        assertNotSame(first, full.listing(big, source));
        assertSame(kept, lines(big));
    }

    @Test
    void keepsNoTextThatIsNotInMemory() throws IOException {
        ListingText made = new ListingText() {
            @Override
            public long length() {
                return 1;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[1]);
            }
        };
        Queue<ListingText> texts = new ArrayDeque<>(List.of(made, ListingText.of(new byte[2])));
        ListingSource source = directory -> new ListingSource.Listing(texts.remove(), false);
        assertSame(made, listings.listing(folder, source));
        assertEquals(2, listings.listing(folder, source).length());
        assertEquals(2, listings.listing(folder, source).length());
    }

    @Test
    void keepsNothingOnceTheServerHasEnded() throws IOException {
        ListingText kept = lines(folder);
        assertSame(kept, lines(folder));
        listings.close();
        assertNotSame(kept, lines(folder));
        assertNotSame(lines(folder), lines(folder));
    }

    @Test
    void keepsNothingForAServerWithoutAStore() throws IOException {
        FileStore none = FileStore.of(new MemoryHost(() -> connection -> {}));
        assertNotSame(OpenTree.INSTANCE.lines(folder, none), OpenTree.INSTANCE.lines(folder, none));
    }
}
