package dev.gangway.files;

import dev.gangway.files.content.PieceStream;
import dev.gangway.files.content.Pieces;
import dev.gangway.files.dav.DavException;
import dev.gangway.files.dav.DavXml;
import dev.gangway.files.dav.DeadProperties;
import dev.gangway.files.dav.IfField;
import dev.gangway.files.dav.Lock;
import dev.gangway.files.dav.Locks;
import dev.gangway.files.dav.PropertyName;
import dev.gangway.files.dav.XmlText;
import dev.gangway.files.upload.OverwritePolicy;
import dev.gangway.files.upload.PartFile;
import dev.gangway.files.upload.StorageException;
import dev.gangway.files.upload.UploadDirectory;
import dev.gangway.handler.files.DirectoryEntry;
import dev.gangway.handler.files.FileNames;
import dev.gangway.handler.files.FileTree;
import dev.gangway.handler.files.FilesUnavailableException;
import dev.gangway.http.HTTPStatus;
import dev.gangway.http.syntax.HttpDate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers the methods of WebDAV (RFC 4918, classes 1 and 2). */
final class WebDav {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    private static final String CONTENT_TYPE = "application/xml; charset=utf-8";
    private static final PropertyName WINDOWS_MODIFIED =
            new PropertyName("urn:schemas-microsoft-com:", "Win32LastModifiedTime");

    private final FileHTTPRequestHandler handler;
    private final FileTree tree;
    private final Locks locks;
    private final DeadProperties dead;
    private final DavRequest request;

    WebDav(FileHTTPRequestHandler handler) {
        this.handler = handler;
        this.tree = handler.visibleTree();
        ServerState state = ServerState.of(handler.server());
        this.locks = state.locks();
        this.dead = state.properties();
        this.request = new DavRequest(handler, locks);
    }

    /** Answers a request, whatever its method. */
    void answer(String method) throws IOException {
        try {
            switch (method) {
                case "PROPFIND" -> find();
                case "PROPPATCH" -> patch();
                case "MKCOL" -> makeCollection();
                case "COPY" -> copyOrMove(false);
                case "MOVE" -> copyOrMove(true);
                case "DELETE" -> delete();
                case "LOCK" -> lock();
                case "UNLOCK" -> unlock();
                default -> put();
            }
        } catch (DavException e) {
            handler.sendError(e.status(), null, e.getMessage());
        } catch (FilesUnavailableException e) {
            handler.sendNoFiles(e);
        } catch (StorageException | FileSystemException e) {
            handler.logError("%s failed: %s", method, e.getClass().getSimpleName());
            handler.sendError(e instanceof StorageException ? 507 : 403, null, "The file system refuses it");
        }
    }

    // The properties that there are.

    private void find() throws IOException {
        Path path = request.path();
        byte[] content = DavXml.read(handler.rfile());
        DavXml.Find find = DavXml.find(content);
        BasicFileAttributes found = request.existing(path);
        String depth = request.depth();
        if (found.isDirectory() && depth.equals("infinity")) {
            sendXml(403, "<D:error xmlns:D=\"DAV:\"><D:propfind-finite-depth/></D:error>\n");
            return;
        }
        if (!depth.equals("0") && !depth.equals("1") && !depth.equals("infinity")) {
            throw new DavException(400, "Depth is 0, 1 or infinity");
        }
        boolean deep = found.isDirectory() && depth.equals("1");
        sendProperties(find, path, found, deep ? children(path) : List.of());
    }

    private List<DirectoryEntry> children(Path directory) throws IOException {
        List<DirectoryEntry> children = new ArrayList<>(tree.entries(directory));
        children.removeIf(entry -> !isResource(entry.attributes()));
        children.sort(Comparator.comparing(DirectoryEntry::name));
        return children;
    }

    private static boolean isResource(@Nullable BasicFileAttributes attributes) {
        return attributes != null && (attributes.isDirectory() || attributes.isRegularFile());
    }

    /** The properties of each are made when they are sent: a directory may have more files than memory has room for their XML. */
    private void sendProperties(DavXml.Find find, Path path, BasicFileAttributes found, List<DirectoryEntry> children)
            throws IOException {
        StringBuilder first = begin();
        writeProperties(first, find, path, found);
        InputStream xml = new PieceStream(new Pieces<>(
                XML + first,
                children.iterator(),
                (answer, child) ->
                        writeProperties(answer, find, FileNames.resolve(path, child.name()), child.attributes()),
                "</D:multistatus>\n"));
        handler.sendResponse(HTTPStatus.MULTI_STATUS);
        handler.sendHeader("Content-Type", CONTENT_TYPE);
        try (InputStream content = handler.endHeadersFor(xml)) {
            handler.copyfile(content, handler.wfile());
        }
    }

    private void writeProperties(
            StringBuilder to, DavXml.Find find, Path path, @Nullable BasicFileAttributes attributes) {
        if (attributes != null) {
            String href = request.href(path, attributes.isDirectory());
            new DavProperties(handler, locks, dead).write(to, find, href, path, attributes);
        }
    }

    private void patch() throws IOException {
        Path path = request.path();
        List<DavXml.Change> changes = DavXml.changes(DavXml.read(handler.rfile()));
        BasicFileAttributes found = request.existing(path);
        request.checkConditions(path, false, false);
        Map<PropertyName, String> properties = dead.of(path);
        boolean refused = false;
        for (DavXml.Change change : changes) {
            refused |= change.name().isDav()
                    && DavProperties.LIVE.contains(change.name().name());
            if (change.content() == null) {
                properties.remove(change.name());
            } else {
                properties.put(change.name(), change.content());
            }
        }
        if (!refused) {
            dead.set(path, properties);
            if (changes.stream().anyMatch(change -> change.name().equals(WINDOWS_MODIFIED))) {
                setTime(path, properties.get(WINDOWS_MODIFIED));
            }
        }
        StringBuilder answer = begin().append("<D:response><D:href>");
        answer.append(XmlText.escape(request.href(path, found.isDirectory()))).append("</D:href>");
        for (DavXml.Change change : changes) {
            boolean live = change.name().isDav()
                    && DavProperties.LIVE.contains(change.name().name());
            answer.append("<D:propstat><D:prop>");
            XmlText.element(answer, change.name(), "");
            answer.append("</D:prop><D:status>HTTP/1.1 ");
            answer.append(!refused ? "200 OK" : live ? "403 Forbidden" : "424 Failed Dependency");
            answer.append("</D:status></D:propstat>");
        }
        sendXml(207, answer.append("</D:response>\n</D:multistatus>\n").toString());
    }

    /** Windows tells when the file that it has copied was modified after it has sent the content. */
    private void setTime(Path path, @Nullable String time) throws IOException {
        Instant modified = time == null ? null : HttpDate.parse(time.strip());
        if (modified != null && !path.equals(handler.directory().toAbsolutePath())) {
            try (UploadDirectory directory = request.directory(path)) {
                directory.modified(DavRequest.name(path), FileTime.from(modified));
            }
        }
    }

    // Locks.

    private void lock() throws IOException {
        Path path = request.path();
        byte[] content = DavXml.read(handler.rfile());
        Duration timeout = timeout();
        if (content.length == 0) {
            Lock lock = locks.refresh(
                    path, IfField.parse(handler.headers().get("If")).tokens(), timeout);
            if (lock == null) {
                throw new DavException(412, "No lock of this resource is named in If");
            }
            sendLock(200, lock, false);
            return;
        }
        DavXml.LockInfo info = DavXml.lock(content);
        String depth = request.depth();
        if (!depth.equals("0") && !depth.equals("infinity")) {
            throw new DavException(400, "Depth of a lock is 0 or infinity");
        }
        request.checkIf(path);
        BasicFileAttributes found = tree.attributes(path);
        Lock lock = locks.lock(path, depth.equals("infinity"), info, timeout == null ? Locks.MAX_TIMEOUT : timeout);
        if (lock == null) {
            throw new DavException(423, "Another lock is in the way");
        }
        boolean made = false;
        try {
            if (found == null) {
                makeEmpty(path);
                made = true;
            }
        } catch (IOException | RuntimeException e) {
            locks.unlock(path, lock.token());
            throw e;
        }
        sendLock(made ? 201 : 200, lock, true);
    }

    /** A lock of a name that has no file makes an empty one (RFC 4918 §7.3). */
    private void makeEmpty(Path path) throws IOException {
        try (UploadDirectory directory = request.directory(path)) {
            try (PartFile part = PartFile.create(directory, FileNames.text(path))) {
                part.place(ServerState.of(handler.server()).places(), FileNames.text(path), OverwritePolicy.NEVER);
            }
        }
    }

    private void unlock() throws IOException {
        Path path = request.path();
        String field = handler.headers().get("Lock-Token", "").strip();
        if (!field.startsWith("<") || !field.endsWith(">")) {
            throw new DavException(400, "Lock-Token is missing");
        }
        if (!locks.unlock(path, field.substring(1, field.length() - 1))) {
            throw new DavException(409, "There is no such lock here");
        }
        sendEmpty(204);
    }

    private void sendLock(int status, Lock lock, boolean isNew) throws IOException {
        if (isNew) {
            handler.addField("Lock-Token", "<" + lock.token() + ">");
        }
        StringBuilder answer = new StringBuilder("<D:prop xmlns:D=\"DAV:\"><D:lockdiscovery>");
        DavProperties.activeLock(answer, lock, request.href(lock.path(), Files.isDirectory(lock.path())));
        sendXml(status, answer.append("</D:lockdiscovery></D:prop>\n").toString());
    }

    private @Nullable Duration timeout() {
        for (String each : handler.headers().get("Timeout", "").split(",", -1)) {
            String wanted = each.strip();
            if (wanted.equalsIgnoreCase("Infinite")) {
                return Locks.MAX_TIMEOUT;
            }
            if (wanted.regionMatches(true, 0, "Second-", 0, 7)
                    && wanted.substring(7).matches("[0-9]{1,10}")) {
                return Duration.ofSeconds(Math.max(1, Long.parseLong(wanted.substring(7))));
            }
        }
        return null;
    }

    // Changes.

    private void put() throws IOException {
        Path path = request.path();
        request.checkConditions(path, false, tree.attributes(path) == null);
        new Uploads(handler).put(OverwritePolicy.REPLACE);
    }

    private void makeCollection() throws IOException {
        Path path = request.path();
        if (handler.rfile().read() >= 0) {
            throw new DavException(415, "MKCOL has no content here");
        }
        if (tree.attributes(path) != null) {
            handler.addField("Allow", Methods.allowed(handler));
            throw new DavException(405, "There is something of this name already");
        }
        request.checkConditions(path, false, true);
        try (UploadDirectory directory = request.directory(path)) {
            directory.makeDirectory(DavRequest.name(path));
        }
        handler.addField("Location", request.location(path, true));
        sendEmpty(201);
    }

    private void delete() throws IOException {
        Path path = request.path();
        request.checkNotRoot(path);
        if (handler.target().indexOf('#') >= 0) {
            throw new DavException(400, "A target has no fragment");
        }
        request.existing(path);
        request.checkConditions(path, true, true);
        try (UploadDirectory directory = request.directory(path)) {
            directory.deleteTree(DavRequest.name(path));
        }
        gone(path);
        sendEmpty(204);
    }

    private void gone(Path path) {
        locks.forget(path);
        dead.forget(path);
    }

    private void copyOrMove(boolean moves) throws IOException {
        Path from = request.path();
        BasicFileAttributes source = request.existing(from);
        Path to = request.destination();
        if (moves) {
            request.checkNotRoot(from);
        }
        request.checkNotRoot(to);
        if (to.equals(from) || to.startsWith(from) || from.startsWith(to)) {
            throw new DavException(403, "The destination is in the source, or the source in it");
        }
        String depth = request.depth();
        if (!depth.equals("infinity") && (moves || !depth.equals("0"))) {
            throw new DavException(400, "Depth is not one that " + handler.command() + " can have");
        }
        BasicFileAttributes there = tree.attributes(to);
        checkMayCopy(from, to, there, moves);
        DavCopy copy = new DavCopy(handler, request, dead);
        if (moves) {
            copy.move(from, source, to, there);
            gone(from);
        } else {
            copy.copy(from, source, to, there, depth.equals("infinity"));
        }
        if (there == null) {
            handler.addField("Location", request.location(to, source.isDirectory()));
        }
        sendEmpty(there == null ? 201 : 204);
    }

    private void checkMayCopy(Path from, Path to, @Nullable BasicFileAttributes there, boolean moves)
            throws IOException {
        Set<String> tokens = IfField.parse(handler.headers().get("If")).tokens();
        request.checkIf(from);
        if (moves) {
            request.checkLocks(from, true, true, tokens);
        }
        if (there != null && handler.headers().get("Overwrite", "T").equalsIgnoreCase("F")) {
            throw new DavException(412, "There is something at the destination already");
        }
        request.checkLocks(to, true, there == null, tokens);
    }

    // Answers.

    private static StringBuilder begin() {
        return new StringBuilder(4096).append("<D:multistatus xmlns:D=\"DAV:\">\n");
    }

    private void sendXml(int status, String xml) throws IOException {
        byte[] content = (XML + xml).getBytes(StandardCharsets.UTF_8);
        handler.sendResponse(status);
        handler.sendHeader("Content-Type", CONTENT_TYPE);
        handler.sendHeader("Content-Length", content.length);
        handler.endHeaders();
        handler.wfile().write(content);
    }

    private void sendEmpty(int status) throws IOException {
        handler.sendResponse(status);
        if (status != HTTPStatus.NO_CONTENT.value()) {
            handler.sendHeader("Content-Length", 0);
        }
        handler.endHeaders();
    }
}
