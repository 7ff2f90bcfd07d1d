package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** The sample of a file that stays open, made anew only when its length or its time of modification has changed. */
final class KeptSample {
    private volatile @Nullable Sampled last;

    private record Sampled(long size, FileTime modified, long number) {}

    /** Returns the number of {@link OpenFile#sample(FileTime)}. */
    long of(OpenFile file, FileTime modified) throws IOException {
        Sampled before = last;
        if (before != null && before.size == file.size() && before.modified.equals(modified)) {
            return before.number;
        }
        long number = ContentSample.of(file);
        last = new Sampled(file.size(), modified, number);
        return number;
    }
}
