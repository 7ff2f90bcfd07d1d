package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps digests of whole files, so that each is made once. A kept digest counts for as long as the file is the same and has the same
 * time of change, which no program can set back; it is kept if that time was well past when the file was read.
 *
 * <p>Every method may be called from any thread.
 */
final class ContentDigests {
    private static final int BUFFER_BYTES = 65_536;
    private static final int DIGEST_BYTES = 16;

    private static final class Kept {
        final TimeOfChange stamp;
        final String digest;

        Kept(TimeOfChange stamp, String digest) {
            this.stamp = stamp;
            this.digest = digest;
        }
    }

    private final int most;
    private final Clock clock;
    private final Map<Path, Kept> digests;

    /** Makes a store that is empty and keeps a number of digests; 0 to keep none. */
    ContentDigests(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
        this.digests = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Path, Kept> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * Returns the digest of a file.
     *
     * @param path where it is
     * @param attributes what the file system said of it before it was opened
     * @param file the open file
     */
    String digest(Path path, BasicFileAttributes attributes, OpenFile file) throws IOException {
        Instant now = clock.instant();
        TimeOfChange stamp = most == 0 ? null : TimeOfChange.of(path);
        // Only the file that was looked at before and is there still is the one that is open.
        if (stamp == null || !stamp.isOf(attributes)) {
            return digest(file);
        }
        Kept kept = find(path);
        if (kept != null && kept.stamp.isSame(stamp)) {
            return kept.digest;
        }
        String digest = digest(file);
        if (stamp.hasRested(now)) {
            keep(path, new Kept(stamp, digest));
        }
        return digest;
    }

    synchronized void clear() {
        digests.clear();
    }

    private synchronized @Nullable Kept find(Path path) {
        return digests.get(path);
    }

    private synchronized void keep(Path path, Kept kept) {
        digests.put(path, kept);
    }

    private static String digest(OpenFile file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER_BYTES, Math.max(1, file.size())));
        long position = 0;
        while (position < file.size()) {
            int n = file.read(buffer.clear(), position);
            if (n < 0) {
                break;
            }
            position += n;
            digest.update(buffer.flip());
        }
        return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
    }
}
