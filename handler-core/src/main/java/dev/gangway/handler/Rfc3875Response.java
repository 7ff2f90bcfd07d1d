package dev.gangway.handler;

import dev.gangway.handler.cgi.ScriptHead;
import dev.gangway.handler.cgi.ScriptHeadParser;
import dev.gangway.http.HTTPStatus;
import dev.gangway.http.syntax.Chunk;
import dev.gangway.http.syntax.HttpVersion;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As RFC 3875 §6 has it: a document, a redirect, or what another path of this server gives. */
final class Rfc3875Response extends ScriptResponse {
    private final ScriptHeadParser parser = new ScriptHeadParser();
    private @Nullable String localRedirect;
    private boolean chunked;

    Rfc3875Response(CGIHTTPRequestHandler handler) {
        super(handler);
    }

    @Override
    void begin() {
        // The script decides.
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int taken = 0;
        if (!parser.isComplete()) {
            taken = parser.accept(bytes, offset, length);
            if (parser.isComplete()) {
                answer(parser.head());
            }
        }
        if (taken < length && localRedirect == null) {
            writeContent(bytes, offset + taken, length - taken);
        }
    }

    @Override
    boolean isResponse() {
        return parser.isComplete();
    }

    @Override
    void end(int exitCode) throws IOException {
        if (!parser.isComplete()) {
            handler().sendError(HTTPStatus.BAD_GATEWAY, "CGI script sent no header section");
        } else if (exitCode < 0) {
            handler().output().abandon();
        } else if (chunked) {
            handler().wfile().write(Chunk.last());
        }
    }

    @Override
    void afterwards() throws IOException {
        if (localRedirect != null && !handler().redirectLocally(localRedirect)) {
            handler().logError("CGI scripts redirect to each other without end: %s", localRedirect);
            handler().sendError(HTTPStatus.BAD_GATEWAY);
        }
    }

    private void answer(ScriptHead head) throws IOException {
        String location = head.location();
        if (location != null && head.isLocalRedirect()) {
            String mount = handler().connection().mountPath();
            if (location.startsWith(mount + "/")) {
                localRedirect = withoutFragment(location.substring(mount.length()));
                return;
            }
        }
        CGIHTTPRequestHandler handler = handler();
        int status = head.effectiveStatus();
        handler.sendResponse(status, head.reason());
        for (Map.Entry<String, String> field : head.fields()) {
            handler.sendHeader(field.getKey(), field.getValue());
        }
        if (location != null) {
            handler.sendHeader("Location", withoutMount(location));
        }
        boolean hasContent =
                status != 204 && status != 304 && !handler.command().equals("HEAD");
        if (head.contentLength() >= 0) {
            handler.sendHeader("Content-Length", head.contentLength());
        } else if (hasContent && handler.speaks11() && HttpVersion.is11(handler.requestVersion())) {
            handler.sendHeader("Transfer-Encoding", "chunked");
            chunked = true;
        }
        handler.endHeaders();
    }

    /** A script knows its paths as the client does. What the host will put in front is taken off. */
    private String withoutMount(String location) {
        String mount = handler().connection().mountPath();
        boolean mounted = handler().connection().rewritesLocation() && location.startsWith(mount + "/");
        return mounted ? location.substring(mount.length()) : location;
    }

    /** A fragment is for the client, and no part of the request. */
    private static String withoutFragment(String target) {
        int hash = target.indexOf('#');
        return hash < 0 ? target : target.substring(0, hash);
    }

    private void writeContent(byte[] bytes, int offset, int length) throws IOException {
        if (chunked) {
            handler().wfile().write(Chunk.of(bytes, offset, length));
        } else {
            handler().wfile().write(bytes, offset, length);
        }
    }
}
