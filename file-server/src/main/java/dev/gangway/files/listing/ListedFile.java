package dev.gangway.files.listing;

import dev.gangway.handler.files.DirectoryEntry;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file or directory in a listing.
 *
 * @param name its name; each byte that is not UTF-8 is a lone surrogate
 * @param directory whether it is a directory
 * @param size bytes, 0 or more; −1 for a directory, or if it is not known
 * @param modified when it was modified; null if that is not known
 */
public record ListedFile(
        String name, boolean directory, long size, @Nullable Instant modified) {
    /**
     * Takes the facts of an entry that a listing shows.
     *
     * @param entry the entry
     * @return the file
     */
    public static ListedFile of(DirectoryEntry entry) {
        BasicFileAttributes attributes = entry.attributes();
        if (attributes == null) {
            return new ListedFile(entry.name(), entry.directory(), -1, null);
        }
        long size = entry.directory() ? -1 : attributes.size();
        Instant modified = attributes.lastModifiedTime().toInstant();
        return new ListedFile(entry.name(), entry.directory(), size, modified);
    }
}
