package dev.gangway.standalone.porting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A folder of numbered requests and responses. Any thread may use it. */
final class Recording {
    private static final int NAME_CHARACTERS = 40;

    private final Path folder;
    private final AtomicInteger count = new AtomicInteger();

    Recording(Path folder) {
        this.folder = folder;
    }

    void add(String method, String path, byte[] request, byte[] response) throws IOException {
        String words = (method + path.replaceFirst("\\?.*", "")).replaceAll("[^A-Za-z0-9]+", "-");
        String kept =
                words.substring(0, Math.min(words.length(), NAME_CHARACTERS)).replaceFirst("-$", "");
        String name = String.format("%04d-%s", count.incrementAndGet(), kept);
        Files.write(folder.resolve(name + ".request"), request);
        Files.write(folder.resolve(name + ".response"), response);
    }
}
