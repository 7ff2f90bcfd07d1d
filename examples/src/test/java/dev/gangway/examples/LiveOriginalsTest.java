package dev.gangway.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the originals: what they answer today is what was recorded, so the ports were compared with them. */
class LiveOriginalsTest {
    @Test
    void originalsAnswerAsRecorded(@TempDir Path fresh) throws IOException {
        Optional<String> python = Python.reference();
        Assumptions.assumeTrue(python.isPresent(), "needs Python 3.13");
        Python.run(python.orElseThrow(), Python.script("record_examples.py"), "--into", fresh.toString());
        assertEquals(Recordings.names(), Files.readAllLines(fresh.resolve("index.txt")));
        for (String name : Recordings.names()) {
            assertEquals(
                    String.join("\n", Recordings.lines(name + ".txt")),
                    String.join("\n", Files.readAllLines(fresh.resolve(name + ".txt"))),
                    name);
        }
    }
}
