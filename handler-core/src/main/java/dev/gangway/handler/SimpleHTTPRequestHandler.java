package dev.gangway.handler;

import dev.gangway.handler.files.DirectoryListing;
import dev.gangway.handler.files.EntityTag;
import dev.gangway.handler.files.FileTree;
import dev.gangway.handler.files.FilesUnavailableException;
import dev.gangway.handler.files.LinkPolicy;
import dev.gangway.handler.files.MediaTypes;
import dev.gangway.handler.files.PathTranslator;
import dev.gangway.handler.files.Representation;
import dev.gangway.handler.files.Resolution;
import dev.gangway.handler.files.TagSource;
import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.ListingText;
import dev.gangway.handler.store.OpenFile;
import dev.gangway.handler.text.Compatibility;
import dev.gangway.host.FileHandler;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.RequestSteps;
import dev.gangway.http.HTTPStatus;
import dev.gangway.http.syntax.GivenField;
import dev.gangway.http.syntax.RequestTarget;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Serves the files of a directory and the directories below it ("http.server: SimpleHTTPRequestHandler").
 *
 * <p>GET and HEAD of a file give its bytes, with a media type by its name, {@code Last-Modified}, and the part that a
 * {@code Range} asks for; of a directory, its index page or a listing. Every step is a method to override.
 *
 * <pre>{@code
 * public class Site extends SimpleHTTPRequestHandler {
 *     public Site() {
 *         super(Path.of("public"));
 *         extensionsMap().put(".wasm", "application/wasm");
 *     }
 *
 *     @Override
 *     public void endHeaders() throws IOException {
 *         sendHeader("Cache-Control", "no-store");
 *         super.endHeaders();
 *     }
 * }
 * }</pre>
 *
 * <p>Whatever is below the directory is served: also hidden files, and whatever symbolic links lead to, in the directory
 * or not, unless {@link #symbolicLinks(String)} says otherwise. Nothing else is: no path leads out by itself.
 */
public class SimpleHTTPRequestHandler extends BaseHTTPRequestHandler implements FileHandler {
    private static final String NOT_FOUND = "File not found";

    private static final Map<String, String> EXTENSIONS = Map.of(
            ".gz", "application/gzip",
            ".Z", "application/octet-stream",
            ".bz2", "application/x-bzip2",
            ".xz", "application/x-xz");

    private Path directory;
    private Map<String, String> extensionsMap = new HashMap<>(EXTENSIONS);
    private List<String> indexPages = List.of("index.html", "index.htm");
    private LinkPolicy symbolicLinks = LinkPolicy.FOLLOW;
    private boolean ranges = true;
    private boolean entityTags = true;
    private TagSource entityTagSource = TagSource.SAMPLE;
    private List<Map.Entry<String, String>> extraResponseHeaders = List.of();
    private String defaultContentType = "application/octet-stream";

    /** Makes a handler that serves the working directory of the process. */
    public SimpleHTTPRequestHandler() {
        this(Path.of("").toAbsolutePath());
    }

    /**
     * Makes a handler that serves a directory.
     *
     * @param directory a directory of any file system
     */
    @SuppressWarnings("this-escape") // A subclass that overrides the setter expects to be called.
    public SimpleHTTPRequestHandler(Path directory) {
        this.directory = directory;
        serverVersion("SimpleHTTP/" + GangwayVersion.TEXT);
    }

    /**
     * Answers GET ("http.server: do_GET"): {@link #sendHead()}, then {@link #copyfile(InputStream, OutputStream)}.
     *
     * @throws IOException if the connection fails
     */
    public void do_GET() throws IOException {
        try (InputStream body = sendHead()) {
            if (body != null) {
                copyfile(body, wfile());
            }
        }
    }

    /**
     * Answers HEAD ("http.server: do_HEAD"): {@link #sendHead()} alone.
     *
     * @throws IOException if the connection fails
     */
    public void do_HEAD() throws IOException {
        InputStream body = sendHead();
        if (body != null) {
            body.close();
        }
    }

    /** A file is there at once. A subclass may do other things. */
    @Override
    public @Nullable RequestSteps requestSteps() {
        return getClass() == SimpleHTTPRequestHandler.class ? promptSteps() : null;
    }

    /** Calls the methods that every handler of files has: to look for them would take longer than all the rest of a first response. */
    @Override
    boolean callKnown(String command) throws IOException {
        switch (command) {
            case "GET" -> do_GET();
            case "HEAD" -> do_HEAD();
            default -> {
                return false;
            }
        }
        return true;
    }

    /**
     * Sends the head of the response to GET and HEAD ("http.server: send_head").
     *
     * @return the body, to be sent or not, and to be closed by the caller; null if the response is complete already
     * @throws IOException if the connection fails
     */
    public @Nullable InputStream sendHead() throws IOException {
        FileTree tree = tree();
        Resolution resolution;
        try {
            resolution = resolve(tree);
        } catch (InvalidPathException e) {
            resolution = Resolution.MISSING;
        } catch (FilesUnavailableException e) {
            sendUnavailable(e);
            return null;
        }
        if (resolution instanceof Resolution.Found found) {
            return sendFile(tree, found);
        } else if (resolution instanceof Resolution.Listing listing) {
            return listDirectory(listing.directory());
        } else if (resolution instanceof Resolution.Redirect redirect) {
            sendResponse(HTTPStatus.MOVED_PERMANENTLY);
            sendHeader("Location", redirect.location());
            sendHeader("Content-Length", 0);
            endHeaders();
        } else {
            sendNotFound();
        }
        return null;
    }

    /**
     * Sends the head of a directory's listing, or an error if the directory cannot be read ("http.server:
     * list_directory").
     *
     * @param path the directory
     * @return the listing as a page of HTML; null if an error has been sent
     * @throws IOException if the connection fails
     */
    public @Nullable InputStream listDirectory(Path path) throws IOException {
        ListingText lines;
        try {
            lines = tree().lines(path, FileStore.of(server()));
        } catch (FilesUnavailableException e) {
            sendUnavailable(e);
            return null;
        } catch (OutOfMemoryError e) {
            // The names took it, and they are gone again.
            sendUnavailable(FilesUnavailableException.ofListing(e));
            return null;
        } catch (IOException e) {
            sendError(HTTPStatus.NOT_FOUND, "No permission to list directory");
            return null;
        }
        ListingText page = DirectoryListing.page(path(), lines, Compatibility.named(compatibility()));
        sendResponse(HTTPStatus.OK);
        sendHeader("Content-type", DirectoryListing.CONTENT_TYPE);
        sendHeader("Content-Length", page.length());
        sendExtraResponseHeaders();
        endHeaders();
        return page.open();
    }

    /**
     * Translates the path of a request to the file it means ("http.server: translate_path"). The query is cut off, the
     * rest is decoded once, and parts that would lead out of {@link #directory()} are left out. The file need not exist.
     *
     * <p>A slash at the end makes no difference to a {@link Path}; that rule, 404 for {@code file/}, goes by {@link
     * #path()}.
     *
     * @param path a path as a client sends it
     * @return {@link #directory()} or a path below it; an override may give any path
     * @throws InvalidPathException if the file system can hold no such name, which is answered with 404
     */
    public Path translatePath(String path) {
        return PathTranslator.translate(directory(), path);
    }

    /**
     * Guesses the media type of a file by its name ("http.server: guess_type"): by {@link #extensionsMap()}, by the
     * types that CPython knows, by the registered types, in this order.
     *
     * @param path the file; not opened
     * @return a media type, {@link #defaultContentType()} if there is none to be guessed
     */
    public String guessType(Path path) {
        return MediaTypes.guess(path, extensionsMap(), defaultContentType());
    }

    /**
     * Copies a file to the client ("http.server: copyfile").
     *
     * @param source the stream to copy, to its end; closed by the caller
     * @param outputfile where to copy it
     * @throws IOException if the connection or the file fails
     */
    public void copyfile(InputStream source, OutputStream outputfile) throws IOException {
        source.transferTo(outputfile);
    }

    /**
     * Returns the directory that is served ("http.server: directory").
     *
     * @return the working directory of the process, unless another was given
     */
    @Override
    public Path directory() {
        return directory;
    }

    /**
     * Sets the directory that is served.
     *
     * @param directory a directory of any file system
     */
    public void directory(Path directory) {
        this.directory = directory;
    }

    /**
     * Returns the media types by the endings of file names ("http.server: extensions_map"). They go before the types
     * that are known otherwise.
     *
     * @return types by ending, the dot included; may be changed
     */
    public Map<String, String> extensionsMap() {
        return extensionsMap;
    }

    /**
     * Replaces the media types by the endings of file names.
     *
     * @param extensionsMap types by ending, the dot included; an ending in lower case stands for any case
     */
    public void extensionsMap(Map<String, String> extensionsMap) {
        this.extensionsMap = extensionsMap;
    }

    /**
     * Returns the names of the files that stand for their directory ("http.server: index_pages").
     *
     * @return names, the first that exists is sent
     */
    public List<String> indexPages() {
        return indexPages;
    }

    /**
     * Sets the names of the files that stand for their directory.
     *
     * @param indexPages names in the order to try them; none to list every directory
     */
    public void indexPages(List<String> indexPages) {
        this.indexPages = indexPages;
    }

    /**
     * Returns which symbolic links below {@link #directory()} are followed.
     *
     * @return {@code follow}, the default: all, also out of the directory; {@code inside}: those that lead to something
     *     below the directory; {@code never}: none
     */
    public String symbolicLinks() {
        return symbolicLinks.toString();
    }

    /**
     * Sets which symbolic links below {@link #directory()} are followed. Other links count as missing. Under
     * {@code inside} and {@code never} only files below {@link #directory()} are served, whatever {@link
     * SimpleHTTPRequestHandler#translatePath(String)} gives; the directory itself may be a link. Under {@code inside} a relative
     * link may not leave the directory on its way either, even if it comes back: in a directory {@code tree}, {@code ../tree/file}
     * is missing.
     *
     * @param symbolicLinks {@code follow}, {@code inside} or {@code never}
     * @throws IllegalArgumentException if it is another word
     */
    public void symbolicLinks(String symbolicLinks) {
        this.symbolicLinks = LinkPolicy.named(symbolicLinks);
    }

    /**
     * Tells whether a client may ask for part of a file ({@code Range}, RFC 9110 §14).
     *
     * @return true by default
     */
    public boolean ranges() {
        return ranges;
    }

    /**
     * Sets whether a client may ask for part of a file. A handler that answers {@code Range} itself says false.
     *
     * @param ranges false to ignore {@code Range}, as CPython does
     */
    public void ranges(boolean ranges) {
        this.ranges = ranges;
    }

    /**
     * Tells whether files have entity tags: whether {@code If-Match} and {@code If-None-Match} are heeded, and {@code
     * ETag} is sent where {@link #protocolVersion()} is HTTP/1.1.
     *
     * @return true by default
     */
    public boolean entityTags() {
        return entityTags;
    }

    /**
     * Sets whether files have entity tags. A handler that sends {@code ETag} itself says false.
     *
     * @param entityTags false to do without, as CPython does
     */
    public void entityTags(boolean entityTags) {
        this.entityTags = entityTags;
    }

    /**
     * Returns the source of the entity tags of files.
     *
     * @return {@code sample}, the default, {@code content} or {@code identity}, as {@link #entityTagSource(String)} has them
     */
    public String entityTagSource() {
        return entityTagSource.toString();
    }

    /**
     * Sets the source of the entity tags of files.
     *
     * <ul>
     *   <li>{@code sample}: the length, the time of modification, and the first and the last 4,096 bytes. Servers that have equal
     *       copies of a file with equal times agree. A change in the middle of a file of more than 8,192 bytes that keeps both
     *       length and time is not seen.
     *   <li>{@code content}: a digest of the whole content, and nothing else. Each file is read once more for it, before it is
     *       sent for the first time, and again when it has changed.
     *   <li>{@code identity}: the length, the time, and the number of the file on its device. The content is not read; servers
     *       do not agree.
     * </ul>
     *
     * @param entityTagSource one of these words
     * @throws IllegalArgumentException if it is another word
     */
    public void entityTagSource(String entityTagSource) {
        this.entityTagSource = TagSource.named(entityTagSource);
    }

    /**
     * Makes the entity tag of a file, for Gangway's own handlers.
     *
     * @param path where the file is
     * @param attributes what the file system said of it before it was opened
     * @param file the open file
     * @return a tag made as {@link #entityTagSource()} says; weak if the file was modified just before
     * @throws IOException if the file cannot be read
     */
    @SuppressWarnings("exports") // For Gangway's own modules.
    protected final EntityTag entityTag(Path path, BasicFileAttributes attributes, OpenFile file) throws IOException {
        return TagSource.named(entityTagSource())
                .tag(path, attributes, file, FileStore.of(server()), clock().instant());
    }

    /**
     * Returns the fields that are added to responses ("http.server: extra_response_headers", of CPython 3.15).
     *
     * @return names and values in their order; none by default
     */
    public List<Map.Entry<String, String>> extraResponseHeaders() {
        return extraResponseHeaders;
    }

    /**
     * Sets the fields that are added to responses with a file or a listing, 200 and 206, behind their own ones. A name may be there
     * more than once. A field that the response has already, {@code Content-type} for example, is left out, as in CPython.
     *
     * @param extraResponseHeaders names and values in their order
     * @throws IllegalArgumentException if one has CR, LF, NUL or a character beyond ISO-8859-1, or a name is no token or {@code
     *     Transfer-Encoding}
     */
    public void extraResponseHeaders(List<Map.Entry<String, String>> extraResponseHeaders) {
        List<Map.Entry<String, String>> checked = new ArrayList<>();
        for (Map.Entry<String, String> field : extraResponseHeaders) {
            checked.add(GivenField.of(field.getKey(), field.getValue()));
        }
        this.extraResponseHeaders = List.copyOf(checked);
    }

    /**
     * Returns the media type of files of which nothing else is known ("http.server: default_content_type", of CPython 3.15).
     *
     * @return {@code application/octet-stream} by default
     */
    public String defaultContentType() {
        return defaultContentType;
    }

    /**
     * Sets the media type of files of which nothing else is known.
     *
     * @param defaultContentType a media type
     */
    public void defaultContentType(String defaultContentType) {
        this.defaultContentType = defaultContentType;
    }

    /**
     * Adds {@link #extraResponseHeaders()} to the response that is being prepared, but for those it has already. The last thing
     * before {@link #endHeaders()} in responses with a file or a listing.
     *
     * @throws IOException if the connection fails
     */
    protected final void sendExtraResponseHeaders() throws IOException {
        List<Map.Entry<String, String>> fields = extraResponseHeaders();
        if (fields.isEmpty()) {
            return;
        }
        Set<String> sent = pendingNames();
        for (Map.Entry<String, String> field : fields) {
            if (!sent.contains(field.getKey().toLowerCase(Locale.ROOT))) {
                sendHeader(field.getKey(), field.getValue());
            }
        }
    }

    /**
     * Finds the meaning of {@link #path()}. A step of {@link #sendHead()} for Gangway's own handlers; others override {@link
     * #translatePath(String)}.
     *
     * @param tree the files that may be served
     * @return the answer to send
     * @throws FilesUnavailableException if the system cannot look at files at present
     * @throws InvalidPathException if the file system can hold no such name
     */
    @SuppressWarnings("exports") // For Gangway's own modules.
    protected Resolution resolve(FileTree tree) throws FilesUnavailableException {
        return Resolution.of(tree, translatePath(RequestTarget.originForm(path())), path(), indexPages());
    }

    /**
     * Sends the head of the response for a file that was found. A step of {@link #sendHead()} for Gangway's own handlers.
     *
     * @param tree the files that may be served
     * @param found the file
     * @return the body; null if the response is complete already
     * @throws IOException if the connection fails
     */
    @SuppressWarnings("exports") // For Gangway's own modules.
    protected @Nullable InputStream sendFile(FileTree tree, Resolution.Found found) throws IOException {
        return sendFile(tree, new Representation(found.file(), found.attributes(), guessType(found.file()), List.of()));
    }

    /**
     * Sends the head of the response for a file as it is: 200, 206, 304, 412 or 416; 404 if it cannot be opened.
     *
     * @param tree the files that may be served
     * @param representation the file, and its header fields
     * @return the body; null if the response is complete already
     * @throws IOException if the connection fails
     */
    @SuppressWarnings("exports") // For Gangway's own modules.
    protected final @Nullable InputStream sendFile(FileTree tree, Representation representation) throws IOException {
        OpenFile file;
        try {
            file = tree.open(representation.file(), representation.attributes(), FileStore.of(server()));
        } catch (FilesUnavailableException e) {
            sendUnavailable(e);
            return null;
        } catch (IOException e) {
            sendNotFound();
            return null;
        }
        InputStream body = null;
        try {
            body = new FileResponse(this, file, representation).send();
        } finally {
            if (body == null) {
                file.close();
            }
        }
        return body;
    }

    /**
     * Says that there is no such file, unless the host has another place for the request ({@link
     * HandlerConnection#lacks(HandlerConnection.Lack)}).
     *
     * @throws IOException if the connection fails
     */
    protected final void sendNotFound() throws IOException {
        connection().lacks(HandlerConnection.Lack.FILE);
        sendError(HTTPStatus.NOT_FOUND, NOT_FOUND);
    }

    /**
     * Says that it is not known whether there is such a file, which 404 would deny; and in the log, why.
     *
     * @param reason why files cannot be opened
     * @throws IOException if the connection fails
     */
    @SuppressWarnings("exports") // For Gangway's own modules.
    protected final void sendUnavailable(FilesUnavailableException reason) throws IOException {
        logError("cannot open files: %s", String.valueOf(reason.getMessage()));
        sendError(HTTPStatus.SERVICE_UNAVAILABLE);
    }

    /**
     * Returns the files that may be served, for Gangway's own handlers.
     *
     * @return the files below {@link #directory()}, as far as {@link #symbolicLinks()} lets links be followed
     */
    @SuppressWarnings("exports") // For Gangway's own modules.
    protected FileTree tree() {
        return LinkPolicy.named(symbolicLinks()).tree(directory(), FileStore.of(server()));
    }
}
