package dev.gangway.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A handler that serves a {@link HostileTree}. Each line of the input is a request, {@code METHOD TARGET OTHER}: other is a destination,
 * or the name of an upload. The last byte decides how links and hidden names are served.
 */
public final class FileServerFuzz {
    private static final int MAX_REQUESTS = 8;
    /** Uploads are forced to the disk, which takes longer than all the rest; this one is none. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "PROPFIND");
    private static final HostileTree TREE = make();

    private FileServerFuzz() {}

    private static HostileTree make() {
        try {
            Path folder = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "hostile")
                    : Files.createTempDirectory("hostile");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> HostileTree.delete(folder)));
            return new HostileTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        int policy = (data[data.length - 1] & 0xff) % TREE.policies();
        String input = new String(data, 0, data.length - 1, StandardCharsets.ISO_8859_1);
        StringBuilder sent = new StringBuilder();
        boolean writes = false;
        String[] lines = input.split("\n", MAX_REQUESTS + 1);
        for (int i = 0; i < Math.min(lines.length, MAX_REQUESTS); i++) {
            String[] words = lines[i].split(" ", 3);
            String request = HostileTree.request(
                    words[0], words.length < 2 ? "/" : words[1], words.length < 3 ? "/x" : "/" + words[2]);
            sent.append(request);
            TREE.send(policy, request);
            if (!READING.contains(words[0])) {
                writes = true;
                if (policy < 2) {
                    TREE.checkHidden(sent.toString());
                }
            }
        }
        if (writes) {
            TREE.check(sent.toString());
            TREE.build();
        }
    }
}
