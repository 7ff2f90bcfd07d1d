package dev.gangway.handler.files;

import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.ListingSource;
import dev.gangway.handler.store.ListingText;
import dev.gangway.handler.store.OpenFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All files, all links followed. */
final class OpenTree implements FileTree {
    static final OpenTree INSTANCE = new OpenTree();

    private static final Set<StandardOpenOption> READ = Set.of(StandardOpenOption.READ);

    private OpenTree() {}

    @Override
    public @Nullable BasicFileAttributes attributes(Path path) throws FilesUnavailableException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException e) {
            FailedLook.check(path, e);
            return null;
        }
    }

    /** Where a look at a file fails, says that there is none: to look a second time would cost every listing too much. */
    @Override
    public boolean isFile(Path path) {
        return Files.isRegularFile(path);
    }

    @Override
    public FileChannel open(Path path) throws IOException {
        try {
            return GuardedOpening.open(() -> FileChannel.open(path, READ));
        } catch (IOException e) {
            throw FilesUnavailableException.tell(e);
        }
    }

    @Override
    public OpenFile open(Path path, BasicFileAttributes attributes, FileStore store) throws IOException {
        try {
            return GuardedOpening.isNeeded()
                    ? GuardedOpening.open(() -> store.open(path, attributes))
                    : store.open(path, attributes);
        } catch (IOException e) {
            throw FilesUnavailableException.tell(e);
        }
    }

    @Override
    public List<DirectoryEntry> entries(Path directory) throws IOException {
        List<DirectoryEntry> entries = new ArrayList<>();
        visit(directory, entries::add);
        return entries;
    }

    @Override
    public void visit(Path directory, Consumer<DirectoryEntry> visitor) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path path : stream) {
                visitor.accept(entry(path));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (IOException e) {
            throw FilesUnavailableException.tell(e);
        }
    }

    @Override
    public ListingText lines(Path directory, FileStore store) throws IOException {
        return store.listing(directory, this::listing);
    }

    private ListingSource.Listing listing(Path directory) throws IOException {
        ListingLines lines = new ListingLines();
        visit(directory, lines::add);
        return new ListingSource.Listing(lines.text(), lines.hasLinks());
    }

    private static DirectoryEntry entry(Path path) {
        boolean link = false;
        BasicFileAttributes target = null;
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            link = file.isSymbolicLink();
            target = link ? Files.readAttributes(path, BasicFileAttributes.class) : file;
        } catch (IOException e) {
            // Gone again, or the directory may be read but not entered: CPython lists the bare name.
        }
        return new DirectoryEntry(FileNames.text(path), target != null && target.isDirectory(), link, target);
    }
}
