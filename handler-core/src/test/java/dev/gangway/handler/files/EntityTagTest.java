package dev.gangway.handler.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void changesWithLengthTimeAndIdentity() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "one");
        EntityTag tag = tag(file, THEN);
        assertEquals(tag, tag(file, THEN));
        assertNotEquals(tag, tag(file, THEN.plusNanos(1000)));
        assertNotEquals(tag, tag(Files.writeString(file, "three"), THEN));
        Path other = Files.writeString(folder.resolve("b"), "two");
        Files.writeString(file, "one");
        EntityTag before = tag(file, THEN);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertNotEquals(before, tag(file, THEN));
    }

    @Test
    void isWeakWhileTheFileIsStillWarm() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "one");
        Files.setLastModifiedTime(file, FileTime.from(THEN));
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        assertTrue(EntityTag.of(attributes, THEN).weak());
        assertTrue(EntityTag.of(attributes, THEN.plusMillis(1999)).weak());
        assertFalse(EntityTag.of(attributes, THEN.plusSeconds(2)).weak());
        assertTrue(EntityTag.of(attributes, THEN.minusSeconds(100)).weak());
        assertEquals(
                EntityTag.of(attributes, THEN).opaque(),
                EntityTag.of(attributes, THEN.plusSeconds(2)).opaque());
    }

    private static EntityTag tag(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
        return EntityTag.of(Files.readAttributes(file, BasicFileAttributes.class), time.plusSeconds(10));
    }
}
