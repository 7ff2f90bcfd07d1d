package dev.gangway.standalone.porting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
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

    private static final List<String> STREAMS = List.of(REQUEST, RESPONSE, STREAM);
    private static final int NAME_CHARACTERS = 40;
    private static final int ATTEMPTS = 10_000;
    private static final Pattern NUMBER = Pattern.compile("(\\d{4,9})-.*");

    private final Path folder;
    private final AtomicInteger count;

    /**
     * Opens a recording; files in the folder stay, and numbers go on behind them.
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

    /**
     * Opens the files of a request and its response. Both are new: nothing that is there already is written to, nor what a
     * link of that name leads to.
     */
    Exchange begin(String method, String path) throws IOException {
        String words = (method + path.replaceFirst("\\?.*", "")).replaceAll("[^A-Za-z0-9]+", "-");
        String kept =
                words.substring(0, Math.min(words.length(), NAME_CHARACTERS)).replaceFirst("-$", "");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String name = String.format("%04d-%s", count.incrementAndGet(), kept);
            if (STREAMS.stream().noneMatch(end -> Files.exists(file(name, end), LinkOption.NOFOLLOW_LINKS))) {
                return new Exchange(name);
            }
        }
        throw new IOException("no free name for a recording in " + folder);
    }

    private Path file(String name, String end) {
        return folder.resolve(name + end);
    }

    /** A request that is written down, and its response that comes. */
    final class Exchange implements AutoCloseable {
        private final String name;
        private final OutputStream request;
        private final OutputStream response;
        private long requestBytes;
        private long responseBytes;

        private Exchange(String name) throws IOException {
            this.name = name;
            request =
                    Files.newOutputStream(file(name, REQUEST), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            response = Files.newOutputStream(
                    file(name, RESPONSE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }

        String name() {
            return name;
        }

        /** Adds what the client said. */
        void addRequest(byte[] bytes, int count) throws IOException {
            requestBytes += count;
            if (!isRequestCut()) {
                request.write(bytes, 0, count);
            }
        }

        /** Adds what the server said. */
        void add(byte[] bytes, int count) throws IOException {
            responseBytes += count;
            if (!isResponseCut()) {
                response.write(bytes, 0, count);
            }
        }

        private boolean isRequestCut() {
            return requestBytes > Bounds.RECORDED_BYTES;
        }

        private boolean isResponseCut() {
            return responseBytes > Bounds.RECORDED_BYTES;
        }

        /** Says that the response had no end: who compares it later compares the beginning. */
        void wentOn() throws IOException {
            response.close();
            Files.move(file(name, RESPONSE), file(name, STREAM));
        }

        /** Forgets the exchange: there was no server to answer. */
        void drop() throws IOException {
            close();
            Files.deleteIfExists(file(name, REQUEST));
            Files.deleteIfExists(file(name, RESPONSE));
        }

        /** Ends the recording; a request of which a part is missing cannot be sent again, and goes. */
        @Override
        public void close() throws IOException {
            request.close();
            response.close();
            if (isRequestCut()) {
                Files.deleteIfExists(file(name, REQUEST));
                Files.deleteIfExists(file(name, RESPONSE));
            } else if (isResponseCut() && Files.exists(file(name, RESPONSE))) {
                wentOn();
            }
        }
    }
}
