package dev.gangway.handler.files;

import dev.gangway.handler.store.FileOpener;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Opens a file as a tree lets it be opened. */
record TreeOpener(FileTree tree, Path path) implements FileOpener {
    @Override
    public FileChannel open() throws IOException {
        return tree.open(path);
    }

    @Override
    public @Nullable BasicFileAttributes attributes() throws IOException {
        return tree.attributes(path);
    }
}
