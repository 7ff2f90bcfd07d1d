package dev.gangway.handler.files;

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

    ConfinedTree(Path root, LinkPolicy policy) {
        this.root = root.toAbsolutePath(); // nothing is below the empty path, as Path has it
        this.policy = policy;
    }

    @Override
    public @Nullable BasicFileAttributes attributes(Path path) throws FilesUnavailableException {
        try (TreeWalk walk = walkTo(path)) {
            return walk.attributes();
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

    @SuppressWarnings("StreamResourceLeak") // The walk closes it.
    private TreeWalk walkTo(Path wanted) throws IOException {
        Path path = wanted.toAbsolutePath();
        if (!path.startsWith(root)) {
            throw new AccessDeniedException(path.toString(), null, "not below " + root);
        }
        DirectoryStream<Path> directory = openRoot();
        if (directory instanceof SecureDirectoryStream<Path> secure) {
            return SecureWalk.to(path, root, secure, policy);
        }
        directory.close();
        return CheckedWalk.to(path, root, policy);
    }

    @SuppressWarnings("StreamResourceLeak") // The walk closes it.
    private DirectoryStream<Path> openRoot() throws IOException {
        try {
            return Files.newDirectoryStream(root);
        } catch (IOException e) {
            throw FilesUnavailableException.tell(e);
        }
    }
}
