package dev.gangway.contract;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** Builds the trees of files that the transcripts were recorded with, names in raw bytes and times included. */
public final class FixtureTree {
    private FixtureTree() {}

    /**
     * Builds a tree from its manifest.
     *
     * @param name the manifest's name without suffix
     * @param root an empty folder
     * @throws TestAbortedException if the file system cannot hold one of the names
     */
    public static void build(String name, Path root) throws IOException {
        showToEverybody(root);
        for (String line : Transcript.lines("golden/fixtures/" + name + ".txt").orElseThrow()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] fields = line.split(" \\| ", -1);
                try {
                    add(fields, root);
                } catch (InvalidPathException | IOException e) {
                    throw new TestAbortedException("this file system cannot hold " + fields[1], e);
                }
            }
        }
    }

    private static void add(String[] fields, Path root) throws IOException {
        Path path = path(root, ByteText.unescape(fields[1]));
        switch (fields[0]) {
            case "dir" -> Files.createDirectory(path);
            case "link" -> {
                Path target = path(path.getParent(), ByteText.unescape(fields[2]));
                Files.createSymbolicLink(path, path.getParent().relativize(target));
            }
            case "script" -> {
                byte[] shell = "#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII);
                Files.write(path, shell);
                Files.write(path, ByteText.unescape(fields[2]), StandardOpenOption.APPEND);
                makeExecutable(path);
                Files.setLastModifiedTime(path, FileTime.from(1_700_000_000, TimeUnit.SECONDS));
            }
            case "file" -> {
                Files.write(path, fields.length > 3 ? ByteText.unescape(fields[3]) : new byte[0]);
                long nanos = new BigDecimal(fields[2]).movePointRight(9).longValueExact();
                Files.setLastModifiedTime(path, FileTime.from(nanos, TimeUnit.NANOSECONDS));
            }
            default -> throw new IllegalArgumentException(String.join(" | ", fields));
        }
    }

    /** Where the tests run as root, scripts run as another user, who may not look into a temporary folder otherwise. */
    private static void showToEverybody(Path root) throws IOException {
        makeExecutable(root);
        Path parent = root.getParent();
        if (parent != null && Files.getOwner(parent).equals(Files.getOwner(root)) && Files.isWritable(parent)) {
            makeExecutable(parent);
        }
    }

    private static void makeExecutable(Path script) throws IOException {
        if (script.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /**
     * Resolves a name in bytes. A {@code file:} URI keeps them whatever the locale's encoding is, a string does not.
     *
     * @param folder where the name begins
     * @param name the bytes of a relative path, {@code /} between its parts
     */
    public static Path path(Path folder, byte[] name) {
        StringBuilder uri = new StringBuilder("file://").append(folder.toUri().getRawPath());
        if (uri.charAt(uri.length() - 1) != '/') {
            uri.append('/');
        }
        for (byte value : name) {
            boolean plain = value == '/' || value == '.' || isAlphanumeric(value);
            uri.append(plain ? String.valueOf((char) value) : String.format("%%%02X", value & 0xff));
        }
        return Path.of(URI.create(uri.toString()));
    }

    /** As {@link #path(Path, byte[])}, for a name in UTF-8. */
    public static Path path(Path folder, String name) {
        return path(folder, name.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isAlphanumeric(byte value) {
        return value >= '0' && value <= '9' || value >= 'A' && value <= 'Z' || value >= 'a' && value <= 'z';
    }
}
