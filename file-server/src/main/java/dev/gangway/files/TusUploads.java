package dev.gangway.files;

import dev.gangway.files.tus.TusChecksum;
import dev.gangway.files.tus.TusException;
import dev.gangway.files.tus.TusMetadata;
import dev.gangway.files.tus.TusUpload;
import dev.gangway.files.upload.OverwritePolicy;
import dev.gangway.files.upload.Places;
import dev.gangway.files.upload.UploadDirectory;
import dev.gangway.files.upload.UploadName;
import dev.gangway.handler.files.FileNames;
import dev.gangway.http.HTTPStatus;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Uploads by tus 1.0.0: POST to a directory begins one, and gives it an address, {@code ?upload=ID} of the directory; HEAD tells how
 * far it is, PATCH goes on, DELETE ends it.
 */
final class TusUploads {
    private static final String VERSION = "1.0.0";
    private static final String PARAMETER = "upload=";
    private static final String CONTENT_TYPE = "application/offset+octet-stream";

    private final FileHTTPRequestHandler handler;
    private final WriteTarget target;

    TusUploads(FileHTTPRequestHandler handler) {
        this.handler = handler;
        this.target = new WriteTarget(handler);
    }

    /** Whether the request is one of the protocol; OPTIONS need not say so. */
    static boolean isMeant(FileHTTPRequestHandler handler) {
        return handler.upload() && handler.headers().contains("Tus-Resumable");
    }

    /** Adds the abilities of the server to the answer to OPTIONS. */
    static void addOptions(FileHTTPRequestHandler handler) throws IOException {
        handler.sendHeader("Tus-Resumable", VERSION);
        handler.sendHeader("Tus-Version", VERSION);
        handler.sendHeader("Tus-Max-Size", handler.uploadLimit());
        handler.sendHeader("Tus-Extension", "creation,termination,checksum,expiration");
        handler.sendHeader("Tus-Checksum-Algorithm", TusChecksum.ALGORITHMS);
    }

    /** Answers a request. */
    void answer(String method) throws IOException {
        handler.addField("Tus-Resumable", VERSION);
        try {
            if (!VERSION.equals(handler.headers().get("Tus-Resumable"))) {
                handler.addField("Tus-Version", VERSION);
                throw new TusException(412, "This server speaks tus " + VERSION);
            }
            Path path = target.file();
            if (path == null) {
                return;
            }
            try (UploadDirectory directory = target.open(path, 404)) {
                if (directory != null) {
                    answer(method, directory, path);
                }
            }
        } catch (TusException e) {
            // 460 is no status of HTTP's, so nothing else knows its words.
            handler.sendError(e.status(), e.status() == 460 ? "Checksum Mismatch" : null, e.getMessage());
        } catch (FileSystemException e) {
            handler.logError("an upload failed: %s", e.getClass().getSimpleName());
            handler.sendError(507, null, "The server cannot store the file");
        }
    }

    private void answer(String method, UploadDirectory directory, Path path) throws IOException {
        if (method.equals("POST")) {
            create(directory, path);
            return;
        }
        String id = id();
        Long finished = ServerState.of(handler.server()).finished(id);
        if (finished != null && method.equals("HEAD")) {
            sendState(finished, finished, null);
            return;
        }
        if (!ServerState.of(handler.server()).take(id)) {
            throw new TusException(423, "Another request has this upload");
        }
        try {
            TusUpload upload = TusUpload.find(directory, id);
            if (upload == null) {
                throw new TusException(404, "There is no such upload, or none any more");
            }
            switch (method) {
                case "HEAD" -> sendState(upload.offset(), upload.length(), upload.expires());
                case "PATCH" -> append(upload);
                default -> {
                    upload.delete();
                    handler.sendResponse(HTTPStatus.NO_CONTENT);
                    handler.endHeaders();
                }
            }
        } finally {
            ServerState.of(handler.server()).giveBack(id);
        }
    }

    private String id() {
        for (String parameter : handler.query().split("&", -1)) {
            if (parameter.startsWith(PARAMETER)) {
                return parameter.substring(PARAMETER.length());
            }
        }
        return "";
    }

    private void create(UploadDirectory directory, Path path) throws IOException {
        long length = number("Upload-Length");
        if (length > handler.uploadLimit()) {
            throw new TusException(413, "A file may have " + handler.uploadLimit() + " bytes at most");
        }
        String sent =
                TusMetadata.parse(handler.headers().get("Upload-Metadata", "")).get("filename");
        String name = sent == null ? null : UploadName.of(sent);
        if (name == null) {
            throw new TusException(400, "Upload-Metadata has no filename that a file can have");
        }
        if (!handler.names().sees(name)) {
            throw new TusException(403, "Names that begin with a dot are not served here");
        }
        TusUpload.sweep(directory, Instant.now());
        Path file = FileNames.resolve(directory.path(), name).getFileName();
        if (policy() == OverwritePolicy.NEVER && directory.attributes(file) != null) {
            throw new TusException(409, "There is a file of this name already");
        }
        TusUpload upload = TusUpload.create(directory, name, length);
        Instant expires = upload.expires();
        if (length == 0) {
            finish(upload);
            expires = null;
        }
        String location = target.location(path, "");
        handler.sendResponse(HTTPStatus.CREATED);
        handler.sendHeader("Location", location + "?" + PARAMETER + upload.id());
        sendExpires(expires);
        handler.sendHeader("Content-Length", 0);
        handler.endHeaders();
    }

    private void append(TusUpload upload) throws IOException {
        if (!CONTENT_TYPE.equals(handler.headers().getContentType())) {
            throw new TusException(415, "The content of PATCH is " + CONTENT_TYPE);
        }
        TusChecksum checksum = TusChecksum.parse(handler.headers().get("Upload-Checksum"));
        if (number("Upload-Offset") != upload.offset()) {
            throw new TusException(409, "The upload has " + upload.offset() + " bytes");
        }
        upload.append(handler.rfile(), checksum);
        Instant expires = upload.expires();
        if (upload.offset() == upload.length()) {
            finish(upload);
            expires = null;
        }
        handler.sendResponse(HTTPStatus.NO_CONTENT);
        handler.sendHeader("Upload-Offset", upload.offset());
        sendExpires(expires);
        handler.endHeaders();
    }

    private void finish(TusUpload upload) throws IOException {
        ServerState state = ServerState.of(handler.server());
        Places.Placed placed = upload.finish(state.places(), policy());
        if (placed == null) {
            throw new TusException(409, "There is a file of this name by now");
        }
        state.finish(upload.id(), upload.length());
    }

    private void sendState(long offset, long length, @Nullable Instant expires) throws IOException {
        handler.sendResponse(HTTPStatus.OK);
        handler.sendHeader("Cache-Control", "no-store");
        handler.sendHeader("Upload-Offset", offset);
        handler.sendHeader("Upload-Length", length);
        sendExpires(expires);
        handler.endHeaders();
    }

    private void sendExpires(@Nullable Instant expires) throws IOException {
        if (expires != null) {
            handler.sendHeader("Upload-Expires", handler.dateTimeString(expires));
        }
    }

    private OverwritePolicy policy() {
        return OverwritePolicy.named(handler.overwrite());
    }

    private long number(String field) throws TusException {
        String text = handler.headers().get(field, "");
        if (!text.matches("[0-9]{1,18}")) {
            throw new TusException(400, field + " is not a number of bytes");
        }
        return Long.parseLong(text);
    }
}
