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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transcripts are what CPython 3.13 says, where there is one on the path. */
class RecordedByPythonTest {
    private static final Path SCRIPT = Path.of("src/test/python/record_golden.py");

    @TempDir
    Path temporary = Path.of("");

    @Test
    void answersStillLikeThat() throws Exception {
        Path output = temporary.resolve("output");
        Process check = new ProcessBuilder(python(), "-B", SCRIPT.toString(), "--check")
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

    private static String python() throws InterruptedException {
        for (String command : List.of("python3.13", "python3", "python")) {
            try {
                Process version = new ProcessBuilder(
                                command, "-c", "import sys; sys.exit(sys.version_info[:2] != (3, 13))")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (version.waitFor(1, TimeUnit.MINUTES) && version.exitValue() == 0) {
                    return command;
                }
            } catch (IOException e) {
                // Not on the path; the next may be.
            }
        }
        return Assumptions.abort("no Python 3.13 on the path");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
