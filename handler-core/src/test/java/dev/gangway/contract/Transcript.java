package dev.gangway.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One recorded exchange: what a client sent on one connection, and what came back and was logged.
 *
 * @param name group and name, {@code paths/redirect} for example
 * @param meta the lines of the first section: {@code handler}, {@code protocol}, {@code fixture}, {@code end},
 *     {@code raised}, {@code about}, {@code difference}
 * @param request the bytes that the client sends
 * @param answer what comes back
 */
public record Transcript(String name, Map<String, String> meta, byte[] request, Answer answer) {
    private static final String GOLDEN = "golden/";

    /** Returns the name of the handler class. */
    public String handler() {
        return meta.getOrDefault("handler", "Files");
    }

    /** Returns the handler's {@code protocolVersion}. */
    public String protocol() {
        return meta.getOrDefault("protocol", "HTTP/1.0");
    }

    /** Returns the name of the tree of files. */
    public String fixture() {
        return meta.getOrDefault("fixture", "site");
    }

    /** Tells whether the client ends its side when it has sent all; if not, the server has to close by itself. */
    public boolean halfCloses() {
        return !"open".equals(meta.get("end"));
    }

    /** Returns which entry of the list of differences explains this answer, or 0 for CPython's own. */
    public int difference() {
        return Integer.parseInt(meta.getOrDefault("difference", "0"));
    }

    /** Returns the names of all recorded transcripts, in order. */
    public static List<String> names() {
        return lines(GOLDEN + "index.txt").orElseThrow();
    }

    /** Returns what CPython did. */
    public static Transcript recorded(String name) {
        return parse(name, lines(GOLDEN + name + ".txt").orElseThrow(() -> new IllegalArgumentException(name)));
    }

    /** Returns what Gangway does instead, on purpose, or nothing where it does the same. */
    public Optional<Transcript> ours() {
        return lines(GOLDEN + "differences/" + name + ".txt").map(lines -> {
            Transcript other = parse(name, lines);
            Map<String, String> merged = new LinkedHashMap<>(meta);
            merged.remove("raised");
            merged.putAll(other.meta);
            return new Transcript(name, merged, request, other.answer);
        });
    }

    /** Returns the lines of a resource beside this class, or nothing if it is not there. */
    static Optional<List<String>> lines(String resource) {
        try (InputStream in = Transcript.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            return Optional.of(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a transcript from the lines of its file. */
    public static Transcript parse(String name, List<String> lines) {
        Map<String, String> meta = new LinkedHashMap<>();
        Map<String, List<String>> sections = new HashMap<>();
        List<String> section = null;
        for (String line : lines) {
            if (line.startsWith("--- ")) {
                section = sections.computeIfAbsent(line.substring(4), title -> new ArrayList<>());
            } else if (section == null) {
                String[] parts = line.split(": ", 2);
                meta.put(parts[0], parts[1]);
            } else {
                section.add(line);
            }
        }
        Answer answer = Answer.parse(
                sections.getOrDefault("response", List.of()),
                sections.getOrDefault("log", List.of()),
                meta.containsKey("raised"));
        return new Transcript(name, meta, ByteText.unescape(sections.getOrDefault("request", List.of())), answer);
    }

    @Override
    public String toString() {
        return name;
    }
}
