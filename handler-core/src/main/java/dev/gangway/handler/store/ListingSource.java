package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the listing of a directory. */
@FunctionalInterface
public interface ListingSource {
    /**
     * A listing.
     *
     * @param text the text
     * @param links whether a symbolic link is in it: what a link leads to changes elsewhere
     */
    record Listing(ListingText text, boolean links) {}

    /**
     * Makes a listing.
     *
     * @param directory the directory
     * @return its listing as it is now
     * @throws IOException if the directory cannot be read
     */
    Listing list(Path directory) throws IOException;
}
