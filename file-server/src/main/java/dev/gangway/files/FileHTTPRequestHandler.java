package dev.gangway.files;

import dev.gangway.files.content.BufferedBody;
import dev.gangway.files.content.ChunkedBody;
import dev.gangway.files.tree.NamePolicy;
import dev.gangway.files.tree.VisibleTree;
import dev.gangway.files.upload.OverwritePolicy;
import dev.gangway.files.values.PathPrefix;
import dev.gangway.handler.files.EntityTag;
import dev.gangway.handler.files.FileNames;
import dev.gangway.handler.files.FileTree;
import dev.gangway.handler.files.FilesUnavailableException;
import dev.gangway.handler.files.Resolution;
import dev.gangway.handler.store.OpenFile;
import dev.gangway.host.RequestSteps;
import dev.gangway.http.HTTPStatus;
import dev.gangway.http.syntax.HttpVersion;
import dev.gangway.http.syntax.RequestTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Serves a directory with the features of a file server: listings to sort and filter, compression, and, where they are
 * switched on, passwords, uploads, WebDAV, archives, CORS and single-page applications.
 *
 * <pre>{@code
 * FileHTTPRequestHandler handler = new FileHTTPRequestHandler(Path.of("public"));
 * handler.cors("*");
 * handler.archive(true);
 * }</pre>
 *
 * <p>In a servlet container each attribute is an init-param of its name. The defaults are careful: no client can write, names
 * that begin with a dot are not served, and symbolic links that leave the directory are not followed. It does not protect
 * files from other programs that change the directory while it is served.
 *
 * <p>A new instance serves each connection, on one thread at a time. Locks, and passwords that were
 * found right, outlive a connection: the server keeps them.
 */
public class FileHTTPRequestHandler extends FileServerAttributes {

    /** Fields for the response that is being prepared. */
    private final List<Map.Entry<String, String>> responseFields = new ArrayList<>();

    private int status;
    /** Whether the request may be served; null until it is known. */
    private @Nullable Boolean admitted;

    /** Whether a file or a listing is sent that this class frames itself. */
    private boolean sendsContent;

    private @Nullable Principal principal;

    /** Makes a handler that serves the working directory of the process. */
    public FileHTTPRequestHandler() {
        this(Path.of("").toAbsolutePath());
    }

    /**
     * Makes a handler that serves a directory.
     *
     * @param directory a directory of any file system
     */
    @SuppressWarnings("this-escape") // A subclass that overrides a setter expects to be called.
    public FileHTTPRequestHandler(Path directory) {
        super(directory);
        protocolVersion("HTTP/1.1");
        symbolicLinks("inside");
    }

    /** Files are there at once. A subclass may do other things, and may return {@link #fileSteps()} if it does not. */
    @Override
    public @Nullable RequestSteps requestSteps() {
        return getClass() == FileHTTPRequestHandler.class ? fileSteps() : null;
    }

    /**
     * Returns the steps of {@link #requestSteps()} for a subclass that does not wait longer than this class.
     *
     * @return the steps of this instance; null if there are passwords, because it takes a while to check one
     */
    protected final @Nullable RequestSteps fileSteps() {
        return auth().isEmpty() && authFile() == null ? promptSteps() : null;
    }

    @Override
    public boolean parseRequest() throws IOException {
        admitted = null;
        principal = null;
        sendsContent = false;
        status = 0;
        responseFields.clear();
        return super.parseRequest();
    }

    /**
     * Answers {@code Expect: 100-continue}: a client that will be refused is told so before it sends its content.
     *
     * @return whether the request should be served
     * @throws IOException if the connection fails
     */
    @Override
    public boolean handleExpect100() throws IOException {
        return isAdmitted() && super.handleExpect100();
    }

    @Override
    public boolean dispatch(String command) throws IOException {
        return !isAdmitted() || super.dispatch(command);
    }

    /** Whether the request may be served; if not, it has been answered. */
    private boolean isAdmitted() throws IOException {
        if (admitted == null) {
            admitted = new Admission(this).check();
        }
        return admitted;
    }

    /**
     * Answers OPTIONS (RFC 9110 §9.3.7) with the methods that there are.
     *
     * @throws IOException if the connection fails
     */
    public void do_OPTIONS() throws IOException {
        boolean isShare = !webdav().equals("off");
        sendResponse(isShare ? HTTPStatus.OK : HTTPStatus.NO_CONTENT); // some clients of WebDAV know 200 alone
        sendHeader("Allow", Methods.allowed(this));
        if (isShare) {
            // macOS takes a share that knows locks for one that can be written to.
            sendHeader("DAV", webdav().equals("write") ? "1, 2" : "1");
            sendHeader("MS-Author-Via", "DAV"); // without it Windows asks for FrontPage first
            sendHeader("Content-Length", 0);
        }
        if (upload()) {
            TusUploads.addOptions(this);
        }
        endHeaders();
    }

    @Override
    public void do_GET() throws IOException {
        String archive = Archives.wanted(this);
        if (archive == null) {
            super.do_GET();
        } else {
            new Archives(this).answer(archive);
        }
    }

    @Override
    public void do_HEAD() throws IOException {
        String archive = Archives.wanted(this);
        if (TusUploads.isMeant(this)) {
            new TusUploads(this).answer("HEAD");
        } else if (archive != null) {
            new Archives(this).answer(archive);
        } else {
            super.do_HEAD();
        }
    }

    /**
     * Answers PUT (RFC 9110 §9.3.4): writes a file, if {@link #upload()} says so.
     *
     * @throws IOException if the connection fails
     */
    public void do_PUT() throws IOException {
        if (webdav().equals("write")) {
            new WebDav(this).answer("PUT");
        } else if (upload()) {
            new Uploads(this).put(OverwritePolicy.named(overwrite()));
        } else {
            sendNotAllowed();
        }
    }

    /**
     * Answers POST to a directory: takes the files of a form, or begins an upload by tus, if {@link #upload()} says so.
     *
     * @throws IOException if the connection fails
     */
    public void do_POST() throws IOException {
        if (!upload()) {
            sendNotAllowed();
        } else if (TusUploads.isMeant(this)) {
            // For clients that can send no other method.
            String method = headers().get("X-HTTP-Method-Override", "POST");
            new TusUploads(this).answer(method.equals("PATCH") || method.equals("DELETE") ? method : "POST");
        } else if (headers().getContentType().equals("multipart/form-data")) {
            new Uploads(this).form();
        } else {
            sendError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, null, "A form is sent as multipart/form-data");
        }
    }

    /**
     * Answers PATCH: goes on with an upload by tus, if {@link #upload()} says so.
     *
     * @throws IOException if the connection fails
     */
    public void do_PATCH() throws IOException {
        if (TusUploads.isMeant(this)) {
            new TusUploads(this).answer("PATCH");
        } else {
            sendNotAllowed();
        }
    }

    /**
     * Answers DELETE: ends an upload by tus, or deletes a file or directory (RFC 4918 §9.6), if {@link #webdav()} says so.
     *
     * @throws IOException if the connection fails
     */
    public void do_DELETE() throws IOException {
        if (TusUploads.isMeant(this)) {
            new TusUploads(this).answer("DELETE");
        } else {
            dav("DELETE", true);
        }
    }

    /**
     * Answers PROPFIND (RFC 4918 §9.1), if {@link #webdav()} says so.
     *
     * @throws IOException if the connection fails
     */
    public void do_PROPFIND() throws IOException {
        dav("PROPFIND", false);
    }

    /**
     * Answers PROPPATCH (RFC 4918 §9.2), if {@link #webdav()} says so.
     *
     * @throws IOException if the connection fails
     */
    public void do_PROPPATCH() throws IOException {
        dav("PROPPATCH", true);
    }

    /**
     * Answers MKCOL (RFC 4918 §9.3), if {@link #webdav()} says so.
     *
     * @throws IOException if the connection fails
     */
    public void do_MKCOL() throws IOException {
        dav("MKCOL", true);
    }

    /**
     * Answers COPY (RFC 4918 §9.8), if {@link #webdav()} says so.
     *
     * @throws IOException if the connection fails
     */
    public void do_COPY() throws IOException {
        dav("COPY", true);
    }

    /**
     * Answers MOVE (RFC 4918 §9.9), if {@link #webdav()} says so.
     *
     * @throws IOException if the connection fails
     */
    public void do_MOVE() throws IOException {
        dav("MOVE", true);
    }

    /**
     * Answers LOCK (RFC 4918 §9.10), if {@link #webdav()} says so.
     *
     * @throws IOException if the connection fails
     */
    public void do_LOCK() throws IOException {
        dav("LOCK", true);
    }

    /**
     * Answers UNLOCK (RFC 4918 §9.11), if {@link #webdav()} says so.
     *
     * @throws IOException if the connection fails
     */
    public void do_UNLOCK() throws IOException {
        dav("UNLOCK", true);
    }

    private void dav(String method, boolean writes) throws IOException {
        if (webdav().equals("write") || (webdav().equals("read") && !writes)) {
            new WebDav(this).answer(method);
        } else {
            sendNotAllowed();
        }
    }

    private void sendNotAllowed() throws IOException {
        addField("Allow", Methods.allowed(this));
        sendError(HTTPStatus.METHOD_NOT_ALLOWED);
    }

    @Override
    @SuppressWarnings("exports") // As where it comes from.
    protected FileTree tree() {
        return new VisibleTree(super.tree(), directory(), names());
    }

    /** Returns which names are seen. */
    final NamePolicy names() {
        return new NamePolicy(hidden().equals("show"));
    }

    @Override
    @SuppressWarnings("exports") // As where it comes from.
    protected Resolution resolve(FileTree tree) throws FilesUnavailableException {
        Resolution found = super.resolve(tree);
        if (found == Resolution.MISSING && cleanUrls()) {
            found = htmlFile(tree);
        }
        boolean unknownPage = found == Resolution.MISSING && !lastSegment().contains(".");
        if (spa() && (unknownPage || found instanceof Resolution.Listing)) {
            Resolution root = Resolution.of(tree, directory(), "/", indexPages());
            return root instanceof Resolution.Found ? root : found;
        }
        return found;
    }

    /** Finds {@code a.html} for {@code /a}. */
    private Resolution htmlFile(FileTree tree) throws FilesUnavailableException {
        Path path = translatePath(target());
        Path parent = path.getParent();
        if (parent == null || path.equals(directory()) || RequestTarget.hasTrailingSlash(target())) {
            return Resolution.MISSING;
        }
        Path file = FileNames.resolve(parent, FileNames.text(path) + ".html");
        BasicFileAttributes attributes = tree.attributes(file);
        return attributes != null && attributes.isRegularFile()
                ? new Resolution.Found(file, attributes)
                : Resolution.MISSING;
    }

    private String lastSegment() {
        String target = target();
        String path = target.substring(0, RequestTarget.endOfPath(target));
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the request's target in origin-form, with the prefix. */
    final String target() {
        return RequestTarget.originForm(path());
    }

    /** Returns the query of the request without its question mark; empty if there is none. */
    final String query() {
        String target = target();
        int mark = RequestTarget.endOfPath(target);
        if (mark == target.length() || target.charAt(mark) == '#') {
            return "";
        }
        int end = target.indexOf('#', mark);
        return target.substring(mark + 1, end < 0 ? target.length() : end);
    }

    @Override
    public Path translatePath(String path) {
        String below = PathPrefix.strip(pathPrefix(), path);
        return super.translatePath(below == null ? path : below);
    }

    @Override
    @SuppressWarnings("exports") // As where it comes from.
    protected @Nullable InputStream sendFile(FileTree tree, Resolution.Found found) throws IOException {
        return new NegotiatedFile(this, tree, found).send();
    }

    /** Sends the head of the response for a file as it is, for {@link NegotiatedFile}. */
    final @Nullable InputStream sendAsItIs(FileTree tree, dev.gangway.handler.files.Representation representation)
            throws IOException {
        return sendFile(tree, representation);
    }

    /** Makes the entity tag of a file as it is. */
    final EntityTag tag(Resolution.Found found, OpenFile file) throws IOException {
        return entityTag(found.file(), found.attributes(), file);
    }

    /** Says that files cannot be opened at present. */
    final void sendNoFiles(FilesUnavailableException reason) throws IOException {
        sendUnavailable(reason);
    }

    /**
     * Sends the head of a directory's listing, in the form that {@link #listing()} says or as JSON if the client prefers that.
     *
     * @param path the directory
     * @return the listing; null if an error has been sent
     * @throws IOException if the connection fails
     */
    @Override
    public @Nullable InputStream listDirectory(Path path) throws IOException {
        responseFields.add(Map.entry("Vary", "Accept"));
        Listing listing = new Listing(this, path);
        if (listing().equals("none")) {
            sendNotFound();
            return null;
        }
        if (listing.isJson()) {
            return listing.sendJson();
        }
        return listing().equals("plain") ? super.listDirectory(path) : listing.sendPage();
    }

    /** Returns the files that are seen, for the classes of this package. */
    final FileTree visibleTree() {
        return tree();
    }

    /** Sends the rest of a head for content whose length may not be known, and returns the content as it has to be framed. */
    final InputStream endHeadersFor(InputStream content) throws IOException {
        sendsContent = true;
        BufferedBody body = BufferedBody.of(content);
        if (body.length() >= 0) {
            sendHeader("Content-Length", body.length());
            endHeaders();
            return body.stream();
        }
        boolean chunked = HttpVersion.is11(protocolVersion()) && HttpVersion.is11(requestVersion());
        if (chunked) {
            sendHeader("Transfer-Encoding", "chunked");
        }
        endHeaders();
        return chunked ? new ChunkedBody(body.stream()) : body.stream();
    }

    /** Whether the client and this handler know the chunked transfer coding. */
    final boolean speaksChunks() {
        return protocolVersion().compareTo("HTTP/1.1") >= 0 && requestVersion().compareTo("HTTP/1.1") >= 0;
    }

    /** Notes who has logged in. */
    final void loggedIn(String name) {
        principal = new NamedPrincipal(name);
    }

    /**
     * Returns who has logged in.
     *
     * @return the one whose password was right, else whom the host has authenticated; null if there is none of either
     */
    public @Nullable Principal principal() {
        return principal == null ? connection().principal() : principal;
    }

    private record NamedPrincipal(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    /** Adds a field to the response that is being prepared. */
    final void addField(String name, String value) {
        responseFields.add(Map.entry(name, value));
    }

    @Override
    public void sendResponseOnly(int code, @Nullable String message) throws IOException {
        status = code;
        super.sendResponseOnly(code, message);
    }

    /** Adds the fields of {@link #extraResponseHeaders()} where they belong and are not yet. */
    private void addExtraFields() throws IOException {
        if (headersAlways() || sendsContent) {
            sendExtraResponseHeaders();
        }
    }

    /**
     * Ends the header section, with the fields that every response has.
     *
     * @throws IOException if the connection fails
     */
    @Override
    public void endHeaders() throws IOException {
        if (status >= 200) {
            status = 0; // what follows a head is content
            for (Map.Entry<String, String> field : responseFields) {
                sendHeader(field.getKey(), field.getValue());
            }
            responseFields.clear();
            addExtraFields();
            CrossOrigin.addFields(this);
            VaryField.join(pendingHeaders());
        }
        super.endHeaders();
    }
}
