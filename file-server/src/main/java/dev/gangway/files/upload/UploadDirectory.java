package dev.gangway.files.upload;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A directory to write in, which is below the served one for certain.
 *
 * <p>Where the system can hold directories open (Linux, macOS), each name on the way is opened in the directory before it,
 * without following links, and files are made and moved in the open directory: no process can exchange a directory for a link in
 * between. Elsewhere the way is checked before it is used.
 */
public final class UploadDirectory implements Closeable {
    /** Each level holds a directory open. */
    private static final int MAX_DEPTH = 200;

    private final Path path;
    private final DirectoryStream<Path> stream;
    private final @Nullable SecureDirectoryStream<Path> secure;

    private UploadDirectory(Path path, DirectoryStream<Path> stream) {
        this.path = path;
        this.stream = stream;
        this.secure = stream instanceof SecureDirectoryStream<Path> open ? open : null;
    }

    /**
     * Opens a directory.
     *
     * @param root the served directory
     * @param directory the directory, or one that links inside the root lead to
     * @return the open directory, to be closed by the caller
     * @throws AccessDeniedException if it is not below the root
     * @throws IOException if it cannot be opened
     */
    @SuppressWarnings("StreamResourceLeak") // The directory that is returned closes it.
    public static UploadDirectory open(Path root, Path directory) throws IOException {
        Path top = root.toRealPath();
        Path end = directory.toRealPath();
        if (!end.startsWith(top)) {
            throw new AccessDeniedException(directory.toString(), null, "leads out of " + root);
        }
        DirectoryStream<Path> open = Files.newDirectoryStream(top);
        try {
            if (open instanceof SecureDirectoryStream<Path>) {
                for (Path name : top.relativize(end)) {
                    if (!name.toString().isEmpty()) {
                        DirectoryStream<Path> next = enter(open, name);
                        open.close();
                        open = next;
                    }
                }
            }
            return new UploadDirectory(end, open);
        } catch (IOException | RuntimeException e) {
            open.close();
            throw e;
        }
    }

    @SuppressWarnings("StreamResourceLeak") // The caller closes it.
    private static DirectoryStream<Path> enter(DirectoryStream<Path> directory, Path name) throws IOException {
        return ((SecureDirectoryStream<Path>) directory).newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Returns the real path of the directory.
     *
     * @return a path without links
     */
    public Path path() {
        return path;
    }

    /**
     * Looks at a name, and at a link itself rather than at its target.
     *
     * @param name the name of a file
     * @return the attributes of the file, or null if there is none
     * @throws IOException if it cannot be asked
     */
    public @Nullable BasicFileAttributes attributes(Path name) throws IOException {
        try {
            BasicFileAttributeView view = secure == null
                    ? Files.getFileAttributeView(
                            path.resolve(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    : secure.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            return view.readAttributes();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /**
     * Sets when a file or directory was modified; of a link, the link.
     *
     * @param name its name
     * @param time the time
     * @throws IOException if it cannot be set
     */
    public void modified(Path name, FileTime time) throws IOException {
        BasicFileAttributeView view = secure == null
                ? Files.getFileAttributeView(
                        path.resolve(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                : secure.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        view.setTimes(time, null, null);
    }

    /**
     * Opens a file to write, with the mode that the umask says if it is new.
     *
     * @param name the name of the file
     * @param options how to open it; links are not followed
     * @return the open file
     * @throws IOException if it cannot be opened
     */
    public SeekableByteChannel open(Path name, StandardOpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(List.of(options));
        all.add(LinkOption.NOFOLLOW_LINKS);
        return secure == null ? Files.newByteChannel(path.resolve(name), all) : secure.newByteChannel(name, all);
    }

    /**
     * Moves a file to another name in the directory; a file of that name is replaced.
     *
     * @param from the name it has
     * @param to the name it gets
     * @throws IOException if it cannot be moved
     */
    public void move(Path from, Path to) throws IOException {
        if (secure == null) {
            Files.move(
                    path.resolve(from),
                    path.resolve(to),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } else {
            secure.move(from, secure, to);
        }
    }

    /**
     * Moves a file or directory to another directory; a file of that name is replaced.
     *
     * @param from the name it has
     * @param target where it goes
     * @param to the name it gets
     * @throws IOException if it cannot be moved
     */
    public void move(Path from, UploadDirectory target, Path to) throws IOException {
        if (secure == null || target.secure == null) {
            Files.move(path.resolve(from), target.path.resolve(to), StandardCopyOption.ATOMIC_MOVE);
        } else {
            secure.move(from, target.secure, to);
        }
    }

    /**
     * Makes a directory, with the mode that the umask says. Java makes one by its path, not in the open directory.
     *
     * @param name its name
     * @throws IOException if it cannot be made
     */
    public void makeDirectory(Path name) throws IOException {
        Files.createDirectory(path.resolve(name));
    }

    /**
     * Deletes a file, or a directory with all that is in it; of a link, the link.
     *
     * @param name its name
     * @throws IOException if something in it cannot be deleted
     */
    public void deleteTree(Path name) throws IOException {
        BasicFileAttributes found = attributes(name);
        if (found == null) {
            return;
        }
        if (!found.isDirectory()) {
            delete(name);
        } else if (secure == null) {
            deleteTree(path.resolve(name), 0);
        } else {
            deleteTree(secure, name, 0);
        }
    }

    private static void deleteTree(SecureDirectoryStream<Path> parent, Path name, int depth) throws IOException {
        checkDepth(name, depth);
        try (SecureDirectoryStream<Path> directory = parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            for (Path child : directory) {
                Path childName = child.getFileName();
                BasicFileAttributes found = directory
                        .getFileAttributeView(childName, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes();
                if (found.isDirectory()) {
                    deleteTree(directory, childName, depth + 1);
                } else {
                    directory.deleteFile(childName);
                }
            }
        }
        parent.deleteDirectory(name);
    }

    private static void deleteTree(Path directory, int depth) throws IOException {
        checkDepth(directory, depth);
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    deleteTree(child, depth + 1);
                } else {
                    Files.delete(child);
                }
            }
        }
        Files.delete(directory);
    }

    private static void checkDepth(Path path, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new FileSystemException(path.toString(), null, "too deep to be deleted");
        }
    }

    /**
     * Deletes a file, if it is there.
     *
     * @param name its name
     * @throws IOException if it cannot be deleted
     */
    public void delete(Path name) throws IOException {
        try {
            if (secure == null) {
                Files.deleteIfExists(path.resolve(name));
            } else {
                secure.deleteFile(name);
            }
        } catch (NoSuchFileException e) {
            // As was wanted.
        }
    }

    /**
     * Lists the names that may be those of files being written.
     *
     * @return names alone
     * @throws IOException if the directory cannot be read
     */
    public List<Path> parts() throws IOException {
        try (DirectoryStream<Path> names = Files.newDirectoryStream(path, ".*.part-*")) {
            List<Path> all = new ArrayList<>();
            names.forEach(file -> all.add(file.getFileName()));
            return all;
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
