package dev.gangway.files.archive;

import dev.gangway.handler.files.DirectoryEntry;
import dev.gangway.handler.files.FileNames;
import dev.gangway.handler.files.FileTree;
import dev.gangway.http.syntax.NameText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts all that is seen below a directory into an archive. A link is the file that it leads to; one that leads to a directory it is in
 * is left out, because it has no end.
 */
public final class ArchiveWalk {
    private static final int MAX_DEPTH = 100;

    private final FileTree tree;
    private final ArchiveWriter archive;
    /** The directories on the way down, by what the file system knows them by. */
    private final Set<Object> above = new HashSet<>();

    /**
     * Makes a walk.
     *
     * @param tree the files that are seen
     * @param archive where they go
     */
    public ArchiveWalk(FileTree tree, ArchiveWriter archive) {
        this.tree = tree;
        this.archive = archive;
    }

    /**
     * Adds a directory and all that is in it.
     *
     * @param directory the directory
     * @param name the name that it has in the archive
     * @throws IOException if a file changes while it is read, or the archive cannot be written
     */
    public void add(Path directory, String name) throws IOException {
        add(directory, clean(name) + "/", tree.attributes(directory), 0);
    }

    private void add(Path directory, String name, @Nullable BasicFileAttributes attributes, int depth)
            throws IOException {
        if (attributes == null || depth > MAX_DEPTH) {
            return;
        }
        Object key = attributes.fileKey();
        if (key != null && !above.add(key)) {
            return;
        }
        archive.directory(name, attributes.lastModifiedTime().toInstant());
        List<DirectoryEntry> entries;
        try {
            entries = new ArrayList<>(tree.entries(directory));
        } catch (IOException e) {
            entries = List.of(); // may not be read: it is there, and empty
        }
        Set<String> taken = new HashSet<>();
        entries.sort(Comparator.comparing(DirectoryEntry::name));
        for (DirectoryEntry entry : entries) {
            BasicFileAttributes found = entry.attributes();
            String entryName = clean(entry.name());
            if (found == null || !taken.add(entryName)) {
                continue;
            }
            Path path = FileNames.resolve(directory, entry.name());
            if (found.isDirectory()) {
                add(path, name + entryName + "/", found, depth + 1);
            } else if (found.isRegularFile()) {
                addFile(path, name + entryName, found);
            }
        }
        if (key != null) {
            above.remove(key);
        }
    }

    private void addFile(Path path, String name, BasicFileAttributes attributes) throws IOException {
        FileChannel file;
        try {
            file = tree.open(path);
        } catch (IOException e) {
            return; // gone again, or it may not be read
        }
        try (file;
                InputStream content = Channels.newInputStream(file)) {
            archive.file(name, attributes.lastModifiedTime().toInstant(), file.size(), content);
        }
    }

    /** Replaces what no name in an archive may have: bytes that are no text, and what systems take for more than a name. */
    private static String clean(String name) {
        String text = new String(NameText.encodeLossy(name), StandardCharsets.UTF_8);
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            clean.append(c == '/' || c == '\\' || Character.isISOControl(c) ? '_' : c);
        }
        String result = clean.toString();
        return result.isEmpty() || result.equals(".") || result.equals("..") ? "_" : result;
    }
}
