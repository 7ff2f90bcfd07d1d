package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The transcripts are CPython's answers, if one of these versions is on the path. An older release skips newer ones. */
class RecordedByPythonTest {
    private static final Path SCRIPT = Path.of("src/test/python/record_golden.py");

    @TempDir
    Path temporary = Path.of("");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"3.13", "3.14", "3.15"})
    void answersStillLikeThat(String version) throws Exception {
        Path output = temporary.resolve("output");
        Process check = new ProcessBuilder(python(version), "-B", "-W", "ignore", SCRIPT.toString(), "--check")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(check.waitFor(2, TimeUnit.MINUTES), "still running");
        } finally {
            check.destroyForcibly();
        }
        assertEquals(0, check.exitValue(), () -> read(output));
    }

    private static String python(String version) throws InterruptedException {
        String test = "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '" + version + "')";
        for (String command : List.of("python" + version, "python3", "python")) {
            try {
                Process run = new ProcessBuilder(command, "-c", test)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (run.waitFor(1, TimeUnit.MINUTES) && run.exitValue() == 0) {
                    return command;
                }
            } catch (IOException e) {
                // Not on the path; the next may be.
            }
        }
        return Assumptions.abort("no Python " + version + " on the path");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
