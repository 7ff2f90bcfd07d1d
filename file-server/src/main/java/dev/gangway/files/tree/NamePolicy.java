package dev.gangway.files.tree;

import dev.gangway.handler.files.FileNames;
import java.nio.file.Path;

/**
 * Decides which names are visible.
 *
 * @param dots whether names that begin with a dot are
 */
public record NamePolicy(boolean dots) {
    private static final String WELL_KNOWN = ".well-known"; // RFC 8615

    /**
     * Tells whether a name is seen.
     *
     * @param name one name, as text
     * @return false for a file that is being written, and for a dot file unless those are visible
     */
    public boolean sees(String name) {
        if (!name.startsWith(".")) {
            return true;
        }
        return !PartName.is(name) && (dots || name.equals(WELL_KNOWN));
    }

    /**
     * Tells whether a name is in listings.
     *
     * @param name one name, as text
     * @return false for hidden names, and for {@code .well-known}, which clients know without a listing
     */
    public boolean lists(String name) {
        return sees(name) && (dots || !name.startsWith("."));
    }

    /**
     * Tells whether all names on the way to a file are seen.
     *
     * @param root the served directory
     * @param path the file; of a path that is not below the root only the last name counts
     * @return whether they are
     */
    public boolean seesAll(Path root, Path path) {
        Path top = root.toAbsolutePath(); // nothing is below the empty path, as Path has it
        Path end = path.toAbsolutePath();
        if (!end.startsWith(top)) {
            return sees(FileNames.text(end));
        }
        for (Path at = end; at != null && at.getNameCount() > top.getNameCount(); at = at.getParent()) {
            if (!sees(FileNames.text(at))) {
                return false;
            }
        }
        return true;
    }
}
