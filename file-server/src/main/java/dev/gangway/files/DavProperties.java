package dev.gangway.files;

import dev.gangway.files.dav.DavXml;
import dev.gangway.files.dav.DeadProperties;
import dev.gangway.files.dav.Lock;
import dev.gangway.files.dav.Locks;
import dev.gangway.files.dav.PropertyName;
import dev.gangway.files.dav.XmlText;
import dev.gangway.handler.files.FileNames;
import dev.gangway.handler.files.Resolution;
import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.OpenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties of a file or directory, as PROPFIND tells them. */
final class DavProperties {
    /** Those that the server makes (RFC 4918 §15). */
    static final Set<String> LIVE = Set.of(
            "creationdate",
            "displayname",
            "getcontentlength",
            "getcontenttype",
            "getetag",
            "getlastmodified",
            "lockdiscovery",
            "quota-available-bytes",
            "quota-used-bytes",
            "resourcetype",
            "supportedlock");

    /** Those that are told if they are asked for by name alone (RFC 4331 §2). */
    private static final Set<String> NAMED_ONLY = Set.of("quota-available-bytes", "quota-used-bytes");

    private static final String SUPPORTED_LOCK =
            "<D:lockentry><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockentry>"
                    + "<D:lockentry><D:lockscope><D:shared/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockentry>";

    private final FileHTTPRequestHandler handler;
    private final Locks locks;
    private final DeadProperties dead;

    DavProperties(FileHTTPRequestHandler handler, Locks locks, DeadProperties dead) {
        this.handler = handler;
        this.locks = locks;
        this.dead = dead;
    }

    /** Writes the response for one resource. */
    void write(StringBuilder to, DavXml.Find find, String href, Path path, BasicFileAttributes attributes) {
        to.append("<D:response><D:href>").append(XmlText.escape(href)).append("</D:href>");
        Map<PropertyName, String> others = dead.of(path);
        Map<PropertyName, String> known = new LinkedHashMap<>();
        List<PropertyName> missing = new ArrayList<>();
        if (find.all() || find.namesOnly()) {
            for (String name : new java.util.TreeSet<>(LIVE)) {
                String value = NAMED_ONLY.contains(name) ? null : live(name, path, attributes);
                if (value != null) {
                    known.put(PropertyName.dav(name), value);
                }
            }
            known.putAll(others);
        }
        for (PropertyName name : find.names()) {
            String value =
                    name.isDav() && LIVE.contains(name.name()) ? live(name.name(), path, attributes) : others.get(name);
            if (value == null) {
                missing.add(name);
            } else {
                known.put(name, value);
            }
        }
        if (!known.isEmpty() || missing.isEmpty()) {
            to.append("<D:propstat><D:prop>");
            known.forEach((name, value) -> XmlText.element(to, name, find.namesOnly() ? "" : value));
            to.append("</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>");
        }
        if (!missing.isEmpty()) {
            to.append("<D:propstat><D:prop>");
            missing.forEach(name -> XmlText.element(to, name, ""));
            to.append("</D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat>");
        }
        to.append("</D:response>\n");
    }

    /** Returns the value of a property that the server makes, as XML; null if this resource has none. */
    private @Nullable String live(String name, Path path, BasicFileAttributes attributes) {
        boolean directory = attributes.isDirectory();
        return switch (name) {
            case "creationdate" ->
                attributes
                        .creationTime()
                        .toInstant()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
            case "displayname" -> XmlText.escape(FileNames.text(path));
            case "getcontentlength" -> directory ? null : Long.toString(attributes.size());
            case "getcontenttype" -> directory ? null : XmlText.escape(handler.guessType(path));
            case "getetag" -> directory ? null : XmlText.escape(tag(handler, path, attributes));
            case "getlastmodified" ->
                handler.dateTimeString(attributes.lastModifiedTime().toInstant());
            case "lockdiscovery" -> discovery(path);
            case "quota-available-bytes", "quota-used-bytes" -> directory ? quota(name, path) : null;
            case "resourcetype" -> directory ? "<D:collection/>" : "";
            default -> handler.webdav().equals("write") ? SUPPORTED_LOCK : "";
        };
    }

    /** Returns how much room there is, which systems that mount the directory show and check before they copy to it. */
    private static @Nullable String quota(String name, Path directory) {
        try {
            java.nio.file.FileStore store = Files.getFileStore(directory);
            long free = store.getUsableSpace();
            return Long.toString(name.equals("quota-available-bytes") ? free : store.getTotalSpace() - free);
        } catch (IOException | UnsupportedOperationException e) {
            return null; // a file system that does not tell
        }
    }

    private String discovery(Path path) {
        StringBuilder text = new StringBuilder();
        for (Lock lock : locks.covering(path)) {
            activeLock(text, lock, "");
        }
        return text.toString();
    }

    /** Writes a lock. */
    static void activeLock(StringBuilder to, Lock lock, String root) {
        to.append("<D:activelock><D:locktype><D:write/></D:locktype><D:lockscope>");
        to.append(lock.exclusive() ? "<D:exclusive/>" : "<D:shared/>").append("</D:lockscope><D:depth>");
        to.append(lock.deep() ? "infinity" : "0").append("</D:depth>");
        if (!lock.owner().isEmpty()) {
            to.append("<D:owner>").append(lock.owner()).append("</D:owner>");
        }
        to.append("<D:timeout>Second-").append(lock.timeout().toSeconds()).append("</D:timeout>");
        to.append("<D:locktoken><D:href>").append(lock.token()).append("</D:href></D:locktoken>");
        if (!root.isEmpty()) {
            to.append("<D:lockroot><D:href>").append(XmlText.escape(root)).append("</D:href></D:lockroot>");
        }
        to.append("</D:activelock>");
    }

    /** Returns the entity tag of a file. */
    static String tag(FileHTTPRequestHandler handler, Path path, BasicFileAttributes attributes) {
        try (OpenFile file = handler.visibleTree().open(path, attributes, FileStore.of(handler.server()))) {
            return handler.tag(new Resolution.Found(path, attributes), file).toString();
        } catch (IOException e) {
            return "W/\"unreadable\"";
        }
    }
}
