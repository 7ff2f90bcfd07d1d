package dev.gangway.handler.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.OpenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntityTagTest {
    private static final Instant THEN = Instant.parse("2023-11-14T22:13:20.123456789Z");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "[{1}] has {0}: weakly {2}, strongly {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "a"   | "a"              | true  | true
                    "a"   | *                | true  | true
                    "a"   | ` * `            | true  | true
                    "a"   | W/"a"            | true  | false
                    W/"a" | "a"              | true  | false
                    W/"a" | W/"a"            | true  | false
                    "a"   | "b"              | false | false
                    "a"   | "b", "a"         | true  | true
                    "a"   | "b","c",W/"d","a"| true  | true
                    "a"   | ,, "a"           | true  | true
                    "a"   | "b,"a"           | false | false
                    "a"   | "aa"             | false | false
                    "a"   | ""               | false | false
                    "a"   | ``               | false | false
                    "a"   | a                | false | false
                    "a"   | a, "a"           | false | false
                    "a"   | "a               | false | false
                    "a"   | w/"a"            | false | false
                    "a"   | W/               | false | false
                    "a"   | "b" x "a"        | false | false
                    "a,b" | "x", "a,b"       | true  | true
                    """)
    void isInAList(String tag, String list, boolean weakly, boolean strongly) {
        boolean weak = tag.startsWith("W/");
        EntityTag own = new EntityTag(weak, weak ? tag.substring(2) : tag);
        assertEquals(tag, own.toString());
        assertEquals(weakly, own.isIn(list, false));
        assertEquals(strongly, own.isIn(list, true));
    }

    @ParameterizedTest(name = "{0}, {1} bytes")
    @CsvSource({
        "SAMPLE, 0",
        "SAMPLE, 3",
        "SAMPLE, 8192",
        "SAMPLE, 8193",
        "SAMPLE, 100000",
        "CONTENT, 3",
        "CONTENT, 100000"
    })
    void isTheSameForEqualFiles(TagSource source, int size) throws IOException {
        Path one = write("one", size, -1);
        Path other = write("other", size, -1);
        assertEquals(tag(source, one, THEN), tag(source, other, THEN));
        assertEquals(
                source == TagSource.CONTENT, tag(source, one, THEN).equals(tag(source, other, THEN.plusSeconds(1))));
    }

    @ParameterizedTest(name = "{0}, {1} bytes, byte {2} changed")
    @CsvSource({
        "SAMPLE, 3, 0",
        "SAMPLE, 3, 2",
        "SAMPLE, 8192, 4096",
        "SAMPLE, 100000, 0",
        "SAMPLE, 100000, 4095",
        "SAMPLE, 100000, 95904",
        "SAMPLE, 100000, 99999",
        "CONTENT, 3, 1",
        "CONTENT, 100000, 50000",
        "CONTENT, 100000, 99999",
        "IDENTITY, 3, 0"
    })
    void tellsFilesOfOneSizeAndTimeApart(TagSource source, int size, int changed) throws IOException {
        Path file = write("a", size, -1);
        EntityTag before = tag(source, file, THEN);
        Files.move(write("b", size, changed), file, StandardCopyOption.REPLACE_EXISTING);
        assertNotEquals(before, tag(source, file, THEN));
    }

    @Test
    void missesTheMiddleOfALongFileWhereItIsMadeOfASample() throws IOException {
        Path file = write("a", 100_000, -1);
        EntityTag before = tag(TagSource.SAMPLE, file, THEN);
        Files.move(write("b", 100_000, 50_000), file, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(before, tag(TagSource.SAMPLE, file, THEN));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(TagSource.class)
    void changesWithTheLength(TagSource source) throws IOException {
        Path file = write("a", 100, -1);
        EntityTag before = tag(source, file, THEN);
        assertEquals(before, tag(source, file, THEN));
        assertNotEquals(before, tag(source, write("a", 101, -1), THEN));
    }

    @Test
    void changesWithTheTimeUnlessItIsMadeOfTheContent() throws IOException {
        Path file = write("a", 100, -1);
        for (TagSource source : TagSource.values()) {
            boolean same = tag(source, file, THEN).equals(tag(source, file, THEN.plusNanos(1000)));
            assertEquals(source == TagSource.CONTENT, same, source.toString());
        }
    }

    /** What a store keeps of a file must not outlive a change that leaves length and time as they were. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"SAMPLE, 100", "CONTENT, 100", "CONTENT, 100000"})
    void isNotThatOfAFileThatStoodThereBefore(TagSource source, int size) throws IOException {
        try (FileStore store = new FileStore(10, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)))) {
            Path file = write("a", size, -1);
            EntityTag before = tag(source, file, THEN, store);
            assertEquals(before, tag(source, file, THEN, store));
            Files.move(write("b", size, size / 2), file, StandardCopyOption.REPLACE_EXISTING);
            assertNotEquals(before, tag(source, file, THEN, store));
        }
    }

    @Test
    void isWeakWhileTheFileIsStillWarm() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "one");
        Files.setLastModifiedTime(file, FileTime.from(THEN));
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        assertTrue(EntityTag.isWarm(attributes, THEN));
        assertTrue(EntityTag.isWarm(attributes, THEN.plusMillis(1999)));
        assertFalse(EntityTag.isWarm(attributes, THEN.plusSeconds(2)));
        assertTrue(EntityTag.isWarm(attributes, THEN.minusSeconds(100)));
    }

    private Path write(String name, int size, int changed) throws IOException {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) 'x');
        if (changed >= 0) {
            content[changed]++;
        }
        return Files.write(folder.resolve(name), content);
    }

    private static EntityTag tag(TagSource source, Path file, Instant time) throws IOException {
        try (FileStore store = new FileStore(0, Clock.systemUTC())) {
            return tag(source, file, time, store);
        }
    }

    private static EntityTag tag(TagSource source, Path file, Instant time, FileStore store) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        try (OpenFile open = store.open(file, attributes)) {
            return source.tag(file, attributes, open, store, time.plusSeconds(10));
        }
    }
}
