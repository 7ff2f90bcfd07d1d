package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the listings of directories that have not changed for a while, so that a request looks at one directory instead of at
 * every file in it. A change is seen at once.
 *
 * <p>Each file that is added, removed or exchanged sets the directory's time of change, which no program can set back. A
 * listing is kept if that time was well past when it was made: then no later change can have the same time. A listing with a
 * symbolic link is not kept, because the target of the link changes elsewhere. A file system that does not tell the time of
 * change has no kept listings.
 */
final class RestedListings {
    private static final class Kept {
        final TimeOfChange stamp;
        final ListingText text;

        Kept(TimeOfChange stamp, ListingText text) {
            this.stamp = stamp;
            this.text = text;
        }
    }

    private final Clock clock;
    private final Map<Path, Kept> listings = new LinkedHashMap<>(16, 0.75f, true);
    private volatile int maxBytes;
    private int bytes;

    /** Makes a store that is empty and keeps up to a number of bytes; 0 to keep nothing. */
    RestedListings(int maxBytes, Clock clock) {
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /** Returns the text of a directory's listing. */
    ListingText listing(Path directory, ListingSource source) throws IOException {
        if (maxBytes == 0) {
            return source.list(directory).text();
        }
        Instant now = clock.instant();
        TimeOfChange stamp = TimeOfChange.of(directory);
        if (stamp == null) {
            return source.list(directory).text();
        }
        Kept kept = find(directory);
        if (kept != null && kept.stamp.isSame(stamp)) {
            return kept.text;
        }
        ListingSource.Listing listing = source.list(directory);
        if (stamp.hasRested(now) && !listing.links() && listing.text().isHeld()) {
            keep(directory, new Kept(stamp, listing.text()));
        }
        return listing.text();
    }

    /** Forgets all listings, and keeps none from then on. */
    synchronized void close() {
        maxBytes = 0;
        bytes = 0;
        listings.clear();
    }

    private synchronized @Nullable Kept find(Path directory) {
        return listings.get(directory);
    }

    /** Keeps a listing, and forgets those that were longest not asked for if there are too many bytes. */
    private synchronized void keep(Path directory, Kept kept) {
        if (maxBytes == 0) {
            return; // closed meanwhile
        }
        Kept before = listings.put(directory, kept);
        bytes += (int) (kept.text.length() - (before == null ? 0 : before.text.length()));
        for (Iterator<Kept> oldest = listings.values().iterator(); bytes > maxBytes; ) {
            bytes -= (int) oldest.next().text.length();
            oldest.remove();
        }
    }
}
