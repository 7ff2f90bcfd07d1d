package dev.gangway.examples;

import dev.gangway.contract.Transcript;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What the originals answered when they were recorded. */
final class Recordings {
    private static final String FOLDER = "/dev/gangway/contract/golden/examples/";

    private Recordings() {}

    /** Returns the names of all transcripts: the module of the original, a dot, the case. */
    static List<String> names() {
        return lines("index.txt");
    }

    static Transcript stored(String name) {
        return Transcript.parse(name, lines(name + ".txt"));
    }

    /** Returns the lines of a stored file. */
    static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Recordings.class.getResourceAsStream(FOLDER + file), file)) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
