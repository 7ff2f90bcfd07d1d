package dev.gangway.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;

/** The files that are downloaded, with their contents. */
final class SoakTree {
    private static final int[] SIZES = {0, 1, 700, 8_000, 8_192, 65_536, 70_000, 1_000_003, 5_000_000};

    /**
     * A file.
     *
     * @param name its name, which needs no encoding
     * @param content its content
     */
    record Entry(String name, byte[] content) {
        /** Returns the checksum of a part. */
        long checksum(int offset, int length) {
            return SoakTree.checksum(content, offset, length);
        }
    }

    private static final String SCRIPT = """
            #!/bin/sh
            printf 'Content-Type: application/octet-stream\\n\\n'
            exec cat
            """;

    private final List<Entry> entries = new ArrayList<>();
    private final boolean hasScript;

    /** Writes the files; the same ones for the same seed. */
    SoakTree(Path directory, long seed) throws IOException {
        Random random = new Random(seed);
        for (int size : SIZES) {
            byte[] content = new byte[size];
            random.nextBytes(content);
            Entry entry = new Entry("file-" + size + ".bin", content);
            Files.write(directory.resolve(entry.name()), content);
            entries.add(entry);
        }
        Path script = Files.createDirectory(directory.resolve("cgi-bin")).resolve("echo");
        Files.writeString(script, SCRIPT);
        hasScript = script.toFile().setExecutable(true) && Files.isExecutable(Path.of("/bin/sh"));
    }

    /** Tells whether this system can run {@code /cgi-bin/echo}, which gives back its content. */
    boolean hasScript() {
        return hasScript;
    }

    /** Returns all files. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Returns some file that has at least so many bytes. */
    Entry any(Random random, int leastBytes) {
        List<Entry> eligible =
                entries.stream().filter(e -> e.content().length >= leastBytes).toList();
        return eligible.get(random.nextInt(eligible.size()));
    }

    /** Returns the checksum of some bytes. */
    static long checksum(byte[] bytes, int offset, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, offset, length);
        return sum.getValue();
    }
}
