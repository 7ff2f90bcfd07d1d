package dev.gangway.files;

import dev.gangway.files.dav.DavException;
import dev.gangway.files.dav.DeadProperties;
import dev.gangway.files.dav.PropertyName;
import dev.gangway.files.tree.PartName;
import dev.gangway.files.upload.OverwritePolicy;
import dev.gangway.files.upload.PartFile;
import dev.gangway.files.upload.Places;
import dev.gangway.files.upload.UploadDirectory;
import dev.gangway.handler.files.DirectoryEntry;
import dev.gangway.handler.files.FileNames;
import dev.gangway.handler.files.FileTree;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies and moves files and directories (RFC 4918 §9.8, §9.9). A copy is made under a name that is not served. The file that it
 * replaces is there until the copy is whole, and comes back if the copy cannot take its place.
 */
final class DavCopy {
    private static final int MAX_DEPTH = 100;

    private final DavRequest request;
    private final FileTree tree;
    private final Path root;
    private final Places places;
    private final DeadProperties dead;
    /** The directories on the way down, by what the file system knows them by. */
    private final Set<Object> above = new HashSet<>();

    DavCopy(FileHTTPRequestHandler handler, DavRequest request, DeadProperties dead) {
        this.request = request;
        this.tree = handler.visibleTree();
        this.root = handler.directory();
        this.places = ServerState.of(handler.server()).places();
        this.dead = dead;
    }

    /** Copies a file, or a directory with all that is in it if {@code deep} is true. */
    void copy(Path from, BasicFileAttributes source, Path to, @Nullable BasicFileAttributes there, boolean deep)
            throws IOException {
        try (UploadDirectory target = request.directory(to)) {
            Path part = partOf(to);
            try {
                copy(from, source, target, to.resolveSibling(part), deep, 0);
                replace(target, part, target, to, source, there);
            } catch (IOException | RuntimeException e) {
                drop(target, part, e);
                throw e;
            }
            dead.forget(to);
            dead.transfer(target.path().resolve(part), to, true);
        }
    }

    private void drop(UploadDirectory target, Path part, Exception reason) {
        try {
            target.deleteTree(part);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        dead.forget(target.path().resolve(part));
    }

    /** Moves a file, or a directory with all that is in it. */
    void move(Path from, BasicFileAttributes source, Path to, @Nullable BasicFileAttributes there) throws IOException {
        try (UploadDirectory directory = request.directory(from);
                UploadDirectory target = request.directory(to)) {
            replace(directory, DavRequest.name(from), target, to, source, there);
            dead.forget(to);
            dead.transfer(from, to, true);
        }
    }

    private static Path partOf(Path file) {
        return FileNames.resolve(file, PartName.of(FileNames.text(file), PartName.newId()))
                .getFileName();
    }

    /** Gives a file its name. The system replaces a file by a file in one step; a directory is put aside for so long. */
    private static void replace(
            UploadDirectory directory,
            Path name,
            UploadDirectory target,
            Path to,
            BasicFileAttributes source,
            @Nullable BasicFileAttributes there)
            throws IOException {
        Path wanted = DavRequest.name(to);
        if (there == null || (source.isRegularFile() && there.isRegularFile())) {
            directory.move(name, target, wanted);
            return;
        }
        Path aside = partOf(to);
        target.move(wanted, aside);
        try {
            directory.move(name, target, wanted);
        } catch (IOException | RuntimeException e) {
            target.move(aside, wanted);
            throw e;
        }
        target.deleteTree(aside);
    }

    private void copy(Path from, BasicFileAttributes source, UploadDirectory target, Path to, boolean deep, int depth)
            throws IOException {
        if (source.isDirectory()) {
            copyDirectory(from, source, target, to, deep, depth);
        } else {
            copyFile(from, target, to);
        }
        Map<PropertyName, String> properties = dead.of(from);
        if (!properties.isEmpty()) {
            dead.set(target.path().resolve(DavRequest.name(to)), properties);
        }
    }

    /** A link that leads to a directory it is in is left out, because it has no end. */
    private void copyDirectory(
            Path from, BasicFileAttributes source, UploadDirectory target, Path to, boolean deep, int depth)
            throws IOException {
        if (depth > MAX_DEPTH) {
            throw new DavException(403, "A directory that is copied may have " + MAX_DEPTH + " levels");
        }
        target.makeDirectory(DavRequest.name(to));
        if (!deep) {
            return;
        }
        Object key = source.fileKey();
        if (key != null) {
            above.add(key);
        }
        List<DirectoryEntry> entries = tree.entries(from);
        try (UploadDirectory inner = UploadDirectory.open(root, to)) {
            for (DirectoryEntry entry : entries) {
                BasicFileAttributes found = entry.attributes();
                if (found != null && isCopied(found)) {
                    copy(
                            FileNames.resolve(from, entry.name()),
                            found,
                            inner,
                            FileNames.resolve(to, entry.name()),
                            true,
                            depth + 1);
                }
            }
        }
        above.remove(key);
    }

    private boolean isCopied(BasicFileAttributes found) {
        return found.isRegularFile()
                || (found.isDirectory() && (found.fileKey() == null || !above.contains(found.fileKey())));
    }

    private void copyFile(Path from, UploadDirectory target, Path to) throws IOException {
        String name = FileNames.text(to);
        try (FileChannel file = tree.open(from);
                PartFile part = PartFile.create(target, name)) {
            part.receive(Channels.newInputStream(file), Long.MAX_VALUE);
            part.place(places, name, OverwritePolicy.REPLACE);
        }
    }
}
