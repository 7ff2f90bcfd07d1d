package dev.gangway.handler;

import dev.gangway.handler.files.LinkPolicy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The attributes of {@link SimpleHTTPRequestHandler}. */
abstract class FileAttributes extends BaseHTTPRequestHandler {
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

    FileAttributes(Path directory) {
        this.directory = directory;
    }

    /**
     * Returns the directory that is served ("http.server: directory").
     *
     * @return the working directory of the process, unless another was given
     */
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
     * Sets which symbolic links below {@link #directory()} are followed. What may not be followed is missing. Under
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
}
