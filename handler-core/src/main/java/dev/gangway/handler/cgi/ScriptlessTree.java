package dev.gangway.handler.cgi;

import dev.gangway.handler.files.DirectoryEntry;
import dev.gangway.handler.files.FileTree;
import dev.gangway.handler.files.FilesUnavailableException;
import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.OpenFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a tree but for what is really inside a CGI directory, whatever name or link leads to it: there the source
 * of scripts lies. The directory itself can be seen, not listed.
 */
public final class ScriptlessTree implements FileTree {
    private final FileTree tree;
    private final List<Path> directories = new ArrayList<>();

    /**
     * Hides directories.
     *
     * @param tree all files
     * @param directories the CGI directories, which need not exist
     */
    public ScriptlessTree(FileTree tree, List<Path> directories) {
        this.tree = tree;
        for (Path directory : directories) {
            try {
                this.directories.add(directory.toRealPath());
            } catch (IOException e) {
                // It is not there, so nothing is in it.
            }
        }
    }

    @Override
    public @Nullable BasicFileAttributes attributes(Path path) throws FilesUnavailableException {
        return isHidden(path, true) ? null : tree.attributes(path);
    }

    @Override
    public boolean isFile(Path path) throws FilesUnavailableException {
        return tree.isFile(path) && !isHidden(path, false);
    }

    @Override
    public FileChannel open(Path path) throws IOException {
        refuse(path);
        return tree.open(path);
    }

    @Override
    public OpenFile open(Path path, BasicFileAttributes attributes, FileStore store) throws IOException {
        refuse(path);
        return tree.open(path, attributes, store);
    }

    @Override
    public List<DirectoryEntry> entries(Path directory) throws IOException {
        refuse(directory);
        return tree.entries(directory);
    }

    private void refuse(Path path) throws NoSuchFileException {
        if (isHidden(path, false)) {
            throw new NoSuchFileException(path.toString());
        }
    }

    private boolean isHidden(Path path, boolean showsDirectory) {
        if (directories.isEmpty()) {
            return false;
        }
        Path real;
        try {
            real = path.toRealPath();
        } catch (IOException e) {
            return true;
        }
        return directories.stream()
                .anyMatch(directory -> real.startsWith(directory) && !(showsDirectory && real.equals(directory)));
    }
}
