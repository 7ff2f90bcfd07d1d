package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Identifies a file or directory and the time of its last change. No program can set this time back. */
final class TimeOfChange {
    /** Longer than the times of any file system are apart. */
    static final Duration REST = Duration.ofSeconds(2);

    private static final String ATTRIBUTES = "unix:dev,ino,ctime,fileKey,size";

    private final Map<String, Object> attributes;

    private TimeOfChange(Map<String, Object> attributes) {
        this.attributes = attributes;
    }

    /** Asks the file system; null if it does not tell this time. */
    static @Nullable TimeOfChange of(Path path) throws IOException {
        FileSystem system = path.getFileSystem();
        boolean told = system == FileSystems.getDefault()
                && system.supportedFileAttributeViews().contains("unix");
        return told ? new TimeOfChange(Files.readAttributes(path, ATTRIBUTES)) : null;
    }

    boolean isSame(TimeOfChange other) {
        return attributes.equals(other.attributes);
    }

    /** Tells whether it is the same file, with the same length. */
    boolean isOf(BasicFileAttributes file) {
        return file.fileKey() != null
                && file.fileKey().equals(attributes.get("fileKey"))
                && Long.valueOf(file.size()).equals(attributes.get("size"));
    }

    /** Tells whether a change that comes now would have another time. */
    boolean hasRested(Instant now) {
        return attributes.get("ctime") instanceof FileTime changed
                && changed.toInstant().plus(REST).isBefore(now);
    }
}
