package dev.gangway.handler.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * The way to a file where directories cannot be held open (Windows): asks where the path really leads, before and after
 * the file is opened. A process that can exchange a directory for a link twice within that time can still deceive it.
 */
final class CheckedWalk implements TreeWalk {
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path path;
    private final Path root;
    private final LinkPolicy policy;
    private final Path real;

    private CheckedWalk(Path path, Path root, LinkPolicy policy) throws IOException {
        this.path = path;
        this.root = root;
        this.policy = policy;
        this.real = realPath();
    }

    static CheckedWalk to(Path path, Path root, LinkPolicy policy) throws IOException {
        return new CheckedWalk(path, root, policy);
    }

    private Path realPath() throws IOException {
        Path realRoot = root.toRealPath();
        Path end = path.toRealPath();
        if (!end.startsWith(realRoot)) {
            throw new AccessDeniedException(path.toString(), null, "leads out of " + root);
        }
        Path names = root.relativize(path);
        for (int i = 1; policy == LinkPolicy.NEVER && i <= names.getNameCount(); i++) {
            if (Files.isSymbolicLink(root.resolve(names.subpath(0, i)))) {
                throw new AccessDeniedException(path.toString(), null, "a symbolic link");
            }
        }
        return end;
    }

    @Override
    public BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public BasicFileAttributes attributes(Path name) throws IOException {
        return Files.readAttributes(real.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public FileChannel open() throws IOException {
        FileChannel channel = FileChannel.open(real, READ);
        try {
            if (realPath().equals(real)) {
                return channel;
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new AccessDeniedException(path.toString(), null, "leads elsewhere now");
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // The caller closes it.
    public DirectoryStream<Path> list() throws IOException {
        return Files.newDirectoryStream(real);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
