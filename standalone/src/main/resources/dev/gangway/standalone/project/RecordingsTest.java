package @package@;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.testing.HandlerTester;
import dev.gangway.testing.TestResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sends the requests in src/test/recordings to the port, and compares its answers with those of the original. */
class RecordingsTest {
    private static final Path RECORDINGS = Path.of("src", "test", "recordings");

    @TestFactory
    List<DynamicTest> answersAsTheOriginal() throws IOException {
        try (Stream<Path> files = Files.list(RECORDINGS)) {
            return files.filter(file -> file.toString().endsWith(".request"))
                    .filter(request -> Files.exists(response(request)))
                    .sorted()
                    .map(request -> DynamicTest.dynamicTest(request.getFileName().toString(), () -> play(request)))
                    .toList();
        }
    }

    private static Path response(Path request) {
        return request.resolveSibling(request.getFileName().toString().replaceFirst("request$", "response"));
    }

    private static void play(Path request) throws IOException {
        byte[] asked = Files.readAllBytes(request);
        String method = new String(asked, StandardCharsets.ISO_8859_1).split(" ", 2)[0];
        TestResponse original = read(Files.readAllBytes(response(request)), method);
        TestResponse port = read(HandlerTester.of(@handler@::new).raw(asked).rawBytes(), method);
        assertEquals(original.status(), port.status());
        assertEquals(original.header("Content-Type"), port.header("Content-Type"));
        assertEquals(original.header("Location"), port.header("Location"));
        assertEquals(original.text(), port.text());
        assertArrayEquals(original.body(), port.body());
    }

    private static TestResponse read(byte[] response, String method) throws IOException {
        return TestResponse.read(new ByteArrayInputStream(response), method);
    }
}
