package dev.gangway.files;

import dev.gangway.files.dav.DavException;
import dev.gangway.files.dav.IfField;
import dev.gangway.files.dav.Locks;
import dev.gangway.files.upload.UploadDirectory;
import dev.gangway.files.upload.UploadName;
import dev.gangway.files.values.PathPrefix;
import dev.gangway.handler.files.FileNames;
import dev.gangway.handler.files.FileTree;
import dev.gangway.http.syntax.RequestTarget;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files that a request of WebDAV names, and the conditions under which it is carried out. */
final class DavRequest {
    private final FileHTTPRequestHandler handler;
    private final FileTree tree;
    private final Locks locks;

    DavRequest(FileHTTPRequestHandler handler, Locks locks) {
        this.handler = handler;
        this.tree = handler.visibleTree();
        this.locks = locks;
    }

    /** Returns the value of the field {@code Depth}; {@code infinity} if there is none (RFC 4918 §10.2). */
    String depth() {
        return handler.headers().get("Depth", "infinity").strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the file that the request's target means. */
    Path path() throws DavException {
        return path(handler.target());
    }

    private Path path(String target) throws DavException {
        Path path;
        try {
            path = handler.translatePath(target).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new DavException(400, "No file can have this name");
        }
        if (UploadName.isTooLong(FileNames.text(path)) && Methods.writes(handler.command())) {
            throw new DavException(400, "No file can have a name of more than " + UploadName.MAX_BYTES + " bytes");
        }
        if (!handler.names().seesAll(handler.directory(), path)) {
            boolean reads = handler.command().equals("PROPFIND");
            throw new DavException(reads ? 404 : 403, "Names that begin with a dot are not served here");
        }
        return path;
    }

    /** Returns the file that the field {@code Destination} means (RFC 4918 §10.3). */
    Path destination() throws DavException {
        String field = handler.headers().get("Destination");
        if (field == null) {
            throw new DavException(400, "Destination is missing");
        }
        String authority = RequestTarget.authority(field);
        String host = handler.headers().get("Host");
        if (authority != null && host != null && !authority.equalsIgnoreCase(host)) {
            throw new DavException(502, "The destination is on another server");
        }
        String target = RequestTarget.originForm(field);
        String mount = handler.connection().mountPath();
        if (target.startsWith(mount + "/")) {
            target = target.substring(mount.length());
        }
        if (PathPrefix.strip(handler.pathPrefix(), target) == null) {
            throw new DavException(502, "The destination is on another server");
        }
        return path(target);
    }

    /** Looks at a file that has to be there. */
    BasicFileAttributes existing(Path path) throws IOException {
        BasicFileAttributes found = tree.attributes(path);
        boolean slash = RequestTarget.hasTrailingSlash(handler.target());
        if (found == null || !(found.isDirectory() || (found.isRegularFile() && !slash))) {
            throw new DavException(404, "There is no such file");
        }
        return found;
    }

    /** Refuses to change the served directory itself. */
    void checkNotRoot(Path path) throws DavException {
        if (path.equals(handler.directory().toAbsolutePath())) {
            throw new DavException(403, "The served directory itself stays");
        }
    }

    /** Opens the directory that a file is in. */
    UploadDirectory directory(Path file) throws IOException {
        Path parent = file.getParent();
        BasicFileAttributes found = parent == null ? null : tree.attributes(parent);
        if (parent == null || found == null || !found.isDirectory()) {
            throw new DavException(409, "The directory is missing");
        }
        return UploadDirectory.open(handler.directory(), parent);
    }

    /** Returns the last name of a path. */
    static Path name(Path file) throws DavException {
        Path name = file.getFileName();
        if (name == null) {
            throw new DavException(403, "A root has no name");
        }
        return name;
    }

    /** Returns the address of a file, for a client. */
    String href(Path path, boolean directory) {
        return handler.connection().mountPath() + location(path, directory);
    }

    /** Returns the value of {@code Location} for a path; a host that mounts the handler puts its own part in front. */
    String location(Path path, boolean directory) {
        String whole = new WriteTarget(handler).location(path, "");
        return directory ? whole : whole.substring(0, whole.length() - 1);
    }

    // Conditions.

    /** Refuses a change that the field {@code If} or a lock forbids. */
    void checkConditions(Path path, boolean deep, boolean changesParent) throws IOException {
        checkIf(path);
        checkLocks(
                path,
                deep,
                changesParent,
                IfField.parse(handler.headers().get("If")).tokens());
    }

    /** Refuses a change that a lock forbids whose token is not named. */
    void checkLocks(Path path, boolean deep, boolean changesParent, Set<String> tokens) throws DavException {
        boolean locked = locks.inTheWay(path, deep, tokens) != null;
        Path parent = path.getParent();
        if (changesParent && parent != null) {
            locked |= locks.inTheWay(parent, false, tokens) != null;
        }
        if (locked) {
            throw new DavException(423, "It is locked");
        }
    }

    /** Refuses a request of which no list of the field {@code If} holds. */
    void checkIf(Path path) throws IOException {
        List<IfField.ConditionList> lists =
                IfField.parse(handler.headers().get("If")).lists();
        for (IfField.ConditionList list : lists) {
            if (holds(list, path)) {
                return;
            }
        }
        if (!lists.isEmpty()) {
            throw new DavException(412, "No list of If holds");
        }
    }

    private boolean holds(IfField.ConditionList list, Path requested) throws IOException {
        Path path = requested;
        if (list.resource() != null) {
            String target = RequestTarget.originForm(list.resource());
            String mount = handler.connection().mountPath();
            path = path(target.startsWith(mount + "/") ? target.substring(mount.length()) : target);
        }
        for (IfField.Condition condition : list.conditions()) {
            boolean is = condition.token() != null
                    ? isLocked(path, condition.token())
                    : String.valueOf(condition.tag()).equals(tag(path));
            if (is == condition.negated()) {
                return false;
            }
        }
        return true;
    }

    private boolean isLocked(Path path, String token) {
        return locks.covering(path).stream().anyMatch(lock -> lock.token().equals(token));
    }

    private @Nullable String tag(Path path) throws IOException {
        BasicFileAttributes found = tree.attributes(path);
        return found == null || !found.isRegularFile() ? null : DavProperties.tag(handler, path, found);
    }
}
