package dev.gangway.files.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a.txt", "", "\u00e9", "\ud83d\ude00"})
    void namesWhatIsBeingWritten(String name) {
        for (String repeated : new String[] {name, name.repeat(200)}) {
            String part = PartName.of(repeated, PartName.newId());
            assertTrue(PartName.is(part), part);
            assertTrue(PartName.is(PartName.noteOf(part)), part);
            assertTrue(PartName.noteOf(part).getBytes(StandardCharsets.UTF_8).length <= 255);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "a.txt",
                ".a",
                ".a.part-",
                ".a.part-123",
                "a.part-" + ID,
                ".a.part-" + ID + "0",
                ".a.part-0123456789ABCDEF0123456789ABCDEF"
            })
    void takesNoOtherNameForThose(String name) {
        assertFalse(PartName.is(name));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "a/b.txt, true, true",
        "a/.b, false, true",
        ".a/b, false, true",
        ".well-known/acme, true, true",
        ".well-known/.x, false, true",
        "a/.b.part-" + ID + ", false, false",
        "'', true, true"
    })
    void seesNames(String path, boolean hiding, boolean showing) {
        for (Path root : new Path[] {Path.of("/srv/.dotted"), Path.of(""), Path.of("x/.y")}) {
            assertEquals(hiding, new NamePolicy(false).seesAll(root, root.resolve(path)), root.toString());
            assertEquals(showing, new NamePolicy(true).seesAll(root, root.resolve(path)), root.toString());
        }
    }
}
