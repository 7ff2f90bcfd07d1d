package dev.gangway.files.tree;

import dev.gangway.handler.files.DirectoryEntry;
import dev.gangway.handler.files.FileTree;
import dev.gangway.handler.files.FilesUnavailableException;
import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.OpenFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The files of another tree whose names are seen.
 *
 * @param tree all files
 * @param root the served directory
 * @param names which names are seen
 */
public record VisibleTree(FileTree tree, Path root, NamePolicy names) implements FileTree {
    @Override
    public @Nullable BasicFileAttributes attributes(Path path) throws FilesUnavailableException {
        return names.seesAll(root, path) ? tree.attributes(path) : null;
    }

    @Override
    public boolean isFile(Path path) throws FilesUnavailableException {
        return names.seesAll(root, path) && tree.isFile(path);
    }

    @Override
    public FileChannel open(Path path) throws IOException {
        check(path);
        return tree.open(path);
    }

    @Override
    public OpenFile open(Path path, BasicFileAttributes attributes, FileStore store) throws IOException {
        check(path);
        return tree.open(path, attributes, store);
    }

    @Override
    public List<DirectoryEntry> entries(Path directory) throws IOException {
        check(directory);
        List<DirectoryEntry> seen = new ArrayList<>(tree.entries(directory));
        seen.removeIf(entry -> !names.sees(entry.name()));
        return seen;
    }

    @Override
    public void visit(Path directory, Consumer<DirectoryEntry> visitor) throws IOException {
        check(directory);
        tree.visit(directory, entry -> {
            if (names.sees(entry.name())) {
                visitor.accept(entry);
            }
        });
    }

    private void check(Path path) throws AccessDeniedException {
        if (!names.seesAll(root, path)) {
            throw new AccessDeniedException(path.toString(), null, "hidden");
        }
    }
}
