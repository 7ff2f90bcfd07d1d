package dev.gangway.handler.files;

import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.OpenDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks down from a directory name by name, each looked up in the open directory above it, and follows links by hand.
 *
 * <p>Renaming or linking meanwhile cannot lead it astray: {@code ..} goes back to the directory it came from, a
 * link only tells which names to look up next, and nothing above the first directory is ever looked up.
 */
final class SecureWalk implements TreeWalk {
    /** As many links on the way to one file as Linux follows. */
    private static final int MAX_LINKS = 40;

    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path root;
    private final LinkPolicy policy;
    private final FileStore store;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Deque<Path> ahead = new ArrayDeque<>();
    private int links;

    /** The file at the end, or null if the last directory is the end. */
    private @Nullable Found file;

    private SecureWalk(Path root, Step first, LinkPolicy policy, FileStore store) {
        this.root = root;
        this.policy = policy;
        this.store = store;
        steps.push(first);
    }

    /** A directory on the way: where it is, what was said of it, and the directory itself, open. */
    record Step(Path place, BasicFileAttributes attributes, OpenDirectory directory) implements Closeable {
        @Override
        public void close() throws IOException {
            directory.close();
        }
    }

    /** A name in the last directory that is no directory itself. */
    private record Found(Path name, BasicFileAttributes attributes) {}

    /**
     * Walks to a file.
     *
     * @param first the root, open; closed by {@link #close()}, or when this fails
     * @param store lends the other directories
     */
    static SecureWalk to(Path path, Path root, Step first, LinkPolicy policy, FileStore store) throws IOException {
        SecureWalk walk = new SecureWalk(root, first, policy, store);
        try {
            walk.goAhead(root.relativize(path));
            walk.walk();
            return walk;
        } catch (IOException | RuntimeException e) {
            walk.close();
            throw e;
        }
    }

    private void goAhead(Path names) {
        for (int i = names.getNameCount() - 1; i >= 0; i--) {
            ahead.push(names.getName(i));
        }
    }

    private void walk() throws IOException {
        while (!ahead.isEmpty()) {
            Path name = ahead.pop();
            if (name.toString().isEmpty() || name.toString().equals(".")) {
                continue;
            }
            if (name.toString().equals("..")) {
                goBack();
                continue;
            }
            BasicFileAttributes found = attributes(name);
            if (found.isSymbolicLink()) {
                follow(name);
            } else if (found.isDirectory()) {
                goInto(name, found);
            } else if (ahead.isEmpty()) {
                file = new Found(name, found);
            } else {
                throw new NotDirectoryException(name.toString());
            }
        }
    }

    private void goInto(Path name, BasicFileAttributes found) throws IOException {
        Step above = steps.element();
        Path place = above.place.resolve(name);
        try {
            OpenDirectory below = store.directory(
                    place, found, () -> above.directory.stream().newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
            steps.push(new Step(place, found, below));
        } catch (IOException e) {
            throw FilesUnavailableException.tell(e);
        }
    }

    private void goBack() throws IOException {
        if (steps.size() == 1) {
            throw new AccessDeniedException("..", null, "leads out of " + root);
        }
        steps.pop().close();
    }

    private void follow(Path name) throws IOException {
        if (policy == LinkPolicy.NEVER) {
            throw new AccessDeniedException(name.toString(), null, "a symbolic link");
        }
        if (++links > MAX_LINKS) {
            throw new FileSystemLoopException(name.toString());
        }
        // The link may be another one by now. It does not matter: what it says is only where to look below the root.
        Path target = Files.readSymbolicLink(steps.element().place.resolve(name));
        if (target.isAbsolute()) {
            Path base = target.startsWith(root) ? root : root.toRealPath();
            if (!target.startsWith(base)) {
                throw new AccessDeniedException(name.toString(), null, "leads out of " + root);
            }
            while (steps.size() > 1) {
                goBack();
            }
            goAhead(base.relativize(target));
        } else {
            goAhead(target);
        }
    }

    @Override
    public BasicFileAttributes attributes() {
        return file == null ? steps.element().attributes : file.attributes;
    }

    @Override
    public BasicFileAttributes attributes(Path name) throws IOException {
        return steps.element().directory.stream()
                .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    /** Returns the directory at whose end the file is, if the walk has followed no link and has not ended at a directory. */
    @Nullable Step directoryOfFile() {
        return links == 0 && file != null ? steps.element() : null;
    }

    @Override
    public FileChannel open() throws IOException {
        Step last = steps.element();
        if (file == null) {
            throw new AccessDeniedException(last.place.toString(), null, "a directory");
        }
        if (!file.attributes.isRegularFile()) {
            throw new AccessDeniedException(last.place.resolve(file.name).toString(), null, "not a regular file");
        }
        SeekableByteChannel channel;
        try {
            channel = last.directory.stream().newByteChannel(file.name, READ);
        } catch (IOException e) {
            throw FilesUnavailableException.tell(e);
        }
        if (channel instanceof FileChannel opened) {
            return opened;
        }
        channel.close();
        throw new AccessDeniedException(file.name.toString(), null, "not a file of the operating system");
    }

    /** Opens the directory once more, since another request may have the one that is open, which can be listed once. */
    @Override
    public DirectoryStream<Path> list() throws IOException {
        if (file != null) {
            throw new NotDirectoryException(file.name.toString());
        }
        Step last = steps.element();
        try {
            return last.directory.stream()
                    .newDirectoryStream(last.place.getFileSystem().getPath("."));
        } catch (IOException e) {
            throw FilesUnavailableException.tell(e);
        }
    }

    @Override
    public void close() throws IOException {
        while (!steps.isEmpty()) {
            steps.pop().close();
        }
    }
}
