package dev.gangway.servlet;

import dev.gangway.contract.HostDifference;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The transcripts that a container makes impossible, as the table in the documentation lists them.
 *
 * @param transcript the name of the transcript
 * @param group the row of the table
 * @param containers of {@code jetty}, {@code tomcat}, {@code tomcat9} and {@code undertow} those that it is about
 * @param difference what the container leaves no choice in
 */
record GoldenDifferences(String transcript, String group, List<String> containers, HostDifference difference) {
    private static final List<GoldenDifferences> ALL = read();

    static List<GoldenDifferences> all() {
        return ALL;
    }

    /** Finds what rules a transcript out. */
    static Optional<HostDifference> of(String transcript, String container) {
        return ALL.stream()
                .filter(row -> row.transcript.equals(transcript))
                .filter(row -> row.containers.contains(container))
                .map(GoldenDifferences::difference)
                .findFirst();
    }

    private static List<GoldenDifferences> read() {
        InputStream in = GoldenDifferences.class.getResourceAsStream("golden-differences.tsv");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .map(cells -> new GoldenDifferences(
                            cells.get(0),
                            cells.get(1),
                            List.of(cells.get(2).split(" ", -1)),
                            HostDifference.valueOf(cells.get(3))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
