package dev.gangway.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The public API of each module stands in its file {@code api.txt}, so that a change of it is a line in a review. With the
 * system property {@code api.write} the files are written instead.
 */
class PublicApiTest {
    private static final String WRITE = "./mvnw -q -pl laws -am test -Dtest=PublicApiTest -Dapi.write=true";

    @TestFactory
    Stream<DynamicTest> isAsWrittenDown() {
        return Modules.all().stream()
                .map(module -> DynamicTest.dynamicTest(module.descriptor().name(), () -> check(module)));
    }

    private static void check(Modules.Module module) throws IOException {
        Path written = module.folder().resolve("api.txt");
        String actual = PublicApi.of(module);
        assertTrue(actual.contains("public "), "the API is empty");
        if (Boolean.getBoolean("api.write")) {
            Files.writeString(written, actual);
        }
        List<String> expected = Files.exists(written) ? Files.readAllLines(written) : List.of();
        assertEquals(
                String.join("\n", expected),
                String.join("\n", actual.lines().toList()),
                () -> "the public API has changed; if it should, write " + written.normalize() + " with\n  " + WRITE
                        + "\n");
    }
}
