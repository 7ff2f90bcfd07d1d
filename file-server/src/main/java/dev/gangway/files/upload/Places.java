package dev.gangway.files.upload;

import dev.gangway.handler.files.FileNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Moves files to their places, one at a time: of two that want the same name, one wins. One for a server. */
public final class Places {
    private static final int MAX_NAME_BYTES = 255;
    private static final int MAX_TRIES = 10_000;

    /**
     * Where a file was put.
     *
     * @param name the name that it has
     * @param replaced whether another file was there
     */
    public record Placed(String name, boolean replaced) {}

    /** Makes the places of a server. */
    public Places() {}

    /**
     * Moves a file to its place.
     *
     * @param directory where it is
     * @param part the name that it has
     * @param name the name to have
     * @param policy what to do if that is taken
     * @return where it is; null if the name is taken and may not be, and then it is not moved
     * @throws StorageException if it cannot be moved
     */
    public synchronized @Nullable Placed move(UploadDirectory directory, Path part, String name, OverwritePolicy policy)
            throws StorageException {
        try {
            String free = name;
            BasicFileAttributes there = attributes(directory, name);
            for (int i = 1; there != null && policy == OverwritePolicy.RENAME && i < MAX_TRIES; i++) {
                free = numbered(name, i);
                there = attributes(directory, free);
            }
            if (there != null && (policy != OverwritePolicy.REPLACE || there.isDirectory())) {
                return null;
            }
            directory.move(part, path(directory, free));
            return new Placed(free, there != null);
        } catch (IOException e) {
            throw new StorageException("cannot move what was sent to its place", e);
        }
    }

    private static @Nullable BasicFileAttributes attributes(UploadDirectory directory, String name) throws IOException {
        return directory.attributes(path(directory, name));
    }

    private static Path path(UploadDirectory directory, String name) {
        return FileNames.resolve(directory.path(), name).getFileName();
    }

    /** Returns {@code a (1).txt} for {@code a.txt}, cut before the number if it would be too long. */
    static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String rest = " (" + number + ")" + (dot > 0 ? name.substring(dot) : "");
        while (!stem.isEmpty() && (stem + rest).getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + rest;
    }
}
