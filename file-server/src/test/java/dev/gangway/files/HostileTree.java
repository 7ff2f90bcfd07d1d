package dev.gangway.files;

import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.FileStoreOwner;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerServer;
import dev.gangway.host.MemoryHost;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.Base64;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A served directory with all that may tempt a client: secrets beside it, links that lead out of it, hidden names. Requests must neither
 * read nor change a file outside, nor a hidden one.
 */
final class HostileTree {
    // A fuzzer reads constants, and what strings are compared with, and would send a secret that it knows.
    private static final String OUTSIDE = UUID.randomUUID().toString();
    private static final String HIDDEN = UUID.randomUUID().toString();
    private static final String LINKED = UUID.randomUUID().toString();

    private final Path folder;
    private final Path root;
    private final TreeSet<String> outside;
    private final MemoryHost[] hosts = new MemoryHost[4];
    private final FileStore store = new FileStore(100, Clock.systemUTC());

    HostileTree(Path folder) throws IOException {
        this.folder = folder;
        this.root = folder.resolve("root");
        Files.createDirectories(folder.resolve("outside"));
        Files.writeString(folder.resolve("secret.txt"), OUTSIDE);
        Files.writeString(folder.resolve("outside/secret.txt"), OUTSIDE);
        Files.writeString(folder.resolve("rootsecret"), OUTSIDE);
        build();
        outside = outside();
        for (int i = 0; i < hosts.length; i++) {
            int policy = i;
            hosts[i] = new MemoryHost(() -> {
                FileHTTPRequestHandler handler = new Keeping(root);
                handler.symbolicLinks(policy % 2 == 0 ? "inside" : "never");
                handler.hidden(policy / 2 == 0 ? "hide" : "show");
                handler.upload(true);
                handler.overwrite("replace");
                handler.webdav("write");
                handler.archive(true);
                handler.cleanUrls(true);
                return handler;
            });
        }
    }

    /** A handler on a server that keeps files and directories open, as the servers of sockets do. */
    private final class Keeping extends FileHTTPRequestHandler {
        Keeping(Path directory) {
            super(directory);
        }

        @Override
        public HandlerServer server() {
            return new KeepingServer(super.server(), store);
        }
    }

    private record KeepingServer(HandlerServer server, FileStore fileStore) implements HandlerServer, FileStoreOwner {
        @Override
        public String serverName() {
            return server.serverName();
        }

        @Override
        public int serverPort() {
            return server.serverPort();
        }

        @Override
        public Object attribute(String name) {
            return server.attribute(name);
        }

        @Override
        public void attribute(String name, Object value) {
            server.attribute(name, value);
        }

        @Override
        public void log(String line) {
            server.log(line);
        }

        @Override
        public void handleError(HandlerConnection connection, Throwable error) {
            server.handleError(connection, error);
        }
    }

    /** Returns how many ways there are to serve the directory. */
    int policies() {
        return hosts.length;
    }

    /** Makes the served directory what it was at first. */
    void build() throws IOException {
        store.sweep();
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            delete(root);
        }
        Files.createDirectories(root.resolve("dir"));
        Files.createDirectories(root.resolve(".store"));
        Files.writeString(root.resolve("file.txt"), "file");
        Files.writeString(root.resolve("dir/file.txt"), "file");
        Files.writeString(root.resolve(".hidden"), HIDDEN);
        Files.writeString(root.resolve(".store/secret.txt"), LINKED);
        Files.createSymbolicLink(root.resolve("out"), folder.resolve("outside"));
        Files.createSymbolicLink(root.resolve("outfile"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("up"), Path.of(".."));
        Files.createSymbolicLink(root.resolve("in"), Path.of(".store"));
        Files.createSymbolicLink(root.resolve("loop"), Path.of("."));
    }

    /**
     * Sends requests, and fails if the response shows a secret, or the handler fails.
     *
     * @param policy 0 up to {@link #policies()}
     * @param requests one or more requests
     * @return the response
     */
    String send(int policy, String requests) throws IOException {
        MemoryHost host = hosts[policy];
        byte[] response = host.exchange(requests.getBytes(StandardCharsets.ISO_8859_1));
        String text = new String(response, StandardCharsets.ISO_8859_1);
        String seen = text + unpacked(text);
        boolean hides = policy / 2 == 0;
        require(!shows(seen, OUTSIDE), "shows a file outside", requests);
        require(!hides || !shows(seen, HIDDEN), "shows a hidden file", requests);
        require(!hides || policy % 2 == 0 || !shows(seen, LINKED), "follows a link", requests);
        require(host.errors().isEmpty(), String.valueOf(host.errors()), requests);
        return text;
    }

    private static boolean shows(String seen, String secret) {
        return Pattern.compile(secret, Pattern.LITERAL).matcher(seen).find();
    }

    /** Fails if something outside of the served directory has changed, or something that is hidden. */
    void check(String requests) throws IOException {
        require(outside.equals(outside()), "changes a file outside", requests);
    }

    /** Fails if a hidden file has changed. */
    void checkHidden(String requests) throws IOException {
        boolean same = Files.exists(root.resolve(".hidden"))
                && Files.readString(root.resolve(".hidden")).hashCode() == HIDDEN.hashCode();
        require(same, "changes a hidden file", requests);
    }

    private static void require(boolean holds, String fault, String requests) {
        if (!holds) {
            throw new AssertionError(fault + ": " + requests);
        }
    }

    /** Returns names and contents of an archive in a response; an empty text if there is none. */
    private static String unpacked(String response) throws IOException {
        int end = response.indexOf("\r\n\r\n");
        if (end < 0 || !response.startsWith("HTTP/1.1 200") || !response.contains("Content-Disposition: attachment")) {
            return "";
        }
        if (!response.contains("Transfer-Encoding: chunked")) {
            return "";
        }
        byte[] archive = unchunked(response.substring(end + 4));
        StringBuilder text = new StringBuilder();
        if (response.contains("application/zip")) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    require(
                            !("/" + entry.getName() + "/").contains("/../"),
                            "has a name that leads out",
                            entry.getName());
                    text.append(entry.getName()).append(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
        } else if (archive.length > 0) {
            try (GZIPInputStream tar = new GZIPInputStream(new ByteArrayInputStream(archive))) {
                text.append(new String(tar.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    /** Takes chunks apart; ends where they do. */
    private static byte[] unchunked(String chunks) {
        StringBuilder content = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int lineEnd = chunks.indexOf("\r\n", at);
            int length = lineEnd < 0 ? 0 : Integer.parseInt(chunks.substring(at, lineEnd), 16);
            if (length == 0) {
                break;
            }
            content.append(chunks, lineEnd + 2, lineEnd + 2 + length);
            at = lineEnd + 2 + length + 2;
        }
        return content.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Writes a request for a method, a target, and one more path that the method may need. */
    static String request(String method, String target, String other) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nDepth: 1\r\n");
        String content = "";
        switch (method) {
            case "MOVE", "COPY" -> head.append("Destination: ").append(other).append("\r\n");
            case "PUT" -> content = "evil";
            case "POST" -> {
                head.append("Content-Type: multipart/form-data; boundary=XX\r\n");
                content = "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + other.substring(1)
                        + "\"\r\n\r\nevil\r\n--XX--\r\n";
            }
            case "TUS" -> {
                String name =
                        Base64.getEncoder().encodeToString(other.substring(1).getBytes(StandardCharsets.ISO_8859_1));
                head.replace(0, 3, "POST");
                head.append("Tus-Resumable: 1.0.0\r\nUpload-Length: 0\r\nUpload-Metadata: filename ")
                        .append(name)
                        .append("\r\n");
            }
            case "PATCH" -> {
                head.append("Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                        + "Content-Type: application/offset+octet-stream\r\n");
                content = "evil";
            }
            case "PROPPATCH" ->
                content = "<propertyupdate xmlns='DAV:'><set><prop><Win32LastModifiedTime"
                        + " xmlns='urn:schemas-microsoft-com:'>Thu, 09 Oct 2025 17:54:43 GMT</Win32LastModifiedTime>"
                        + "</prop></set></propertyupdate>";
            case "LOCK" -> {
                int depth = head.indexOf("Depth: 1");
                head.replace(depth, depth + 8, "Timeout: Second-1\r\nDepth: 0");
                content =
                        "<lockinfo xmlns='DAV:'><lockscope><shared/></lockscope><locktype><write/></locktype></lockinfo>";
            }
            case "PROPFIND" -> head.append("X: y\r\n");
            default -> {
                int depth = head.indexOf("Depth: 1\r\n");
                head.delete(depth, depth + 10);
            }
        }
        int length = content.getBytes(StandardCharsets.ISO_8859_1).length;
        return head + "Content-Length: " + length + "\r\n\r\n" + content;
    }

    private TreeSet<String> outside() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                found.add(directory.toString());
                return directory.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                found.add(file + " " + attributes.lastModifiedTime() + " " + Files.readString(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    static void delete(Path tree) {
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path directory, @org.jspecify.annotations.Nullable IOException e) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
