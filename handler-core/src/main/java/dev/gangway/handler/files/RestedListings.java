package dev.gangway.handler.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the listings of directories that have rested, so that a request looks at one directory instead of at every file
 * in it. A change is seen at once.
 *
 * <p>Whatever is added to a directory, removed or exchanged sets its time of change, which nobody can set back. A
 * listing is kept if that time was well past when it was made: then no later change can bear the same time. One with a
 * symbolic link is not kept, because what the link leads to changes elsewhere; nor is one on a file system that does not
 * tell the time of change.
 */
final class RestedListings {
    /** Longer than the times of any file system are apart. */
    static final Duration REST = Duration.ofSeconds(2);

    private static final int MAX_BYTES = 4 << 20;
    private static final String ATTRIBUTES = "unix:dev,ino,ctime";

    /** Which directory it is, and since when it is as it is. */
    private record Stamp(Map<String, Object> attributes) {
        static @Nullable Stamp of(Path directory) throws IOException {
            boolean told = FileNames.areBytes(directory.getFileSystem());
            return told ? new Stamp(Files.readAttributes(directory, ATTRIBUTES)) : null;
        }

        /** Does not use a record's own {@code equals}, which makes Java hold the class, and with it a web application, for ever. */
        boolean isSame(Stamp other) {
            return attributes.equals(other.attributes);
        }

        boolean hasRested(Instant now) {
            return attributes.get("ctime") instanceof FileTime changed
                    && changed.toInstant().plus(REST).isBefore(now);
        }
    }

    /** Where a listing is to be had if there is none, or an older one, in store. */
    @FunctionalInterface
    interface Source {
        List<DirectoryEntry> entries(Path directory) throws IOException;
    }

    private static final class Kept {
        final Stamp stamp;
        final byte[] lines;

        Kept(Stamp stamp, byte[] lines) {
            this.stamp = stamp;
            this.lines = lines;
        }
    }

    private final Source source;
    private final Clock clock;
    private final Map<Path, Kept> listings = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    RestedListings(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Returns the lines of a directory's listing; not to be changed. */
    byte[] lines(Path directory) throws IOException {
        Instant now = clock.instant();
        Stamp stamp = Stamp.of(directory);
        if (stamp == null) {
            return DirectoryListing.lines(source.entries(directory));
        }
        Kept kept = find(directory);
        if (kept != null && kept.stamp.isSame(stamp)) {
            return kept.lines;
        }
        List<DirectoryEntry> entries = source.entries(directory);
        byte[] lines = DirectoryListing.lines(entries);
        if (stamp.hasRested(now) && entries.stream().noneMatch(DirectoryEntry::link)) {
            keep(directory, new Kept(stamp, lines));
        }
        return lines;
    }

    private synchronized @Nullable Kept find(Path directory) {
        return listings.get(directory);
    }

    /** Keeps a listing, and forgets those that were longest not asked for if there are too many bytes. */
    private synchronized void keep(Path directory, Kept kept) {
        Kept before = listings.put(directory, kept);
        bytes += kept.lines.length - (before == null ? 0 : before.lines.length);
        for (Iterator<Kept> oldest = listings.values().iterator(); bytes > MAX_BYTES; ) {
            bytes -= oldest.next().lines.length;
            oldest.remove();
        }
    }
}
