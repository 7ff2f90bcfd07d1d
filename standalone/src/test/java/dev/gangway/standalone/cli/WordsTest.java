package dev.gangway.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"compare", "record", "outline"})
    void aWordIsACommand(String word) {
        assertTrue(Words.command(word).help().startsWith("usage: gangway " + word + " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8000", "", "-h", "Compare", "comp", "nope"})
    void anythingElseIsForTheServer(String word) {
        assertNull(Words.command(word));
    }

    @Test
    void refusesToRunWhatIsNoWord() {
        assertThrows(IllegalArgumentException.class, () -> Words.run(System.out, System.err, "nope"));
    }

    /** The start of a server takes no longer for what other words can do. */
    @Test
    @Timeout(60)
    void aServerLoadsNoClassOfAWord(@TempDir Path directory) throws Exception {
        Path log = directory.resolve("classes.log");
        try (Gangway gangway = Gangway.startLoggingClasses(log, directory, "0", "-b", "127.0.0.1");
                Socket client =
                        new Socket("127.0.0.1", Gangway.port(gangway.out().readLine()))) {
            client.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().readAllBytes();
            gangway.signal("TERM");
            assertEquals(0, gangway.awaitExit());
        }
        List<String> lines = Files.readAllLines(log);
        assertTrue(lines.stream().anyMatch(line -> line.contains(" dev.gangway.standalone.HTTPServer ")));
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> line.matches(".* (dev\\.gangway\\.standalone\\.porting|org\\.json)\\..*"))
                        .toList());
    }
}
