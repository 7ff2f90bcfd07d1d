package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Opens a file by its path, and follows all links. */
record PathOpener(Path path) implements FileOpener {
    private static final Set<StandardOpenOption> READ = Set.of(StandardOpenOption.READ);

    @Override
    public FileChannel open() throws IOException {
        return FileChannel.open(path, READ);
    }

    @Override
    public BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }
}
