package dev.gangway.handler.files;

import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.OpenDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The files below a directory, no link followed out of it, or none at all.
 *
 * <p>Where the system can hold directories open, each name on the way is looked up in the directory that was opened
 * before it, never through a link. So no link can slip in between the check and the use.
 */
final class ConfinedTree implements FileTree {
    private final Path root;
    private final LinkPolicy policy;
    private final FileStore store;

    /** The directory in which a file was found that was looked at last. */
    private SecureWalk.@Nullable Step directory;

    ConfinedTree(Path root, LinkPolicy policy, FileStore store) {
        this.root = root.toAbsolutePath(); // nothing is below the empty path, as Path has it
        this.policy = policy;
        this.store = store;
    }

    @Override
    public @Nullable BasicFileAttributes attributes(Path path) throws FilesUnavailableException {
        try (TreeWalk walk = walkTo(path)) {
            directory = walk instanceof SecureWalk secure ? secure.directoryOfFile() : null;
            return walk.attributes();
        } catch (IOException e) {
            FailedLook.check(path, e);
            return null;
        }
    }

    /** Looks in the directory of the file that was found, without a walk to it, if the server keeps the directory open. */
    @Override
    public @Nullable BasicFileAttributes sibling(Path path) throws FilesUnavailableException {
        Path file = path.toAbsolutePath();
        SecureWalk.Step found = directory;
        if (found == null || !found.place().equals(file.getParent())) {
            return attributes(path);
        }
        try (OpenDirectory again = found.directory().again()) {
            if (again == null) {
                return attributes(path);
            }
            BasicFileAttributes attributes = again.look(file.getFileName(), found.attributes());
            return attributes != null && attributes.isSymbolicLink() ? attributes(path) : attributes;
        } catch (IOException e) {
            FailedLook.check(path, e);
            return null;
        }
    }

    @Override
    public FileChannel open(Path path) throws IOException {
        return GuardedOpening.open(() -> {
            try (TreeWalk walk = walkTo(path)) {
                return walk.open();
            }
        });
    }

    @Override
    public List<DirectoryEntry> entries(Path directory) throws IOException {
        List<DirectoryEntry> entries = new ArrayList<>();
        visit(directory, entries::add);
        return entries;
    }

    @Override
    public void visit(Path directory, Consumer<DirectoryEntry> visitor) throws IOException {
        try (TreeWalk walk = walkTo(directory);
                DirectoryStream<Path> stream = walk.list()) {
            for (Path path : stream) {
                DirectoryEntry entry = entry(walk, directory.resolve(path.getFileName()));
                if (entry != null) {
                    visitor.accept(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Returns the entry for a path, or null if it is a link that leads nowhere or is not followed. */
    private @Nullable DirectoryEntry entry(TreeWalk walk, Path path) throws FilesUnavailableException {
        boolean link = false;
        BasicFileAttributes target = null;
        try {
            BasicFileAttributes file = walk.attributes(path.getFileName());
            link = file.isSymbolicLink();
            target = link ? attributes(path) : file;
            if (target == null) {
                return null;
            }
        } catch (FilesUnavailableException e) {
            throw e;
        } catch (IOException e) {
            // Gone again, or the directory may be read but not entered: CPython lists the bare name.
        }
        return new DirectoryEntry(FileNames.text(path), target != null && target.isDirectory(), link, target);
    }

    private TreeWalk walkTo(Path wanted) throws IOException {
        Path path = wanted.toAbsolutePath();
        if (!path.startsWith(root)) {
            throw new AccessDeniedException(path.toString(), null, "not below " + root);
        }
        SecureWalk.Step first = openRoot();
        return first == null ? CheckedWalk.to(path, root, policy) : SecureWalk.to(path, root, first, policy, store);
    }

    /** Opens the root, which may be a link; returns null if directories cannot be held open. */
    private SecureWalk.@Nullable Step openRoot() throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(root, BasicFileAttributes.class);
            return new SecureWalk.Step(root, found, store.directory(root, found, this::openSecurely));
        } catch (NoSecureDirectories e) {
            return null;
        } catch (IOException e) {
            throw FilesUnavailableException.tell(e);
        }
    }

    /** The file system follows names from the top alone, as on Windows. */
    private static final class NoSecureDirectories extends IOException {
        private static final long serialVersionUID = 1;
    }

    @SuppressWarnings("StreamResourceLeak") // The caller closes it.
    private SecureDirectoryStream<Path> openSecurely() throws IOException {
        DirectoryStream<Path> directory = Files.newDirectoryStream(root);
        if (directory instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        directory.close();
        throw new NoSecureDirectories();
    }
}
