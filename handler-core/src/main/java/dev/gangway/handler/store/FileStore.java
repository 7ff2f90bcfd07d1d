package dev.gangway.handler.store;

import dev.gangway.host.HandlerServer;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;

/**
 * Keeps state of a server's files between requests: small files and directories that stay open, the listings of directories that have
 * rested, and the samples and digests that entity tags are made of. It belongs to one server, or one servlet, and ends with it.
 *
 * <p>A request never gets an older file or listing than the file system has: each asks the file system first.
 *
 * <p>Every method may be called from any thread.
 */
public final class FileStore implements AutoCloseable {
    private static final int MAX_LISTING_BYTES = 4 << 20;
    private static final int MAX_DIRECTORIES = 32; // each takes two descriptors, and 32 KiB of memory
    private static final int MAX_SAMPLES = 10_000;
    private static final int MAX_DIGESTS = 10_000;

    /** Keeps nothing, so all servers that own no store can share it. */
    private static final FileStore NOTHING = new FileStore(0, 0, 0, 0, 0, Clock.systemUTC());

    private final OpenFiles files;
    private final OpenDirectories directories;
    private final PinnedFiles pinned;
    private final RestedListings listings;
    private final KeptSamples samples;
    private final ContentDigests digests;

    /**
     * Makes a store that is empty.
     *
     * @param maxOpenFiles how many files it may keep open, 0 or more, and up to 32 directories. A server that allows any calls {@link #sweep()} now
     *     and then
     * @param clock tells whether a directory has rested
     */
    public FileStore(int maxOpenFiles, Clock clock) {
        this(maxOpenFiles, 0, clock);
    }

    /**
     * Makes a store that is empty, for a host that sends large files by their names ({@link PinnedChannel}).
     *
     * @param maxOpenFiles how many small files it may keep open, 0 or more
     * @param maxPinnedFiles how many large files it may keep open, 0 or more
     * @param clock tells whether a directory has rested
     */
    public FileStore(int maxOpenFiles, int maxPinnedFiles, Clock clock) {
        this(maxOpenFiles, maxPinnedFiles, MAX_LISTING_BYTES, maxOpenFiles == 0 ? 0 : MAX_SAMPLES, MAX_DIGESTS, clock);
    }

    private FileStore(
            int maxOpenFiles, int maxPinnedFiles, int maxListingBytes, int maxSamples, int maxDigests, Clock clock) {
        files = new OpenFiles(maxOpenFiles);
        directories = new OpenDirectories(Math.min(maxOpenFiles, MAX_DIRECTORIES), clock);
        pinned = new PinnedFiles(maxPinnedFiles);
        listings = new RestedListings(maxListingBytes, clock);
        samples = new KeptSamples(maxSamples, clock);
        digests = new ContentDigests(maxDigests, clock);
    }

    /**
     * Returns the store of a server.
     *
     * @param server any server
     * @return its own store; one that keeps nothing if it owns none
     */
    public static FileStore of(HandlerServer server) {
        return server instanceof FileStoreOwner owner ? owner.fileStore() : NOTHING;
    }

    /**
     * Opens a file, or lends one that is open already.
     *
     * @param path a regular file
     * @param attributes what the file system has just said of it
     * @return the open file, to be closed by the caller
     * @throws IOException if it cannot be opened
     */
    public OpenFile open(Path path, BasicFileAttributes attributes) throws IOException {
        return open(path, attributes, new PathOpener(path));
    }

    /**
     * Opens a file in a way of its own, or lends one that is open already.
     *
     * @param path a regular file
     * @param attributes what the file system has just said of it, in the way in which it is opened
     * @param opener opens it
     * @return the open file, to be closed by the caller
     * @throws IOException if it cannot be opened
     */
    public OpenFile open(Path path, BasicFileAttributes attributes, FileOpener opener) throws IOException {
        OpenFile named = pinned.open(path, attributes, opener);
        return named == null ? files.open(path, attributes, opener) : named;
    }

    /**
     * Opens a directory for look-ups, or lends one that is open already.
     *
     * @param place where it is, by the names that lead to it, none of them a link below the served directory
     * @param attributes what the file system has just said of it
     * @param opener opens it
     * @return the open directory, to be closed by the caller
     * @throws IOException if it cannot be opened
     */
    public OpenDirectory directory(Path place, BasicFileAttributes attributes, DirectoryOpener opener)
            throws IOException {
        return directories.open(place, attributes, opener);
    }

    /**
     * Returns the listing of a directory, a kept one if nothing has changed in the directory since it was made.
     *
     * @param directory the directory
     * @param source makes the listing if none is kept, or an older one
     * @return the text of the listing
     * @throws IOException if the directory cannot be read
     */
    public ListingText listing(Path directory, ListingSource source) throws IOException {
        return listings.listing(directory, source);
    }

    /**
     * Returns a number made from the beginning and the end of a file's content, a kept one if the file is the same and has the same length and
     * time of modification.
     *
     * @param path where the file is
     * @param attributes what the file system said of it before it was opened
     * @param file the open file
     * @return the same number for equal content
     * @throws IOException if the file cannot be read
     */
    public long sample(Path path, BasicFileAttributes attributes, OpenFile file) throws IOException {
        return samples.sample(path, attributes, file);
    }

    /**
     * Returns a digest of all of a file, a kept one if nothing has changed in the file since it was made.
     *
     * @param path where the file is
     * @param attributes what the file system said of it before it was opened
     * @param file the open file
     * @return the same 32 hexadecimal digits for equal content
     * @throws IOException if the file cannot be read
     */
    public String digest(Path path, BasicFileAttributes attributes, OpenFile file) throws IOException {
        return digests.digest(path, attributes, file);
    }

    /** Closes the files and directories that were open at the last sweep already, once no request uses them any more; forgets samples likewise. */
    public void sweep() {
        samples.sweep();
        files.sweep();
        directories.sweep();
        pinned.sweep();
    }

    /** Closes all open files and directories, once no request uses them any more; others are kept open from then on. */
    public void closeFiles() {
        files.clear();
        directories.clear();
        pinned.clear();
    }

    /** Closes all open files and directories, once no request uses them any more, forgets all listings, and keeps nothing from then on. */
    @Override
    public void close() {
        files.close();
        directories.close();
        pinned.close();
        listings.close();
        samples.clear();
        digests.clear();
    }
}
