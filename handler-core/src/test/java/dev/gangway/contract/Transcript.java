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
import java.util.TreeSet;

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

    /** The versions of CPython that were recorded, the first in full and the others where they differ from the one before. */
    public static final List<String> VERSIONS = List.of("3.13", "3.14", "3.15");

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

    /** Returns the version of CPython, which the handler's {@code compatibility} names. */
    public String version() {
        return meta.getOrDefault("version", VERSIONS.get(0));
    }

    /** Returns the names of all recorded transcripts, in order. */
    public static List<String> names() {
        return lines(GOLDEN + "index.txt").orElseThrow();
    }

    /** Returns the names of the transcripts where a version, or Gangway in its place, answers otherwise than the first one, in order. */
    public static List<String> namesOf(String version) {
        TreeSet<String> names = new TreeSet<>();
        for (String folder : foldersOf(version)) {
            names.addAll(
                    folder.isEmpty()
                            ? List.of()
                            : lines(GOLDEN + folder + "index.txt").orElse(List.of()));
        }
        return version.equals(VERSIONS.get(0)) ? names() : List.copyOf(names);
    }

    /** Returns what the first version of CPython did. */
    public static Transcript recorded(String name) {
        return recorded(name, VERSIONS.get(0));
    }

    /** Returns what a version of CPython did. */
    public static Transcript recorded(String name, String version) {
        Transcript found = parse(name, newest("", version, name).orElseThrow(() -> new IllegalArgumentException(name)));
        found.meta.put("version", version);
        return found;
    }

    /** Returns where the answers of a version lie, and those of the versions before it, the nearest first. */
    private static List<String> foldersOf(String version) {
        List<String> folders = new ArrayList<>();
        for (int i = VERSIONS.indexOf(version); i > 0; i--) {
            folders.add(VERSIONS.get(i) + "/");
        }
        folders.add("");
        return folders;
    }

    private static Optional<List<String>> newest(String root, String version, String name) {
        return foldersOf(version).stream()
                .map(folder -> lines(GOLDEN + root + folder + name + ".txt"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns what Gangway does instead, on purpose, or nothing where it does the same. */
    public Optional<Transcript> ours() {
        return newest("differences/", version(), name).map(lines -> {
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
        return name + " of " + version();
    }
}
