package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The samples of files that clients ask for again and again, so that an entity tag costs no read.
 *
 * <p>A sample is used for the same file with the same length and time of modification. It is kept if that time was well past when the
 * sample was read, and if the same file stood at its path before and after. The server calls {@link #sweep()} now and then, which
 * forgets each at the second sweep: a program may set the time of modification back after it has written.
 *
 * <p>Every method may be called from any thread.
 */
final class KeptSamples {
    private static final long REST_MILLIS = 2000;

    private final int most;
    private final Clock clock;
    private final ConcurrentMap<Path, Kept> samples = new ConcurrentHashMap<>();

    /** Makes a store that is empty and keeps up to a number of samples; 0 to keep none. */
    KeptSamples(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Returns the sample of an open file, whose attributes the file system told before it was opened. */
    long sample(Path path, BasicFileAttributes attributes, OpenFile file) throws IOException {
        Kept kept = samples.get(path);
        if (kept != null && kept.isOf(attributes)) {
            return kept.number;
        }
        boolean mayKeep = (kept != null || samples.size() < most) && hasRested(attributes);
        long number = ContentSample.of(file);
        Kept made = new Kept(attributes, number);
        if (mayKeep && isStillAt(path, made)) {
            samples.put(path, made);
        }
        return number;
    }

    /** Forgets the samples that were kept at the last sweep already. */
    void sweep() {
        for (Path path : samples.keySet()) {
            samples.computeIfPresent(path, (key, kept) -> kept.isSwept() ? null : kept);
        }
    }

    /** Forgets all samples. */
    void clear() {
        samples.clear();
    }

    private static boolean isStillAt(Path path, Kept made) {
        try {
            return made.isOf(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (IOException e) {
            return false; // deleted meanwhile
        }
    }

    private boolean hasRested(BasicFileAttributes attributes) {
        return attributes.fileKey() != null && attributes.lastModifiedTime().toMillis() + REST_MILLIS < clock.millis();
    }

    private static final class Kept {
        private final @Nullable Object key;
        private final long size;
        private final FileTime modified;
        private final long number;
        private boolean swept;

        Kept(BasicFileAttributes attributes, long number) {
            this.key = attributes.fileKey();
            this.size = attributes.size();
            this.modified = attributes.lastModifiedTime();
            this.number = number;
        }

        boolean isOf(BasicFileAttributes now) {
            return size == now.size() && modified.equals(now.lastModifiedTime()) && Objects.equals(key, now.fileKey());
        }

        boolean isSwept() {
            boolean before = swept;
            swept = true;
            return before;
        }
    }
}
