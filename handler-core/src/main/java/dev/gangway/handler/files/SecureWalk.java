package dev.gangway.handler.files;

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
import java.nio.file.SecureDirectoryStream;
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
    private final Deque<SecureDirectoryStream<Path>> directories = new ArrayDeque<>();
    private final Deque<Path> passed = new ArrayDeque<>();
    private final Deque<Path> ahead = new ArrayDeque<>();
    private int links;

    /** The name of the file at the end in the last directory, or null if that directory is the end. */
    private @Nullable Path file;

    private boolean isRegularFile;

    private SecureWalk(Path root, SecureDirectoryStream<Path> directory, LinkPolicy policy) {
        this.root = root;
        this.policy = policy;
        directories.push(directory);
    }

    /**
     * Walks to a file.
     *
     * @param directory the root, open; closed by {@link #close()}, or when this fails
     */
    static SecureWalk to(Path path, Path root, SecureDirectoryStream<Path> directory, LinkPolicy policy)
            throws IOException {
        SecureWalk walk = new SecureWalk(root, directory, policy);
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
                goInto(name);
            } else if (ahead.isEmpty()) {
                file = name;
                isRegularFile = found.isRegularFile();
            } else {
                throw new NotDirectoryException(name.toString());
            }
        }
    }

    private void goInto(Path name) throws IOException {
        try {
            directories.push(directories.element().newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw FilesUnavailableException.tell(e);
        }
        passed.push(name);
    }

    private void goBack() throws IOException {
        if (passed.isEmpty()) {
            throw new AccessDeniedException("..", null, "leads out of " + root);
        }
        passed.pop();
        directories.pop().close();
    }

    private void follow(Path name) throws IOException {
        if (policy == LinkPolicy.NEVER) {
            throw new AccessDeniedException(name.toString(), null, "a symbolic link");
        }
        if (++links > MAX_LINKS) {
            throw new FileSystemLoopException(name.toString());
        }
        // The link may be another one by now. It does not matter: what it says is only where to look below the root.
        Path target = Files.readSymbolicLink(here().resolve(name));
        if (target.isAbsolute()) {
            Path base = target.startsWith(root) ? root : root.toRealPath();
            if (!target.startsWith(base)) {
                throw new AccessDeniedException(name.toString(), null, "leads out of " + root);
            }
            while (!passed.isEmpty()) {
                goBack();
            }
            goAhead(base.relativize(target));
        } else {
            goAhead(target);
        }
    }

    private Path here() {
        Path here = root;
        for (var names = passed.descendingIterator(); names.hasNext(); ) {
            here = here.resolve(names.next());
        }
        return here;
    }

    @Override
    public BasicFileAttributes attributes() throws IOException {
        BasicFileAttributeView view =
                file == null ? directories.element().getFileAttributeView(BasicFileAttributeView.class) : view(file);
        return view.readAttributes();
    }

    @Override
    public BasicFileAttributes attributes(Path name) throws IOException {
        return view(name).readAttributes();
    }

    private BasicFileAttributeView view(Path name) {
        return directories
                .element()
                .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public FileChannel open() throws IOException {
        if (file == null) {
            throw new AccessDeniedException(here().toString(), null, "a directory");
        }
        if (!isRegularFile) {
            throw new AccessDeniedException(here().toString(), null, "not a regular file");
        }
        SeekableByteChannel channel;
        try {
            channel = directories.element().newByteChannel(file, READ);
        } catch (IOException e) {
            throw FilesUnavailableException.tell(e);
        }
        if (channel instanceof FileChannel opened) {
            return opened;
        }
        channel.close();
        throw new AccessDeniedException(file.toString(), null, "not a file of the operating system");
    }

    @Override
    public DirectoryStream<Path> list() throws IOException {
        if (file != null) {
            throw new NotDirectoryException(file.toString());
        }
        return directories.element();
    }

    @Override
    public void close() throws IOException {
        while (!directories.isEmpty()) {
            directories.pop().close();
        }
    }
}
