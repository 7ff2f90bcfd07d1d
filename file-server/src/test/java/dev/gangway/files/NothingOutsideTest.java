package dev.gangway.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.host.MemoryHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Paths and names made at random, always the same ones: nothing outside of the directory is read or written, and no handler fails. The
 * system property {@code generated.paths} makes it more of them.
 */
class NothingOutsideTest {
    private static final int COUNT = Integer.getInteger("generated.paths", 8_000);

    private static final String[] PIECES = {
        "/",
        "/",
        "/",
        "..",
        ".",
        "%2e%2e",
        "%2E.",
        "%2f",
        "%5c",
        "\\",
        "secret.txt",
        "outside",
        "root",
        "in",
        "out",
        "up",
        "file.txt",
        "dir",
        ".hidden",
        "%00",
        "%ED%B3%BF",
        "%C0%AF",
        "//",
        ";",
        "?archive=zip",
        "?json",
        "a b",
        "%20",
        "\u00e9",
        "C:",
        "~",
        "%252e%252e",
        ".file.txt.part-0123456789abcdef0123456789abcdef",
        "nul",
        "CON",
        ".well-known"
    };
    private static final String[] METHODS = {
        "GET", "GET", "HEAD", "PUT", "POST", "PROPFIND", "DELETE", "MKCOL", "MOVE", "COPY", "LOCK", "PROPPATCH"
    };

    @TempDir
    Path folder = Path.of("");

    @Test
    void readsAndWritesNothingOutside() throws Exception {
        Path root = folder.resolve("root");
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.createDirectories(root.resolve("dir"));
        Files.writeString(folder.resolve("secret.txt"), "TOP-SECRET");
        Files.writeString(outside.resolve("secret.txt"), "TOP-SECRET");
        Files.writeString(root.resolve(".hidden"), "TOP-SECRET");
        Files.createSymbolicLink(root.resolve("out"), outside);
        Files.createSymbolicLink(root.resolve("up"), Path.of(".."));
        Files.createSymbolicLink(root.resolve("in"), Path.of("dir"));
        TreeSet<String> before = outsideOf(root);
        MemoryHost host = new MemoryHost(() -> {
            FileHTTPRequestHandler handler = new FileHTTPRequestHandler(root);
            handler.upload(true);
            handler.overwrite("replace");
            handler.webdav("write");
            handler.archive(true);
            return handler;
        });
        Random random = new Random(20261128);
        for (int i = 0; i < COUNT; i++) {
            String request = request(random);
            byte[] response = host.exchange(request.getBytes(StandardCharsets.ISO_8859_1));
            assertFalse(
                    new String(response, StandardCharsets.ISO_8859_1).contains("TOP-SECRET"),
                    () -> "leaked by " + request);
            assertTrue(host.errors().isEmpty(), () -> request + host.errors());
        }
        assertEquals(before, outsideOf(root));
        assertEquals("TOP-SECRET", Files.readString(outside.resolve("secret.txt")));
        assertEquals("TOP-SECRET", Files.readString(root.resolve(".hidden")));
    }

    private static String request(Random random) {
        String method = METHODS[random.nextInt(METHODS.length)];
        StringBuilder request = new StringBuilder(method)
                .append(' ')
                .append(path(random))
                .append(" HTTP/1.1\r\nHost: localhost\r\nDepth: 1\r\n");
        if (method.equals("MOVE") || method.equals("COPY")) {
            request.append("Destination: ").append(path(random)).append("\r\n");
        }
        String content = "evil";
        if (method.equals("POST")) {
            request.append("Content-Type: multipart/form-data; boundary=XX\r\n");
            content = "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\""
                    + path(random).substring(1) + "\"\r\n\r\nevil\r\n--XX--\r\n";
        }
        if (method.equals("PUT") || method.equals("POST")) {
            int length = content.getBytes(StandardCharsets.ISO_8859_1).length;
            request.append("Content-Length: ").append(length).append("\r\n\r\n").append(content);
            return request.toString();
        }
        return request.append("\r\n").toString();
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder("/");
        for (int i = random.nextInt(6); i >= 0; i--) {
            path.append(PIECES[random.nextInt(PIECES.length)]);
            path.append(random.nextBoolean() ? "/" : "");
        }
        return path.toString().replace(" ", "%20");
    }

    private TreeSet<String> outsideOf(Path root) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                found.add(directory.toString());
                return directory.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                found.add(file + " " + Files.readString(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
