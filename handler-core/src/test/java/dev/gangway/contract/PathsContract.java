package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which file a path means, and which are never served. */
public abstract class PathsContract extends FilesFixture {
    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "/dir, 301, /dir/",
        "/dir?a=b, 301, /dir/?a=b",
        "/dir/page.html/, 404, ''",
        "/dir/page.html%2F, 404, ''",
        "/index/, 200, ''",
        "/nothing, 404, ''",
        "/%00, 404, ''",
        "/dir/../../../digits.txt, 200, ''",
        "http://other/digits.txt, 200, ''",
        "http://other/dir?q, 301, http://other/dir/?q",
        "http://[::1]:80/digits.txt, 200, ''",
        "http://h%41:65535/digits.txt, 200, ''",
        "http://[v1.x]/digits.txt, 200, ''",
        "http://other:8z/digits.txt, 400, ''",
        "http://other:99999/digits.txt, 400, ''",
        "http://h%zz/digits.txt, 400, ''",
        "http://[]/digits.txt, 400, ''",
        "http://[1.2.3.4]/digits.txt, 400, ''",
        "http://[::1%25eth0]/digits.txt, 400, ''",
        "http://user@other/digits.txt, 400, ''",
        "http:///digits.txt, 400, ''",
        "http://:80/digits.txt, 400, ''"
    })
    void findsOutWhatAPathMeans(String target, int status, String location) throws Exception {
        Assumptions.assumeFalse(host().refuses(target), HostDifference.OWN_PARSER::reason);
        RawResponse response = ask("GET", target);
        assertEquals(status, response.status());
        assertEquals(location, String.join("", response.all("Location")));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"a.example:99999", "a:8z", "h%zz", "[]", "[1.2.3.4]", "[::1", "[::1%25eth0]", "user@a", "a/b"})
    void areServedForAHostAlone(String name) throws Exception {
        String request = "GET /digits.txt HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n";
        RawResponse response = responses(files11(), request, "GET").get(0);
        assertEquals(400, response.status());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/inner/../../secret.txt",
                "/./.././secret.txt",
                "/%2e%2e%2fsecret.txt",
                "/..%00/secret.txt",
                "/%252e%252e/secret.txt",
                "/..\\secret.txt",
                "/..%5csecret.txt",
                "/%c0%ae%c0%ae/secret.txt"
            })
    void neverLeavesTheDirectory(String path) throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        write("secret.txt", "secret");
        RunningHost host = start(() -> new SimpleHTTPRequestHandler(inner));
        RawResponse response = ask(host, "GET", path);
        assertFalse(response.text().contains("secret\n") || response.text().equals("secret"));
        assertTrue(response.status() == 404 || response.status() == 400, () -> "status " + response.status());
        assertEquals(List.of(), host.takeErrors());
    }

    @Test
    void redirectsNeverToAnotherServer() throws Exception {
        Files.createDirectories(folder.resolve("folder"));
        RunningHost host = start(files10());
        for (String path :
                List.of("//evil/%2e%2e/folder", "/\\evil/../folder", "////folder", "/%0d%0aX:%20y/../folder")) {
            byte[] all = host.exchange(latin("GET " + path + " HTTP/1.0\r\n\r\n"));
            RawResponse response = RawResponse.readOne(all, "GET");
            String location = response.field("Location").orElse("/");
            assertTrue(location.matches("/(?![/\\\\]).*"), location);
            assertEquals(List.of(), response.all("X"));
        }
    }

    @Test
    void sendsNothingOfAFileThatSaysItIsEmpty() throws Exception {
        Path uptime = Path.of("/proc/uptime");
        Assumptions.assumeTrue(Files.isReadable(uptime), "no /proc here");
        Path link = Files.createSymbolicLink(folder.resolve("uptime"), uptime);
        try {
            RawResponse response = ask("GET", "/uptime");
            assertEquals(200, response.status());
            assertEquals(List.of("0"), response.all("Content-Length"));
        } finally {
            Files.delete(link); // or the folder could not be removed
        }
    }

    @Test
    void neverOpensWhatIsNoFile() throws Exception {
        makePipe(folder.resolve("fifo"));
        Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("tty"), Path.of("/dev/tty"));
        Files.createDirectory(folder.resolve("special"));
        makePipe(folder.resolve("special/index.html"));
        // The path of a socket is limited to some hundred bytes.
        Path shortFolder = Files.createTempDirectory("gw");
        Path socket = shortFolder.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Files.createSymbolicLink(folder.resolve("socket"), socket);
            for (String policy : List.of("follow", "inside", "never")) {
                try (RunningHost host = host().start(files11(handler -> handler.symbolicLinks(policy)))) {
                    for (String name : List.of("fifo", "zero", "tty", "socket", "special/index.html")) {
                        assertEquals(404, ask(host, "GET", "/" + name).status(), policy + " " + name);
                    }
                    // A directory is no index page.
                    assertEquals(200, ask(host, "GET", "/special/").status(), policy);
                }
            }
        } finally {
            for (Path outside :
                    List.of(socket, folder.resolve("zero"), folder.resolve("tty"), folder.resolve("socket"))) {
                Files.deleteIfExists(outside);
            }
            Files.delete(shortFolder);
        }
    }

    private static void makePipe(Path path) throws IOException, InterruptedException {
        try {
            Process mkfifo =
                    new ProcessBuilder("mkfifo", path.toString()).inheritIO().start();
            Assumptions.assumeTrue(
                    mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0, "mkfifo does not work here");
        } catch (IOException e) {
            Assumptions.abort("there is no mkfifo");
        }
    }

    @ParameterizedTest(name = "{0}: {1} inside, {2} outside")
    @CsvSource({"follow, 200, 200", "inside, 200, 404", "never, 404, 404"})
    void followsLinksAsItIsTold(String policy, int inside, int outside) throws Exception {
        Path secret = write("secret", "secret");
        Path root = write("root/public", "public").getParent();
        Files.createSymbolicLink(root.resolve("inside"), Path.of("public"));
        Files.createSymbolicLink(root.resolve("outside"), secret);
        RunningHost host = start(files11(handler -> {
            handler.symbolicLinks(policy);
            handler.directory(root);
        }));
        assertEquals(200, ask(host, "GET", "/public").status());
        assertEquals(inside, ask(host, "GET", "/inside").status());
        assertEquals(outside, ask(host, "GET", "/outside").status());
        assertEquals(outside == 200, ask(host, "GET", "/").text().contains("outside"), "listed");
    }

    @Test
    void knowsThreePoliciesForLinks() {
        SimpleHTTPRequestHandler handler = new SimpleHTTPRequestHandler(folder);
        assertThrows(IllegalArgumentException.class, () -> handler.symbolicLinks("sometimes"));
    }

    @Test
    void cannotServeWhatItMayNotRead() throws Exception {
        Path file = write("forbidden", "x");
        Path directory = Files.createDirectory(folder.resolve("closed"));
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "permissions of POSIX");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything");
        RunningHost host = start(files11());
        RawResponse forbidden = ask(host, "GET", "/forbidden");
        assertEquals("404 File not found", forbidden.status() + " " + forbidden.reason());
        RawResponse closed = ask(host, "GET", "/closed/");
        assertEquals("404 No permission to list directory", closed.status() + " " + closed.reason());
    }
}
