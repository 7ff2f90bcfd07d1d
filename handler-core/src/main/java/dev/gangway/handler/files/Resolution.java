package dev.gangway.handler.files;

import dev.gangway.http.syntax.RequestTarget;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** The meaning of a request for a path: the one place that decides it, before a file is opened. */
public sealed interface Resolution {
    /**
     * A regular file is to be sent.
     *
     * @param file the file
     * @param attributes what the file system said of it
     */
    record Found(Path file, BasicFileAttributes attributes) implements Resolution {}

    /**
     * A directory without an index page is to be listed.
     *
     * @param directory the directory
     */
    record Listing(Path directory) implements Resolution {}

    /**
     * A directory was asked for without a slash at the end.
     *
     * @param location where it is; fit for a {@code Location} field
     */
    record Redirect(String location) implements Resolution {}

    /** There is nothing, or nothing that may be served: neither file nor directory, or a file with a slash behind it. */
    record Missing() implements Resolution {}

    /** The only value of its kind. */
    Resolution MISSING = new Missing();

    /**
     * Finds the meaning of a path.
     *
     * @param tree the files
     * @param path the path that the target was translated to
     * @param target the request's target, for what a {@link Path} does not tell: a slash at the end
     * @param indexPages names of files that stand for their directory, the first that exists
     * @return what to send
     * @throws FilesUnavailableException if the system cannot look at files at present
     */
    static Resolution of(FileTree tree, Path path, String target, List<String> indexPages)
            throws FilesUnavailableException {
        BasicFileAttributes attributes = tree.attributes(path);
        if (attributes == null) {
            return MISSING;
        }
        if (attributes.isDirectory()) {
            return directory(tree, path, target, indexPages);
        }
        if (attributes.isOther()) {
            GuardedOpening.specialFileSeen();
        }
        boolean servable = attributes.isRegularFile() && !RequestTarget.hasTrailingSlash(target);
        return servable ? new Found(path, attributes) : MISSING;
    }

    private static Resolution directory(FileTree tree, Path path, String target, List<String> indexPages)
            throws FilesUnavailableException {
        try {
            String location = RequestTarget.withSlash(target);
            return location == null ? index(tree, path, indexPages) : new Redirect(location);
        } catch (IllegalArgumentException e) {
            return MISSING;
        }
    }

    private static Resolution index(FileTree tree, Path directory, List<String> indexPages)
            throws FilesUnavailableException {
        for (String page : indexPages) {
            Path file = directory.resolve(page);
            BasicFileAttributes attributes = tree.isFile(file) ? tree.attributes(file) : null;
            if (attributes != null && attributes.isRegularFile()) {
                return new Found(file, attributes);
            }
        }
        return new Listing(directory);
    }
}
