package dev.gangway.handler.files;

import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.OpenFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Some of the files of another tree. The others are answered as if they did not exist. */
public abstract class FilteredTree implements FileTree {
    private final FileTree tree;

    /**
     * Makes a tree.
     *
     * @param tree all files
     */
    protected FilteredTree(FileTree tree) {
        this.tree = tree;
    }

    /**
     * Tells whether the content of a file or directory is hidden.
     *
     * @param path the file or directory
     * @return true if it cannot be opened or listed
     */
    protected abstract boolean hides(Path path);

    /**
     * Tells whether the existence of a file or directory is hidden.
     *
     * @param path the file or directory
     * @return true if it has no attributes
     */
    protected boolean hidesExistence(Path path) {
        return hides(path);
    }

    /**
     * Tells whether a listing has an entry.
     *
     * @param entry an entry of a directory that is not hidden
     * @return true unless a subclass says otherwise
     */
    protected boolean lists(DirectoryEntry entry) {
        return true;
    }

    @Override
    public final @Nullable BasicFileAttributes attributes(Path path) throws FilesUnavailableException {
        return hidesExistence(path) ? null : tree.attributes(path);
    }

    @Override
    public final boolean isFile(Path path) throws FilesUnavailableException {
        return tree.isFile(path) && !hides(path);
    }

    @Override
    public final @Nullable BasicFileAttributes sibling(Path path) throws FilesUnavailableException {
        return hidesExistence(path) ? null : tree.sibling(path);
    }

    @Override
    public final FileChannel open(Path path) throws IOException {
        check(path);
        return tree.open(path);
    }

    @Override
    public final OpenFile open(Path path, BasicFileAttributes attributes, FileStore store) throws IOException {
        check(path);
        return tree.open(path, attributes, store);
    }

    @Override
    public final List<DirectoryEntry> entries(Path directory) throws IOException {
        check(directory);
        List<DirectoryEntry> listed = new ArrayList<>(tree.entries(directory));
        listed.removeIf(entry -> !lists(entry));
        return listed;
    }

    @Override
    public final void visit(Path directory, Consumer<DirectoryEntry> visitor) throws IOException {
        check(directory);
        tree.visit(directory, entry -> {
            if (lists(entry)) {
                visitor.accept(entry);
            }
        });
    }

    private void check(Path path) throws NoSuchFileException {
        if (hides(path)) {
            throw new NoSuchFileException(path.toString());
        }
    }
}
