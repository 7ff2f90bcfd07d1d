package dev.gangway.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The Python of this machine, if it is one that the transcripts can be compared with. */
final class Python {
    private static final String VERSION = "import sys; print('%d.%d' % sys.version_info[:2])";

    private Python() {}

    /** Returns the command of CPython 3.13, the reference. */
    static Optional<String> reference() {
        for (String command : List.of("python3.13", "python3")) {
            try {
                if (run(List.of(command, "-c", VERSION)).equals("3.13\n")) {
                    return Optional.of(command);
                }
            } catch (IOException e) {
                // not this one
            }
        }
        return Optional.empty();
    }

    /** Returns a command of Python 3, whatever version it is. */
    static Optional<String> any() {
        try {
            return run(List.of("python3", "-c", VERSION)).startsWith("3.") ? Optional.of("python3") : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns where a script of the tests lies. */
    static String script(String name) {
        return Path.of("src", "test", "python", name).toAbsolutePath().toString();
    }

    /** Runs a command and returns what it printed. */
    static String run(String... command) throws IOException {
        return run(Arrays.asList(command));
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed: " + output);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return output;
    }
}
