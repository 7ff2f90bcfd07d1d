package dev.gangway.handler.files;

import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.ListingText;
import dev.gangway.handler.store.OpenFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files that may be served, as far as a {@link LinkPolicy} lets links be followed. */
public interface FileTree {
    /**
     * Looks at a file, and at the target of a link rather than at the link.
     *
     * @param path the file
     * @return the attributes of the file, or null if there is none, or none that is visible
     * @throws FilesUnavailableException if the system cannot look at present
     */
    @Nullable BasicFileAttributes attributes(Path path) throws FilesUnavailableException;

    /**
     * Tells whether a regular file is there, as far as that is known; quicker than {@link #attributes(Path)} where there is none.
     *
     * @param path the file
     * @return whether there is one that may be served
     * @throws FilesUnavailableException if the system cannot look at present
     */
    default boolean isFile(Path path) throws FilesUnavailableException {
        BasicFileAttributes attributes = attributes(path);
        return attributes != null && attributes.isRegularFile();
    }

    /**
     * Looks at a file that is mostly missing, beside one that {@link #attributes(Path)} has just found. It is the same answer, quicker.
     *
     * @param path the file
     * @return its attributes, or null if there is none, or none that is visible
     * @throws FilesUnavailableException if the system cannot look at present
     */
    default @Nullable BasicFileAttributes sibling(Path path) throws FilesUnavailableException {
        return isFile(path) ? attributes(path) : null;
    }

    /**
     * Opens a file for reading. Check first that it is a regular file: opening a FIFO may wait without end.
     *
     * @param path the file
     * @return the open file
     * @throws FilesUnavailableException if the system can open no file at present
     * @throws IOException if it cannot be opened or may not be
     */
    FileChannel open(Path path) throws IOException;

    /**
     * Opens a file for reading, or shares one that is open already and is the same file.
     *
     * @param path the file
     * @param attributes what {@link #attributes(Path)} has just said of it
     * @param store what the server keeps of its files
     * @return the open file
     * @throws FilesUnavailableException if the system can open no file at present
     * @throws IOException if it cannot be opened or may not be
     */
    default OpenFile open(Path path, BasicFileAttributes attributes, FileStore store) throws IOException {
        return store.open(path, attributes, new TreeOpener(this, path));
    }

    /**
     * Lists a directory.
     *
     * @param directory the directory
     * @return its entries, in no order
     * @throws FilesUnavailableException if the system can open no directory at present
     * @throws IOException if it cannot be read or may not be
     */
    List<DirectoryEntry> entries(Path directory) throws IOException;

    /**
     * Lists a directory for a page.
     *
     * @param directory the directory
     * @param store what the server keeps of its files
     * @return the lines as of {@link DirectoryListing#lines(List)}
     * @throws FilesUnavailableException if the system can open no directory at present
     * @throws IOException if it cannot be read or may not be
     */
    default ListingText lines(Path directory, FileStore store) throws IOException {
        ListingLines lines = new ListingLines();
        visit(directory, lines::add);
        return lines.text();
    }

    /**
     * Lists a directory entry by entry, so that memory does not have to hold all that the file system says of them.
     *
     * @param directory the directory
     * @param visitor takes each entry, in no order
     * @throws FilesUnavailableException if the system can open no directory at present
     * @throws IOException if it cannot be read or may not be
     */
    default void visit(Path directory, Consumer<DirectoryEntry> visitor) throws IOException {
        entries(directory).forEach(visitor);
    }
}
