package dev.gangway.files;

import dev.gangway.files.archive.ArchiveFormat;
import dev.gangway.files.archive.ArchiveWalk;
import dev.gangway.files.archive.ArchiveWriter;
import dev.gangway.files.content.ChunkedSink;
import dev.gangway.handler.files.FileNames;
import dev.gangway.handler.files.FileTree;
import dev.gangway.handler.files.FilesUnavailableException;
import dev.gangway.http.HTTPStatus;
import dev.gangway.http.syntax.NameText;
import dev.gangway.http.syntax.PercentCoding;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Directories as one file. */
final class Archives {
    private static final String PARAMETER = "archive=";

    private final FileHTTPRequestHandler handler;

    Archives(FileHTTPRequestHandler handler) {
        this.handler = handler;
    }

    /** Returns the format that the query asks for; null if it asks for no archive, or archives are off. */
    static @Nullable String wanted(FileHTTPRequestHandler handler) {
        if (handler.archive()) {
            for (String parameter : handler.query().split("&", -1)) {
                if (parameter.startsWith(PARAMETER)) {
                    return parameter.substring(PARAMETER.length());
                }
            }
        }
        return null;
    }

    /** Answers a request for an archive. */
    void answer(String wanted) throws IOException {
        FileTree tree = handler.visibleTree();
        Path directory;
        BasicFileAttributes found;
        try {
            directory = handler.translatePath(handler.target());
            found = tree.attributes(directory);
        } catch (InvalidPathException e) {
            handler.sendError(HTTPStatus.NOT_FOUND, "File not found");
            return;
        } catch (FilesUnavailableException e) {
            handler.sendNoFiles(e);
            return;
        }
        ArchiveFormat format = ArchiveFormat.named(wanted);
        if (found == null) {
            handler.sendError(HTTPStatus.NOT_FOUND, "File not found");
        } else if (!found.isDirectory()) {
            handler.sendError(400, null, "Only a directory can be had as an archive");
        } else if (format == null) {
            handler.sendError(400, null, "Archives are zip and tar.gz");
        } else {
            send(tree, directory, format);
        }
    }

    private void send(FileTree tree, Path directory, ArchiveFormat format) throws IOException {
        String name = FileNames.text(directory.toAbsolutePath());
        name = name.isEmpty() ? "files" : name;
        boolean chunked = handler.speaksChunks();
        handler.sendResponse(HTTPStatus.OK);
        handler.sendHeader("Content-Type", format.contentType());
        handler.sendHeader("Content-Disposition", disposition(name + "." + format.suffix()));
        handler.sendHeader("Cache-Control", "no-store");
        if (chunked) {
            handler.sendHeader("Transfer-Encoding", "chunked");
        }
        handler.endHeaders();
        if (handler.command().equals("HEAD")) {
            return;
        }
        ChunkedSink sink = new ChunkedSink(handler.wfile(), chunked);
        try (ArchiveWriter archive = format.writer(sink)) {
            new ArchiveWalk(tree, archive).add(directory, name);
        }
        sink.finish();
    }

    /** A name for a file, once for old programs and once whole (RFC 6266 §4.1, §5). */
    private static String disposition(String name) {
        StringBuilder ascii = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            ascii.append(c < ' ' || c > '~' || c == '"' || c == '\\' || c == '%' ? '_' : c);
        }
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''"
                + PercentCoding.quote(NameText.encodeLossy(name)).replace("/", "%2F");
    }
}
