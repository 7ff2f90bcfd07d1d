package dev.gangway.files;

import dev.gangway.files.content.AcceptField;
import dev.gangway.files.content.ContentCoding;
import dev.gangway.files.content.GzipContent;
import dev.gangway.files.content.TextTypes;
import dev.gangway.handler.files.Conditional;
import dev.gangway.handler.files.EntityTag;
import dev.gangway.handler.files.FileBody;
import dev.gangway.handler.files.FileNames;
import dev.gangway.handler.files.FileTree;
import dev.gangway.handler.files.FilesUnavailableException;
import dev.gangway.handler.files.Representation;
import dev.gangway.handler.files.Resolution;
import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.OpenFile;
import dev.gangway.http.HTTPStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file in the content coding that suits the client (RFC 9110 §12.5.3): as a sibling has it, as gzip makes it, or as it is. */
final class NegotiatedFile {
    /** Shorter content fits a packet anyway. */
    private static final long MIN_BYTES = 1024;

    private static final Map.Entry<String, String> VARY = Map.entry("Vary", "Accept-Encoding");

    private final FileHTTPRequestHandler handler;
    private final FileTree tree;
    private final Resolution.Found found;
    private final String type;
    private final List<String> accepted;

    NegotiatedFile(FileHTTPRequestHandler handler, FileTree tree, Resolution.Found found) {
        this.handler = handler;
        this.tree = tree;
        this.found = found;
        this.type = handler.guessType(found.file());
        this.accepted = handler.headers().getAll("Accept-Encoding");
    }

    /** Sends the head; returns the body, or null if there is none. */
    @Nullable InputStream send() throws IOException {
        boolean onTheFly =
                handler.compress() && found.attributes().size() > MIN_BYTES && TextTypes.isCompressible(type);
        boolean part = handler.headers().contains("Range") || handler.headers().contains("If-Match");
        boolean varies = onTheFly;
        Representation best = null;
        int bestWeight = AcceptField.coding(accepted, "identity");
        ContentCoding[] codings = ContentCoding.values();
        for (int i = 0; handler.precompressed() && i < codings.length; i++) {
            int weight = part ? 0 : AcceptField.coding(accepted, codings[i].token());
            boolean better = weight > 0 && (weight > bestWeight || (best == null && weight == bestWeight));
            if (varies && !better) {
                continue; // to look for it costs as much as to look for the file
            }
            Representation sibling = sibling(codings[i]);
            varies |= sibling != null;
            if (better && sibling != null) {
                best = sibling;
                bestWeight = weight;
            }
        }
        if (onTheFly && !part) {
            int weight = AcceptField.coding(accepted, ContentCoding.GZIP.token());
            if (weight > 0 && (weight > bestWeight || (best == null && weight == bestWeight))) {
                return sendCompressed();
            }
        }
        if (best == null) {
            best = new Representation(found.file(), found.attributes(), type, varies ? List.of(VARY) : List.of());
        }
        return handler.sendAsItIs(tree, best);
    }

    /** Finds the file that has the same content in a coding; null if there is none, or one that is out of date. */
    private @Nullable Representation sibling(ContentCoding coding) throws IOException {
        Path parent = found.file().getParent();
        if (parent == null) {
            return null;
        }
        Path file = FileNames.resolve(parent, FileNames.text(found.file()) + coding.suffix());
        BasicFileAttributes attributes;
        try {
            attributes = tree.sibling(file);
        } catch (FilesUnavailableException e) {
            return null; // the file itself may still be had
        }
        if (attributes == null || !attributes.isRegularFile()) {
            return null;
        }
        return isOlder(attributes.lastModifiedTime(), found.attributes().lastModifiedTime())
                ? null
                : new Representation(
                        file, attributes, type, List.of(Map.entry("Content-Encoding", coding.token()), VARY));
    }

    /** Tells whether a sibling is out of date. {@code brotli} gives its file the time of the original in whole seconds. */
    private static boolean isOlder(FileTime sibling, FileTime original) {
        Instant whole = original.toInstant().truncatedTo(ChronoUnit.SECONDS);
        return sibling.compareTo(original) < 0 && !sibling.toInstant().equals(whole);
    }

    private @Nullable InputStream sendCompressed() throws IOException {
        OpenFile file;
        try {
            file = tree.open(found.file(), found.attributes(), FileStore.of(handler.server()));
        } catch (FilesUnavailableException e) {
            handler.sendNoFiles(e);
            return null;
        } catch (IOException e) {
            handler.sendError(HTTPStatus.NOT_FOUND, "File not found");
            return null;
        }
        InputStream body = null;
        try {
            body = sendCompressed(file);
        } finally {
            if (body == null) {
                file.close();
            }
        }
        return body;
    }

    private @Nullable InputStream sendCompressed(OpenFile file) throws IOException {
        Instant modified = found.attributes().lastModifiedTime().toInstant();
        EntityTag tag = handler.entityTags() ? compressedTag(file) : null;
        switch (new Conditional(handler.headers(), modified, tag).outcome()) {
            case NOT_MODIFIED -> {
                handler.sendResponse(HTTPStatus.NOT_MODIFIED);
                sendFields(modified, tag);
                handler.endHeaders();
                return null;
            }
            case FAILED -> {
                handler.sendError(HTTPStatus.PRECONDITION_FAILED);
                return null;
            }
            case PERFORM -> {}
        }
        GzipContent content = new GzipContent(new FileBody(file, 0, file.size()));
        InputStream body = null;
        try {
            handler.sendResponse(HTTPStatus.OK);
            handler.sendHeader("Content-type", type);
            handler.sendHeader("Content-Encoding", ContentCoding.GZIP.token());
            sendFields(modified, tag);
            body = handler.endHeadersFor(content);
        } finally {
            if (body == null) {
                content.close();
            }
        }
        return body;
    }

    private void sendFields(Instant modified, @Nullable EntityTag tag) throws IOException {
        handler.sendHeader("Last-Modified", handler.dateTimeString(modified));
        if (tag != null) {
            handler.sendHeader("ETag", tag.toString());
        }
        handler.sendHeader(VARY.getKey(), VARY.getValue());
    }

    /** A tag of its own, and a weak one: another version of gzip gives other bytes. */
    private EntityTag compressedTag(OpenFile file) throws IOException {
        String plain = handler.tag(found, file).opaque();
        return new EntityTag(true, plain.substring(0, plain.length() - 1) + "-gzip\"");
    }
}
