package dev.gangway.standalone.porting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of numbered requests and responses. Any thread may use it. */
final class Recording {
    /** How the names of files with requests end. */
    static final String REQUEST = ".request";

    /** How the names of files with whole responses end. */
    static final String RESPONSE = ".response";

    /** How the names of files end with responses that went on when the client left. */
    static final String STREAM = ".stream";

    private static final int NAME_CHARACTERS = 40;
    private static final Pattern NUMBER = Pattern.compile("(\\d{4,9})-.*");

    private final Path folder;
    private final AtomicInteger count;

    /**
     * Opens a recording; what is in the folder stays, and numbers go on behind it.
     *
     * @param folder where it is
     */
    Recording(Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> files = Files.list(folder)) {
            count = new AtomicInteger(files.mapToInt(Recording::number).max().orElse(0));
        }
    }

    private static int number(Path file) {
        Matcher name = NUMBER.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    /** Writes a request down, and opens the file for its response. */
    Exchange begin(String method, String path, byte[] request) throws IOException {
        String words = (method + path.replaceFirst("\\?.*", "")).replaceAll("[^A-Za-z0-9]+", "-");
        String kept =
                words.substring(0, Math.min(words.length(), NAME_CHARACTERS)).replaceFirst("-$", "");
        String name = String.format("%04d-%s", count.incrementAndGet(), kept);
        Files.write(folder.resolve(name + REQUEST), request);
        return new Exchange(name);
    }

    /** A request that is written down, and its response that comes. */
    final class Exchange implements AutoCloseable {
        private final String name;
        private final OutputStream response;

        private Exchange(String name) throws IOException {
            this.name = name;
            response = Files.newOutputStream(folder.resolve(name + RESPONSE));
        }

        String name() {
            return name;
        }

        /** Adds what the client said when the connection had become a raw one. */
        void addRequest(byte[] bytes, int count) throws IOException {
            Files.write(folder.resolve(name + REQUEST), Arrays.copyOf(bytes, count), StandardOpenOption.APPEND);
        }

        void add(byte[] bytes, int count) throws IOException {
            response.write(bytes, 0, count);
        }

        /** Says that the response had no end: who compares it later compares the beginning. */
        void wentOn() throws IOException {
            response.close();
            Files.move(folder.resolve(name + RESPONSE), folder.resolve(name + STREAM));
        }

        @Override
        public void close() throws IOException {
            response.close();
        }
    }
}
