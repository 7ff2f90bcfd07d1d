package dev.gangway.files;

import dev.gangway.files.content.AcceptField;
import dev.gangway.files.content.GzipContent;
import dev.gangway.files.listing.JsonListing;
import dev.gangway.files.listing.ListedFile;
import dev.gangway.files.listing.ListingOrder;
import dev.gangway.files.listing.ListingPage;
import dev.gangway.files.values.PathPrefix;
import dev.gangway.handler.files.DirectoryEntry;
import dev.gangway.handler.files.FileNames;
import dev.gangway.handler.files.FileTree;
import dev.gangway.handler.files.FilesUnavailableException;
import dev.gangway.http.HTTPStatus;
import dev.gangway.http.syntax.NameText;
import dev.gangway.http.syntax.PercentCoding;
import dev.gangway.http.syntax.RequestTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer to a request for a directory without an index page. */
final class Listing {
    private static final Set<String> README = Set.of("readme", "readme.txt", "readme.md");
    private static final int MAX_README_BYTES = 64 * 1024;
    private static final int MIN_COMPRESSED_ENTRIES = 8;

    private final FileHTTPRequestHandler handler;
    private final Path directory;

    Listing(FileHTTPRequestHandler handler, Path directory) {
        this.handler = handler;
        this.directory = directory;
    }

    /** Whether the client prefers JSON. */
    boolean isJson() {
        if (Arrays.asList(handler.query().split("&", -1)).contains("json")) {
            return true;
        }
        List<String> accepted = handler.headers().getAll("Accept");
        return AcceptField.mediaType(accepted, "application/json") > AcceptField.mediaType(accepted, "text/html");
    }

    /** Sends the head for a listing in JSON. */
    @Nullable InputStream sendJson() throws IOException {
        List<ListedFile> files = files(ListingOrder.BY_NAME);
        if (files == null) {
            return null;
        }
        String path = "/" + String.join("/", names());
        return send(JsonListing.CONTENT_TYPE, JsonListing.of(path.endsWith("/") ? path : path + "/", files), files);
    }

    /** Sends the head for a page. */
    @Nullable InputStream sendPage() throws IOException {
        ListingOrder order = ListingOrder.of(handler.query());
        List<ListedFile> files = files(order);
        if (files == null) {
            return null;
        }
        List<String> names = names();
        ListingPage page = new ListingPage(
                names,
                root(names),
                order,
                handler.upload(),
                handler.archive(),
                readme(files),
                name -> handler.guessType(Path.of(isPlain(name) ? name : "a" + suffix(name))));
        handler.addField("Content-Security-Policy", ListingPage.POLICY);
        return send(ListingPage.CONTENT_TYPE, page.write(files), files);
    }

    private InputStream send(String type, InputStream content, List<ListedFile> files) throws IOException {
        List<String> accepted = handler.headers().getAll("Accept-Encoding");
        boolean worth = handler.compress() && files.size() >= MIN_COMPRESSED_ENTRIES;
        int weight = AcceptField.coding(accepted, "gzip");
        boolean compressed = worth && weight > 0 && weight >= AcceptField.coding(accepted, "identity");
        handler.sendResponse(HTTPStatus.OK);
        handler.sendHeader("Content-type", type);
        if (compressed) {
            handler.sendHeader("Content-Encoding", "gzip");
        }
        if (worth) {
            handler.sendHeader("Vary", "Accept-Encoding");
        }
        return handler.endHeadersFor(compressed ? new GzipContent(content) : content);
    }

    /** Returns the entries of the directory, in order; null if an error has been sent. */
    private @Nullable List<ListedFile> files(ListingOrder order) throws IOException {
        List<DirectoryEntry> entries;
        try {
            entries = handler.visibleTree().entries(directory);
        } catch (FilesUnavailableException e) {
            handler.sendNoFiles(e);
            return null;
        } catch (IOException e) {
            handler.sendError(HTTPStatus.NOT_FOUND, "No permission to list directory");
            return null;
        }
        List<ListedFile> files = new ArrayList<>(entries.size());
        for (DirectoryEntry entry : entries) {
            files.add(ListedFile.of(entry));
        }
        order.sort(files);
        return files;
    }

    /** Returns the names of the directories on the way down from the served one. */
    private List<String> names() {
        Path root = handler.directory().toAbsolutePath();
        Path end = directory.toAbsolutePath();
        List<String> names = new ArrayList<>();
        for (Path at = end; end.startsWith(root) && at != null && at.getNameCount() > root.getNameCount(); ) {
            names.add(0, FileNames.text(at));
            at = at.getParent();
        }
        return names;
    }

    /**
     * Returns the address of the served directory. A relative one also holds behind a proxy that takes away a part of the path;
     * it does not where the path has empty segments or the like.
     */
    private String root(List<String> names) {
        String target = handler.target();
        String below = PathPrefix.strip(handler.pathPrefix(), target.substring(0, RequestTarget.endOfPath(target)));
        StringBuilder canonical = new StringBuilder("/");
        for (String name : names) {
            canonical.append(PercentCoding.quote(NameText.encodeLossy(name))).append('/');
        }
        if (canonical.toString().equals(below)) {
            return names.isEmpty() ? "./" : "../".repeat(names.size());
        }
        return handler.connection().mountPath() + handler.pathPrefix() + "/";
    }

    private @Nullable String readme(List<ListedFile> files) {
        for (ListedFile file : files) {
            if (!file.directory() && README.contains(file.name().toLowerCase(java.util.Locale.ROOT))) {
                return text(FileNames.resolve(directory, file.name()));
            }
        }
        return null;
    }

    private @Nullable String text(Path file) {
        FileTree tree = handler.visibleTree();
        ByteBuffer bytes = ByteBuffer.allocate(MAX_README_BYTES);
        try {
            if (!tree.isFile(file)) {
                return null;
            }
            try (FileChannel channel = tree.open(file)) {
                while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                    // As much as there is room for.
                }
            }
        } catch (IOException e) {
            return null; // the list is there without it
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    /** The type goes by the end of the name alone, and a name may be none that a path can hold. */
    private static String suffix(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && isPlain(name.substring(dot)) ? name.substring(dot) : "";
    }

    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '/' && c != ':' && c != '\\');
    }
}
