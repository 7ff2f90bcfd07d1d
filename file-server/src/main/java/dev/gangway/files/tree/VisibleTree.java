package dev.gangway.files.tree;

import dev.gangway.handler.files.DirectoryEntry;
import dev.gangway.handler.files.FileTree;
import dev.gangway.handler.files.FilteredTree;
import java.nio.file.Path;

/** The files of another tree whose names are seen. */
public final class VisibleTree extends FilteredTree {
    private final Path root;
    private final NamePolicy names;

    /**
     * Makes a tree.
     *
     * @param tree all files
     * @param root the served directory
     * @param names which names are seen
     */
    public VisibleTree(FileTree tree, Path root, NamePolicy names) {
        super(tree);
        this.root = root;
        this.names = names;
    }

    @Override
    protected boolean hides(Path path) {
        return !names.seesAll(root, path);
    }

    @Override
    protected boolean lists(DirectoryEntry entry) {
        return names.lists(entry.name());
    }
}
