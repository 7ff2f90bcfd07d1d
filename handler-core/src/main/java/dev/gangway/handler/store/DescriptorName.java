package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Finds the name that Linux has for an open file: {@code /proc/self/fd/17}. Java does not tell the number of a descriptor, so the
 * channel is put at a position that no other has, and the descriptor at that position is looked for (proc_pid_fdinfo(5)).
 */
final class DescriptorName {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Path FACTS = Path.of("/proc/self/fdinfo");
    private static final String POSITION = "pos:";

    /** Each descriptor of the process is looked at: with more of them, the search costs more than the name saves. */
    private static final int MAX_DESCRIPTORS = 4096;

    /** Every file system can count this far. */
    private static final long MAX_POSITION = 1L << 40;

    private DescriptorName() {}

    /** Tells whether the system names its descriptors. */
    static boolean exists() {
        return Files.isDirectory(DESCRIPTORS) && Files.isDirectory(FACTS);
    }

    /**
     * Finds the name of a channel, whose position is moved.
     *
     * @param channel an open file of the caller's own
     * @param key the file's key, as its attributes have it
     * @return the name; null if the file has another key, if too many files are open, or if the name is not found
     * @throws IOException if the system does not let itself be asked
     */
    static @Nullable Path of(FileChannel channel, Object key) throws IOException {
        long mark = ThreadLocalRandom.current().nextLong(1, MAX_POSITION);
        channel.position(mark);
        int count = 0;
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path descriptor : descriptors) {
                if (++count > MAX_DESCRIPTORS) {
                    return null;
                }
                if (isFile(descriptor, key) && position(descriptor) == mark) {
                    return descriptor;
                }
            }
        }
        return null;
    }

    private static boolean isFile(Path descriptor, Object key) {
        try {
            return key.equals(
                    Files.readAttributes(descriptor, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    private static long position(Path descriptor) {
        try {
            for (String line : Files.readAllLines(FACTS.resolve(descriptor.getFileName()), StandardCharsets.US_ASCII)) {
                if (line.startsWith(POSITION)) {
                    return Long.parseLong(line.substring(POSITION.length()).strip());
                }
            }
        } catch (IOException | NumberFormatException e) {
            // Closed meanwhile.
        }
        return -1;
    }
}
