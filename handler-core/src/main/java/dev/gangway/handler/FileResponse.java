package dev.gangway.handler;

import dev.gangway.handler.files.ByteRange;
import dev.gangway.handler.files.ByteRanges;
import dev.gangway.handler.files.Conditional;
import dev.gangway.handler.files.EntityTag;
import dev.gangway.handler.files.FileBody;
import dev.gangway.handler.files.MultipartBody;
import dev.gangway.handler.files.Representation;
import dev.gangway.handler.store.OpenFile;
import dev.gangway.http.HTTPStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of the response for an open file: 200, 206, 304, 412 or 416, sent through the handler's own hooks.
 *
 * <p>A 200 of a handler that speaks HTTP/1.0 has the fields that CPython sends and no other, so that ported handlers give
 * the same bytes. {@code ETag} and {@code Accept-Ranges} are announced by those that speak HTTP/1.1.
 */
final class FileResponse {
    private final SimpleHTTPRequestHandler handler;
    private final OpenFile file;
    private final long length;
    private final String type;
    private final List<Map.Entry<String, String>> fields;
    private final Instant lastModified;
    private final @Nullable EntityTag tag;

    /** Prepares a response. */
    FileResponse(SimpleHTTPRequestHandler handler, OpenFile file, Representation representation) throws IOException {
        BasicFileAttributes attributes = representation.attributes();
        this.handler = handler;
        this.file = file;
        this.length = file.size();
        this.type = representation.type();
        this.fields = representation.fields();
        this.lastModified = attributes.lastModifiedTime().toInstant();
        this.tag = usesTag() ? handler.entityTag(representation.file(), attributes, file) : null;
    }

    /** Whether the tag will be sent or compared; it costs a little to make. */
    private boolean usesTag() {
        return handler.entityTags()
                && (handler.speaks11()
                        || handler.headers().contains("If-None-Match")
                        || handler.headers().contains("If-Match")
                        || handler.headers().contains("If-Range"));
    }

    /** Sends the head; returns the body, or null if there is none. */
    @Nullable InputStream send() throws IOException {
        Conditional conditional = new Conditional(handler.headers(), lastModified, tag);
        switch (conditional.outcome()) {
            case NOT_MODIFIED -> {
                handler.sendResponse(HTTPStatus.NOT_MODIFIED);
                sendTag();
                sendFields();
                handler.endHeaders();
                return null;
            }
            case FAILED -> {
                handler.sendError(HTTPStatus.PRECONDITION_FAILED);
                return null;
            }
            case PERFORM -> {}
        }
        List<ByteRange> ranges = ranges(conditional);
        if (ranges == null) {
            return sendWhole();
        }
        return switch (ranges.size()) {
            case 0 -> sendUnsatisfiable();
            case 1 -> sendPart(ranges.get(0));
            default -> sendParts(ranges);
        };
    }

    private @Nullable List<ByteRange> ranges(Conditional conditional) {
        List<String> fields = handler.ranges() ? handler.headers().getAll("Range") : List.of();
        boolean applies = fields.size() == 1 && handler.command().equals("GET") && conditional.allowsRange();
        return applies ? ByteRanges.parse(fields.get(0), length) : null;
    }

    private InputStream sendWhole() throws IOException {
        handler.sendResponse(HTTPStatus.OK);
        handler.sendHeader("Content-type", type);
        handler.sendHeader("Content-Length", length);
        sendLastModifiedAndEnd();
        return new FileBody(file, 0, length);
    }

    private InputStream sendPart(ByteRange range) throws IOException {
        handler.sendResponse(HTTPStatus.PARTIAL_CONTENT);
        handler.sendHeader("Content-type", type);
        handler.sendHeader("Content-Range", range.contentRange(length));
        handler.sendHeader("Content-Length", range.length());
        sendLastModifiedAndEnd();
        return new FileBody(file, range.first(), range.length());
    }

    private InputStream sendParts(List<ByteRange> ranges) throws IOException {
        MultipartBody body = new MultipartBody(file, ranges, length, type);
        handler.sendResponse(HTTPStatus.PARTIAL_CONTENT);
        handler.sendHeader("Content-type", body.contentType());
        handler.sendHeader("Content-Length", body.length());
        sendLastModifiedAndEnd();
        return body;
    }

    private @Nullable InputStream sendUnsatisfiable() throws IOException {
        handler.sendResponse(HTTPStatus.RANGE_NOT_SATISFIABLE);
        handler.sendHeader("Content-Range", "bytes */" + length);
        handler.sendHeader("Content-Length", 0);
        handler.endHeaders();
        return null;
    }

    private void sendLastModifiedAndEnd() throws IOException {
        handler.sendHeader("Last-Modified", handler.dateTimeString(lastModified));
        sendTag();
        if (handler.ranges() && handler.speaks11()) {
            handler.sendHeader("Accept-Ranges", "bytes");
        }
        sendFields();
        handler.sendExtraResponseHeaders();
        handler.endHeaders();
    }

    private void sendFields() throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            handler.sendHeader(fields.get(i).getKey(), fields.get(i).getValue());
        }
    }

    private void sendTag() throws IOException {
        if (tag != null && handler.speaks11()) {
            handler.sendHeader("ETag", tag.toString());
        }
    }
}
