package dev.gangway.files;

import dev.gangway.files.upload.UploadDirectory;
import dev.gangway.files.upload.UploadName;
import dev.gangway.handler.files.FileNames;
import dev.gangway.handler.files.FilesUnavailableException;
import dev.gangway.http.syntax.NameText;
import dev.gangway.http.syntax.PercentCoding;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Finds the place where a request may write, or answers with an error. */
final class WriteTarget {
    private final FileHTTPRequestHandler handler;

    WriteTarget(FileHTTPRequestHandler handler) {
        this.handler = handler;
    }

    /** Returns the file that the request's path means; null if there can be none, which has been answered. */
    @Nullable Path file() throws IOException {
        Path path;
        try {
            path = handler.translatePath(handler.target()).toAbsolutePath();
        } catch (InvalidPathException e) {
            handler.sendError(400, null, "No file can have this name");
            return null;
        }
        if (UploadName.isTooLong(FileNames.text(path))) {
            handler.sendError(400, null, "No file can have a name of more than " + UploadName.MAX_BYTES + " bytes");
            return null;
        }
        if (!handler.names().seesAll(handler.directory(), path)) {
            handler.sendError(403, null, "Names that begin with a dot are not served here");
            return null;
        }
        return path;
    }

    /** Opens a directory to write in; null if there is none that may be, which has been answered with a status. */
    @Nullable UploadDirectory open(@Nullable Path directory, int missing) throws IOException {
        try {
            BasicFileAttributes found =
                    directory == null ? null : handler.visibleTree().attributes(directory);
            if (directory != null && found != null && found.isDirectory()) {
                return UploadDirectory.open(handler.directory(), directory);
            }
        } catch (FilesUnavailableException e) {
            handler.sendNoFiles(e);
            return null;
        } catch (IOException e) {
            handler.logError("cannot write in a directory: %s", e.getClass().getSimpleName());
        }
        handler.sendError(missing, null, "There is no directory here that files can be put in");
        return null;
    }

    /** Returns the path of a file in a directory, for a client. */
    String location(Path directory, String name) {
        Path root = handler.directory().toAbsolutePath();
        StringBuilder location = new StringBuilder(handler.pathPrefix());
        Path end = directory.toAbsolutePath();
        if (end.startsWith(root) && end.getNameCount() > root.getNameCount()) {
            Path at = root;
            for (Path each : root.relativize(end)) {
                at = at.resolve(each);
                location.append('/').append(quoted(FileNames.text(at)));
            }
        }
        return location.append('/').append(quoted(name)).toString();
    }

    private static String quoted(String name) {
        return PercentCoding.quote(NameText.encodeLossy(name));
    }
}
