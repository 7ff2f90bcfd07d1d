package dev.gangway.files;

import dev.gangway.files.upload.MultipartException;
import dev.gangway.files.upload.MultipartReader;
import dev.gangway.files.upload.OverwritePolicy;
import dev.gangway.files.upload.PartFile;
import dev.gangway.files.upload.Places;
import dev.gangway.files.upload.StorageException;
import dev.gangway.files.upload.TooLargeException;
import dev.gangway.files.upload.UploadDirectory;
import dev.gangway.files.upload.UploadName;
import dev.gangway.handler.files.Conditional;
import dev.gangway.handler.files.EntityTag;
import dev.gangway.handler.files.FileNames;
import dev.gangway.handler.files.Resolution;
import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.OpenFile;
import dev.gangway.handler.text.Html;
import dev.gangway.http.HTTPMessage;
import dev.gangway.http.HTTPStatus;
import dev.gangway.http.syntax.RequestTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that clients send by PUT and in forms. */
final class Uploads {
    private static final String TAKEN = "There is a file of this name already";

    /** The fields that a client may make a write depend on. */
    private static final List<String> CONDITIONS = List.of("If-Match", "If-None-Match", "If-Unmodified-Since");

    /** More than the boundaries and heads of a form have. */
    private static final long MAX_FRAMING_BYTES = 1L << 20;

    private final FileHTTPRequestHandler handler;
    private final WriteTarget target;

    Uploads(FileHTTPRequestHandler handler) {
        this.handler = handler;
        this.target = new WriteTarget(handler);
    }

    /** Answers PUT. */
    void put(OverwritePolicy policy) throws IOException {
        if (handler.headers().contains("Content-Range")) {
            handler.sendError(400, null, "PUT replaces a file as a whole");
            return;
        }
        Path file = target.file();
        if (file == null) {
            return;
        }
        Path name = file.getFileName();
        Path parent = file.getParent();
        if (name == null
                || parent == null
                || file.equals(handler.directory().toAbsolutePath())
                || RequestTarget.hasTrailingSlash(handler.target())) {
            handler.sendError(409, null, "This is the name of a directory");
            return;
        }
        try (UploadDirectory directory = target.open(parent, 409)) {
            if (directory != null && isAllowed(directory, parent, name, policy)) {
                receive(directory, parent, FileNames.text(file), policy);
            }
        }
    }

    /** Whether the file may be put there, as far as that can be told before it comes. */
    private boolean isAllowed(UploadDirectory directory, Path parent, Path name, OverwritePolicy policy)
            throws IOException {
        BasicFileAttributes there = directory.attributes(name);
        if (!holds(parent.resolve(name), there)) {
            handler.sendError(HTTPStatus.PRECONDITION_FAILED);
        } else if (there != null && (there.isDirectory() || policy == OverwritePolicy.NEVER)) {
            handler.sendError(409, null, there.isDirectory() ? "This is the name of a directory" : TAKEN);
        } else if (declaredBytes() > handler.uploadLimit()) {
            sendTooLarge();
        } else {
            return true;
        }
        return false;
    }

    /** Whether the conditions of the request hold (RFC 9110 §13) for the file that is there, or for none. */
    private boolean holds(Path file, @Nullable BasicFileAttributes there) throws IOException {
        HTTPMessage headers = handler.headers();
        if (CONDITIONS.stream().noneMatch(headers::contains)) {
            return true;
        }
        if (there == null) {
            return !headers.contains("If-Match");
        }
        EntityTag tag;
        try (OpenFile open = handler.visibleTree().open(file, there, FileStore.of(handler.server()))) {
            tag = handler.tag(new Resolution.Found(file, there), open);
            if (tag.weak() && handler.webdav().equals("write")) {
                // davfs2 leaves out that a tag is weak; refused, it would lose what it has been given to write.
                tag = new EntityTag(false, tag.opaque());
            }
        } catch (IOException e) {
            tag = new EntityTag(true, "\"\""); // a directory, or one that may not be read: no tag is its
        }
        Instant modified = there.lastModifiedTime().toInstant();
        return new Conditional(headers, modified, tag).outcome() == Conditional.Outcome.PERFORM;
    }

    private long declaredBytes() {
        String length = handler.headers().get("Content-Length", "0");
        return length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }

    private void receive(UploadDirectory directory, Path parent, String name, OverwritePolicy policy)
            throws IOException {
        try (PartFile part = PartFile.create(directory, name)) {
            part.receive(handler.rfile(), handler.uploadLimit());
            Places.Placed placed = part.place(ServerState.of(handler.server()).places(), name, policy);
            if (placed == null) {
                handler.sendError(409, null, TAKEN);
            } else if (placed.replaced()) {
                handler.sendResponse(HTTPStatus.NO_CONTENT);
                handler.endHeaders();
            } else {
                handler.sendResponse(HTTPStatus.CREATED);
                handler.sendHeader("Location", target.location(parent, placed.name()));
                handler.sendHeader("Content-Length", 0);
                handler.endHeaders();
            }
        } catch (TooLargeException e) {
            sendTooLarge();
        } catch (StorageException e) {
            sendFull(e);
        }
    }

    /** Answers a form that is sent to a directory. */
    void form() throws IOException {
        Path path = target.file();
        if (path == null) {
            return;
        }
        try (UploadDirectory directory = target.open(path, 404)) {
            if (directory != null) {
                form(directory, path);
            }
        } catch (MultipartException e) {
            handler.sendError(400, null, e.getMessage());
        } catch (TooLargeException e) {
            sendTooLarge();
        } catch (StorageException e) {
            sendFull(e);
        }
    }

    private record Received(String name, PartFile file) {}

    private void form(UploadDirectory directory, Path path) throws IOException {
        long left = handler.uploadTotalLimit();
        if (declaredBytes() - MAX_FRAMING_BYTES > left) {
            sendTooMuch();
            return;
        }
        List<Received> received = new ArrayList<>();
        try {
            MultipartReader reader =
                    new MultipartReader(handler.rfile(), handler.headers().getBoundary());
            for (MultipartReader.Part part = reader.next(); part != null; part = reader.next()) {
                String sent = part.headers().getFilename();
                if (sent == null || sent.isEmpty()) {
                    continue; // another field of the form, or one for a file that was left empty
                }
                String name = UploadName.of(sent);
                if (!isFree(directory, name)) {
                    return;
                }
                PartFile file = PartFile.create(directory, String.valueOf(name));
                received.add(new Received(String.valueOf(name), file));
                try {
                    left -= file.receive(part.content(), Math.min(left, handler.uploadLimit()));
                } catch (TooLargeException e) {
                    if (left >= handler.uploadLimit()) {
                        throw e;
                    }
                    sendTooMuch();
                    return;
                }
            }
            place(received, path);
        } finally {
            for (Received each : received) {
                each.file().close();
            }
        }
    }

    /** Whether a file of a form may have a name; if not, that has been answered. */
    private boolean isFree(UploadDirectory directory, @Nullable String name) throws IOException {
        if (name == null) {
            handler.sendError(400, null, "No file can have this name");
        } else if (!handler.names().sees(name)) {
            handler.sendError(403, null, "Names that begin with a dot are not served here");
        } else if (policy() == OverwritePolicy.NEVER
                && directory.attributes(
                                FileNames.resolve(directory.path(), name).getFileName())
                        != null) {
            handler.sendError(409, null, TAKEN);
        } else {
            return true;
        }
        return false;
    }

    private OverwritePolicy policy() {
        return OverwritePolicy.named(handler.overwrite());
    }

    private void place(List<Received> received, Path path) throws IOException {
        if (received.isEmpty()) {
            handler.sendError(400, null, "The form has no file");
            return;
        }
        List<String> names = new ArrayList<>();
        boolean created = false;
        for (Received each : received) {
            Places.Placed placed =
                    each.file().place(ServerState.of(handler.server()).places(), each.name(), policy());
            if (placed == null) {
                handler.sendError(409, null, TAKEN);
                return;
            }
            created |= !placed.replaced();
            names.add(placed.name());
        }
        StringBuilder page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="color-scheme" content="light dark">
                <title>Uploaded</title>
                </head>
                <body>
                <h1>Uploaded</h1>
                <ul>
                """);
        names.forEach(name -> page.append("<li>").append(Html.escape(name)).append("</li>\n"));
        page.append("</ul>\n<p><a href=\"./\">Back to the directory</a></p>\n</body>\n</html>\n");
        byte[] content = page.toString().getBytes(StandardCharsets.UTF_8);
        handler.sendResponse(created ? HTTPStatus.CREATED : HTTPStatus.OK);
        if (created) {
            handler.sendHeader("Location", target.location(path, names.get(0)));
        }
        handler.sendHeader("Content-Type", "text/html; charset=utf-8");
        handler.sendHeader("Content-Length", content.length);
        handler.endHeaders();
        handler.wfile().write(content);
    }

    private void sendTooLarge() throws IOException {
        handler.sendError(413, null, "A file may have " + handler.uploadLimit() + " bytes at most");
    }

    private void sendTooMuch() throws IOException {
        handler.sendError(413, null, "The files of a form may have " + handler.uploadTotalLimit() + " bytes together");
    }

    private void sendFull(StorageException reason) throws IOException {
        handler.logError(
                "an upload failed: %s: %s", String.valueOf(reason.getMessage()), String.valueOf(reason.getCause()));
        handler.sendError(507, null, "The server cannot store the file");
    }
}
