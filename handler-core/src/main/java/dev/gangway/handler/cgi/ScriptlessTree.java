package dev.gangway.handler.cgi;

import dev.gangway.handler.files.FileTree;
import dev.gangway.handler.files.FilteredTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The files of a tree except for those that are really inside a CGI directory, by any name or link: there the source
 * of scripts lies. The directory itself can be seen, not listed.
 *
 * <p>Where the whole tree is a CGI directory, its own files are hidden, and so are scripts in its folders; other files there can be
 * seen, as CPython has it.
 */
public final class ScriptlessTree extends FilteredTree {
    private final List<Path> directories = new ArrayList<>();
    private final @Nullable Path root;
    private final Predicate<Path> script;

    /**
     * Hides directories.
     *
     * @param tree all files
     * @param directories the CGI directories, which need not exist
     * @param root the top of the tree if that is a CGI directory, too; null if not
     * @param script tells whether a regular file below {@code root} is a script
     */
    public ScriptlessTree(FileTree tree, List<Path> directories, @Nullable Path root, Predicate<Path> script) {
        super(tree);
        this.script = script;
        this.root = root == null ? null : real(root);
        for (Path directory : directories) {
            Path real = real(directory);
            if (real != null) {
                this.directories.add(real);
            }
        }
    }

    /** Returns the real path; null if there is no file, so that no file is in it either. */
    private static @Nullable Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    protected boolean hides(Path path) {
        return isHidden(path, false);
    }

    @Override
    protected boolean hidesExistence(Path path) {
        return isHidden(path, true);
    }

    private boolean isHidden(Path path, boolean showsDirectory) {
        if (directories.isEmpty() && root == null) {
            return false;
        }
        Path real = real(path);
        if (real == null || root != null && isHiddenBelowRoot(root, real, showsDirectory)) {
            return true;
        }
        return directories.stream()
                .anyMatch(directory -> real.startsWith(directory) && !(showsDirectory && real.equals(directory)));
    }

    private boolean isHiddenBelowRoot(Path top, Path real, boolean showsDirectory) {
        if (real.equals(top)) {
            return !showsDirectory;
        }
        return Files.isRegularFile(real) && (top.equals(real.getParent()) || script.test(real));
    }
}
