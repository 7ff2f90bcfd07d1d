package dev.gangway.handler.cgi;

import dev.gangway.handler.files.FileTree;
import dev.gangway.handler.files.FilesUnavailableException;
import dev.gangway.http.syntax.PythonText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the script that a path in a CGI directory means. */
public final class CgiLocator {
    private final FileTree tree;
    private final Function<String, Path> translation;
    private final Predicate<Path> runnable;

    /**
     * Makes a locator.
     *
     * @param tree the files that may be seen
     * @param translation gives the file of a path that is percent-encoded
     * @param runnable tells whether a regular file can be run
     */
    public CgiLocator(FileTree tree, Function<String, Path> translation, Predicate<Path> runnable) {
        this.tree = tree;
        this.translation = translation;
        this.runnable = runnable;
    }

    /**
     * Finds the script. Names that are directories are walked through; the first that is none is the script's, and what
     * follows it is {@code PATH_INFO}.
     *
     * @param directory the CGI directory, decoded, without a slash at its end; "" for the directory that is served
     * @param rest the path below it, decoded, without a slash in front
     * @param query the query as it was sent; may be empty
     * @return the script, or the error to send
     * @throws FilesUnavailableException if the system cannot look for it at present
     */
    public CgiTarget locate(String directory, String rest, String query) throws FilesUnavailableException {
        String path = directory + "/" + rest;
        int nameAt = nameAt(path, directory.length() + 1);
        int end = endOfName(path, nameAt);
        String scriptName = path.substring(0, end);
        Path file = file(scriptName);
        BasicFileAttributes attributes = file == null ? null : tree.attributes(file);
        if (file == null || attributes == null) {
            return refused(404, "No such CGI script (%s)", scriptName);
        }
        if (!attributes.isRegularFile()) {
            return refused(403, "CGI script is not a plain file (%s)", scriptName);
        }
        if (!runnable.test(file)) {
            return refused(403, "CGI script is not executable (%s)", scriptName);
        }
        String pathInfo = path.substring(end);
        if (pathInfo.indexOf('\0') >= 0 || query.indexOf('\0') >= 0) {
            return refused(404, "No such CGI script (%s)", scriptName + pathInfo);
        }
        return new CgiScript(file, scriptName, path.substring(nameAt, end), pathInfo, query);
    }

    /**
     * Tells whether a path leads to a certain file, or to more path behind it, as {@link #locate} walks.
     *
     * @param path a path that begins with a slash, decoded
     * @param wanted tells whether a regular file is one that is wanted
     * @return whether the first name that is no directory is that of such a file
     * @throws FilesUnavailableException if the system cannot look for it at present
     */
    public boolean leadsTo(String path, Predicate<Path> wanted) throws FilesUnavailableException {
        Path file = file(path.substring(0, endOfName(path, nameAt(path, 1))));
        BasicFileAttributes attributes = file == null ? null : tree.attributes(file);
        return file != null && attributes != null && attributes.isRegularFile() && wanted.test(file);
    }

    /** Returns where the first name begins that is no directory, or the last. */
    private int nameAt(String path, int start) throws FilesUnavailableException {
        int nameAt = start;
        int slash = path.indexOf('/', nameAt);
        while (slash >= 0 && isDirectory(path.substring(0, slash))) {
            nameAt = slash + 1;
            slash = path.indexOf('/', nameAt);
        }
        return nameAt;
    }

    private static int endOfName(String path, int nameAt) {
        int slash = path.indexOf('/', nameAt);
        return slash < 0 ? path.length() : slash;
    }

    private boolean isDirectory(String path) throws FilesUnavailableException {
        Path file = file(path);
        BasicFileAttributes attributes = file == null ? null : tree.attributes(file);
        return attributes != null && attributes.isDirectory();
    }

    private @Nullable Path file(String path) {
        try {
            return translation.apply(CgiPath.quote(path));
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static CgiTarget.Refused refused(int status, String message, String path) {
        String shown = PythonText.repr(path);
        boolean latin = shown.chars().allMatch(c -> c <= 0xff);
        return new CgiTarget.Refused(status, String.format(message, latin ? shown : PythonText.ascii(path)));
    }
}
