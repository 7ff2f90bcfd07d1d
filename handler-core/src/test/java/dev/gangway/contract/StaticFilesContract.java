package dev.gangway.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link SimpleHTTPRequestHandler} does beyond the recorded transcripts, on any host. */
@Timeout(60)
public abstract class StaticFilesContract extends HostContract {
    private static final Instant MODIFIED = Instant.parse("2023-11-14T22:13:20.5Z");
    private static final String MODIFIED_TEXT = "Tue, 14 Nov 2023 22:13:20 GMT";

    @TempDir
    Path folder;

    /** A handler that speaks HTTP/1.1. */
    public static class Files11 extends SimpleHTTPRequestHandler {
        @SuppressWarnings("this-escape") // The setter keeps the value.
        public Files11(Path directory) {
            super(directory);
            protocolVersion("HTTP/1.1");
        }

        @Override
        public void logMessage(String format, @Nullable Object... args) {}
    }

    @BeforeEach
    void makeFiles() throws IOException {
        write("digits.txt", "0123456789");
        Files.createDirectory(folder.resolve("dir"));
        write("dir/page.html", "<p>");
        Files.createDirectory(folder.resolve("index"));
        write("index/index.html", "home");
    }

    private Path write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
        return file;
    }

    private RawResponse get(String target, String... fields) throws Exception {
        return only(new Files11Factory(folder), "GET", target, fields);
    }

    private record Files11Factory(Path folder) implements dev.gangway.host.HandlerFactory {
        @Override
        public Files11 get() {
            return new Files11(folder);
        }
    }

    private RawResponse only(dev.gangway.host.HandlerFactory factory, String method, String target, String... fields)
            throws Exception {
        String request =
                request(method + " " + target, fields).replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
        return RawResponse.readOne(start(factory).exchange(latin(request)), method);
    }

    /** One server is asked after each change: whatever it keeps of a file must not outlive it. */
    @Test
    void aFileIsSentAsItIsWhenItIsAskedFor() throws Exception {
        Path file = folder.resolve("file.txt");
        RunningHost host = start(new Files11Factory(folder));
        write("file.txt", "first");
        assertEquals("first", body(host));
        write("file.txt", "equal");
        assertEquals("equal", body(host), "overwritten, with the length and the time that it had");
        write("file.txt", "longer than it was");
        assertEquals("longer than it was", body(host));
        write("file.txt", "");
        assertEquals("", body(host));
        Files.move(write("other.txt", "moved"), file, StandardCopyOption.REPLACE_EXISTING);
        assertEquals("moved", body(host), "another file with its name");
        Files.delete(file);
        assertEquals(404, status(host));
        Files.createDirectory(file);
        assertEquals(301, status(host));
        Files.delete(file);
        write("file.txt", "again");
        assertEquals("again", body(host));
    }

    private static String body(RunningHost host) throws Exception {
        return text(ask(host));
    }

    private static int status(RunningHost host) throws Exception {
        return ask(host).status();
    }

    private static RawResponse ask(RunningHost host) throws Exception {
        return RawResponse.readOne(
                host.exchange(latin("GET /file.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")), "GET");
    }

    private static String text(RawResponse response) {
        return new String(response.body(), ISO_8859_1);
    }

    private static String names(RawResponse response) {
        return response.fields().stream().map(Map.Entry::getKey).collect(Collectors.joining(" "));
    }

    private static String field(RawResponse response, String name) {
        List<String> values = response.all(name);
        assertEquals(1, values.size(), name);
        return values.get(0);
    }

    @Test
    @Needs(without = HostDifference.OWN_FRAMING)
    void aFileThatIsSentOver11HasAnEntityTag() throws Exception {
        RawResponse response = get("/digits.txt");
        assertEquals(200, response.status());
        assertEquals("0123456789", text(response));
        assertEquals(
                "Server Date Content-type Content-Length Last-Modified ETag Accept-Ranges",
                names(response).replace(" Connection", ""));
        assertEquals(MODIFIED_TEXT, field(response, "Last-Modified"));
        assertTrue(field(response, "ETag").matches("\"[0-9a-f]+-a\""), () -> field(response, "ETag"));
        assertEquals("bytes", field(response, "Accept-Ranges"));
    }

    @Test
    @Needs(without = HostDifference.OWN_FRAMING)
    void aFileThatIsSentOver10HasTheFieldsThatCPythonSends() throws Exception {
        byte[] bytes =
                start(() -> new SimpleHTTPRequestHandler(folder)).exchange(latin("GET /digits.txt HTTP/1.0\r\n\r\n"));
        RawResponse response = RawResponse.readOne(bytes, "GET");
        assertEquals("Server Date Content-type Content-Length Last-Modified", names(response));
    }

    @Test
    void theAttributesSwitchOffWhatCPythonHasNot() throws Exception {
        RawResponse response = only(
                () -> {
                    SimpleHTTPRequestHandler handler = new Files11(folder);
                    handler.ranges(false);
                    handler.entityTags(false);
                    return handler;
                },
                "GET",
                "/digits.txt",
                "Range: bytes=0-1",
                "If-None-Match: *",
                "If-Modified-Since: " + MODIFIED_TEXT);
        assertEquals(200, response.status());
        assertEquals("0123456789", text(response));
        assertTrue(
                response.all("ETag").isEmpty() && response.all("Accept-Ranges").isEmpty());
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    bytes=0-0      | bytes 0-0/10 | 0
                    bytes=3-5      | bytes 3-5/10 | 345
                    bytes=8-       | bytes 8-9/10 | 89
                    bytes=-3       | bytes 7-9/10 | 789
                    bytes=0-3,2-5  | bytes 0-5/10 | 012345
                    bytes=0-99     | bytes 0-9/10 | 0123456789
                    """)
    void sendsAPart(String range, String contentRange, String body) throws Exception {
        RawResponse response = get("/digits.txt", "Range: " + range);
        assertEquals(206, response.status());
        assertEquals(contentRange, field(response, "Content-Range"));
        assertEquals(body, text(response));
        assertEquals("text/plain", field(response, "Content-type"));
        assertEquals(MODIFIED_TEXT, field(response, "Last-Modified"));
        assertFalse(response.all("ETag").isEmpty());
    }

    @Test
    void sendsAPartToOldClientsToo() throws Exception {
        byte[] bytes = start(() -> new SimpleHTTPRequestHandler(folder))
                .exchange(latin("GET /digits.txt HTTP/1.0\r\nRange: bytes=8-\r\n\r\n"));
        RawResponse response = RawResponse.readOne(bytes, "GET");
        assertEquals(206, response.status());
        assertEquals("89", text(response));
    }

    @Test
    void sendsSeveralPartsAsAMultipart() throws Exception {
        Files.writeString(folder.resolve("long.txt"), "x".repeat(500) + "y".repeat(500));
        RawResponse response = get("/long.txt", "Range: bytes=998-,0-1");
        assertEquals(206, response.status());
        String type = field(response, "Content-type");
        assertTrue(type.startsWith("multipart/byteranges; boundary="), type);
        String boundary = type.substring(type.indexOf('=') + 1);
        List<String> parts = List.of(text(response).split("\r\n--" + boundary + "(--)?\r\n", -1));
        assertEquals(4, parts.size());
        assertEquals("Content-Type: text/plain\r\nContent-Range: bytes 998-999/1000\r\n\r\nyy", parts.get(1));
        assertEquals("Content-Type: text/plain\r\nContent-Range: bytes 0-1/1000\r\n\r\nxx", parts.get(2));
    }

    @Test
    void saysHowLongTheFileIsWhereARangeIsBeyondIt() throws Exception {
        RawResponse response = get("/digits.txt", "Range: bytes=10-");
        assertEquals(416, response.status());
        assertEquals("bytes */10", field(response, "Content-Range"));
        assertEquals("", text(response));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    GET  | Range: items=0-1
                    GET  | Range: bytes=5-1
                    GET  | Range: bytes=0-1; Range: bytes=3-4
                    GET  | Range: bytes=0-1; If-Range: "other"
                    GET  | Range: bytes=0-1; If-Range: Tue, 14 Nov 2023 22:13:19 GMT
                    HEAD | Range: bytes=0-1
                    """)
    void ignoresARange(String method, String fields) throws Exception {
        RawResponse response = only(new Files11Factory(folder), method, "/digits.txt", fields.split("; "));
        assertEquals(200, response.status());
        assertEquals("10", field(response, "Content-Length"));
    }

    @Test
    void completesAnInterruptedDownload() throws Exception {
        String tag = field(get("/digits.txt"), "ETag");
        assertEquals("56789", text(get("/digits.txt", "Range: bytes=5-", "If-Range: " + tag)));
        assertEquals("56789", text(get("/digits.txt", "Range: bytes=5-", "If-Range: " + MODIFIED_TEXT)));
        Files.writeString(folder.resolve("digits.txt"), "9876543210");
        assertEquals("9876543210", text(get("/digits.txt", "Range: bytes=5-", "If-Range: " + tag)));
    }

    @Test
    void answersConditions() throws Exception {
        String tag = field(get("/digits.txt"), "ETag");
        RawResponse same = get("/digits.txt", "If-None-Match: W/\"x\", " + tag);
        assertEquals(304, same.status());
        assertEquals(tag, field(same, "ETag"));
        assertEquals(
                304, get("/digits.txt", "If-Modified-Since: " + MODIFIED_TEXT).status());
        assertEquals(
                200,
                get("/digits.txt", "If-None-Match: \"x\"", "If-Modified-Since: " + MODIFIED_TEXT)
                        .status());
        assertEquals(412, get("/digits.txt", "If-Match: \"x\"").status());
        assertEquals(200, get("/digits.txt", "If-Match: " + tag).status());
        assertEquals(
                412,
                get("/digits.txt", "If-Unmodified-Since: Tue, 14 Nov 2023 22:13:19 GMT")
                        .status());
        assertEquals(
                412, get("/digits.txt", "If-Match: \"x\"", "Range: bytes=0-1").status());
        assertEquals(404, get("/nothing", "If-None-Match: *").status());
    }

    @Test
    void noticesAChangeAtOnce() throws Exception {
        for (int i = 0; i < 50; i++) {
            String content = "content " + (i % 10);
            Files.writeString(folder.resolve("changing"), content);
            assertEquals(content, text(get("/changing")));
        }
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "/dir, 301, /dir/",
        "/dir?a=b, 301, /dir/?a=b",
        "/dir/page.html/, 404, ''",
        "/dir/page.html%2F, 200, ''",
        "/index/, 200, ''",
        "/nothing, 404, ''",
        "/%00, 404, ''",
        "/dir/../../../digits.txt, 200, ''",
        "http://other/digits.txt, 200, ''",
        "http://other/dir?q, 301, http://other/dir/?q"
    })
    void findsOutWhatAPathMeans(String target, int status, String location) throws Exception {
        Assumptions.assumeFalse(host().refuses(target), HostDifference.OWN_PARSER::reason);
        RawResponse response = get(target);
        assertEquals(status, response.status());
        assertEquals(location, String.join("", response.all("Location")));
    }

    /** Counts the calls of the hooks. */
    private static final class Counting extends Files11 {
        static final List<String> CALLS = new ArrayList<>();

        Counting(Path directory) {
            super(directory);
        }

        @Override
        public void sendResponse(int code, @Nullable String message) throws IOException {
            CALLS.add("sendResponse " + code);
            super.sendResponse(code, message);
        }

        @Override
        public void endHeaders() throws IOException {
            CALLS.add("endHeaders");
            sendHeader("X-Own", "1");
            super.endHeaders();
        }
    }

    @ParameterizedTest(name = "{0} [{1}]: {2}")
    @CsvSource({
        "/digits.txt, A: b, 200",
        "/dir/, A: b, 200",
        "/dir, A: b, 301",
        "/nothing, A: b, 404",
        "/digits.txt, If-None-Match: *, 304",
        "/digits.txt, If-Match: \"x\", 412",
        "/digits.txt, Range: bytes=1-2, 206",
        "/digits.txt, Range: bytes=99-, 416"
    })
    void everyAnswerGoesThroughTheHooksOnce(String target, String field, int status) throws Exception {
        Counting.CALLS.clear();
        RawResponse response = only(() -> new Counting(folder), "GET", target, field);
        assertEquals(status, response.status());
        assertEquals("1", field(response, "X-Own"));
        assertEquals(List.of("sendResponse " + status, "endHeaders"), Counting.CALLS);
    }

    @Test
    void aSubclassMayTranslateToAnyPath() throws Exception {
        Path archive = folder.resolve("archive.zip");
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path file = zip.getPath("/elsewhere.html");
            Files.writeString(file, "from an archive");
            Files11 handler = new Files11(folder) {
                @Override
                public Path translatePath(String path) {
                    return path.equals("/zip") ? file : super.translatePath(path);
                }
            };
            RawResponse response = only(() -> handler, "GET", "/zip");
            assertEquals("from an archive", text(response));
            assertEquals("text/html", field(response, "Content-type"));
        }
    }

    @Test
    void aSubclassMayAssignThePath() throws Exception {
        RawResponse response = only(
                () -> new Files11(folder) {
                    @Override
                    public void do_GET() throws IOException {
                        path("/digits.txt");
                        super.do_GET();
                    }
                },
                "GET",
                "/anything/");
        assertEquals("0123456789", text(response));
    }

    @Test
    void aSubclassMayWrapTheOutput() throws Exception {
        RawResponse response = only(
                () -> new Files11(folder) {
                    @Override
                    public void do_GET() throws IOException {
                        OutputStream plain = wfile();
                        try (InputStream body = sendHead()) {
                            copyfile(body, new FilterOutputStream(plain) {
                                @Override
                                public void write(int b) throws IOException {
                                    out.write(b + 1);
                                }
                            });
                        }
                    }
                },
                "GET",
                "/digits.txt");
        assertEquals("123456789:", text(response));
    }

    @Test
    void aSubclassMayRefuseAName() throws Exception {
        RawResponse response = only(
                () -> new Files11(folder) {
                    @Override
                    public Path translatePath(String path) {
                        throw new InvalidPathException(path, "not served");
                    }
                },
                "GET",
                "/digits.txt");
        assertEquals(404, response.status());
    }

    @Test
    void cutsTheConnectionIfTheFileShrinks() throws Exception {
        Path file = Files.writeString(folder.resolve("shrinks"), "x".repeat(100_000));
        byte[] bytes = start(() -> changing(file, 50_000))
                .exchange(latin(request("GET /shrinks") + request("GET /digits.txt", "Connection: close")));
        assertThrows(EOFException.class, () -> RawResponse.readAll(bytes, "GET"));
        assertEquals(1, new String(bytes, ISO_8859_1).split("HTTP/1.1 200", -1).length - 1);
    }

    @Test
    void keepsItsPromiseIfTheFileGrows() throws Exception {
        Path file = Files.writeString(folder.resolve("grows"), "x".repeat(100_000));
        byte[] bytes = start(() -> changing(file, 150_000))
                .exchange(latin(request("GET /grows") + request("GET /digits.txt", "Connection: close")));
        List<RawResponse> responses = RawResponse.readAll(bytes, "GET", "GET");
        assertEquals(100_000, responses.get(0).body().length);
        assertEquals("0123456789", text(responses.get(1)));
    }

    @Test
    void sendsAFileThatIsDeletedMeanwhile() throws Exception {
        Path file = Files.writeString(folder.resolve("deleted"), "still here");
        RawResponse response = only(
                () -> new Files11(folder) {
                    @Override
                    public void copyfile(InputStream source, OutputStream outputfile) throws IOException {
                        Files.delete(file);
                        super.copyfile(source, outputfile);
                    }
                },
                "GET",
                "/deleted");
        assertEquals("still here", text(response));
    }

    /** A handler that finds the file of another length when it has sent the head. */
    private Files11 changing(Path file, long length) {
        return new Files11(folder) {
            @Override
            public void copyfile(InputStream source, OutputStream outputfile) throws IOException {
                if (path().equals("/" + file.getFileName())) {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.truncate(length);
                        channel.write(ISO_8859_1.encode("."), length - 1);
                    }
                }
                super.copyfile(source, outputfile);
            }
        };
    }

    @Test
    void servesAFileOfThreeGibibytes() throws Exception {
        long length = 3L << 30;
        try (FileChannel sparse =
                FileChannel.open(folder.resolve("huge"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            sparse.write(ISO_8859_1.encode("end"), length - 3);
        }
        assertEquals("3221225472", field(only(new Files11Factory(folder), "HEAD", "/huge"), "Content-Length"));
        RawResponse part = get("/huge", "Range: bytes=3221225469-");
        assertEquals("bytes 3221225469-3221225471/3221225472", field(part, "Content-Range"));
        assertEquals("end", text(part));
    }

    @Test
    void sendsBigFilesWhole() throws Exception {
        byte[] content = new byte[3_000_000];
        new java.util.Random(1).nextBytes(content);
        Files.write(folder.resolve("big"), content);
        assertArrayEquals(content, get("/big").body());
    }

    @Test
    void neverOpensWhatIsNoFile() throws Exception {
        Path fifo = folder.resolve("fifo");
        assumeRuns("mkfifo", fifo.toString());
        Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("tty"), Path.of("/dev/tty"));
        Files.createDirectory(folder.resolve("special"));
        assumeRuns("mkfifo", folder.resolve("special/index.html").toString());
        // The path of a socket is limited to some hundred bytes.
        Path shortFolder = Files.createTempDirectory("gw");
        Path socket = shortFolder.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Files.createSymbolicLink(folder.resolve("socket"), socket);
            for (String policy : List.of("follow", "inside", "never")) {
                for (String name : List.of("fifo", "zero", "tty", "socket", "special/index.html")) {
                    RawResponse response = only(() -> withLinks(policy), "GET", "/" + name);
                    assertEquals(404, response.status(), policy + " " + name);
                }
                // What is no file is no index page either.
                assertEquals(
                        200, only(() -> withLinks(policy), "GET", "/special/").status());
            }
        } finally {
            for (Path outside :
                    List.of(socket, folder.resolve("zero"), folder.resolve("tty"), folder.resolve("socket"))) {
                Files.deleteIfExists(outside);
            }
            Files.delete(shortFolder);
        }
    }

    private Files11 withLinks(String policy) {
        Files11 handler = new Files11(folder);
        handler.symbolicLinks(policy);
        return handler;
    }

    @Test
    void followsLinksAsItIsTold() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Path root = Files.createDirectory(folder.resolve("root"));
        Files.writeString(root.resolve("public"), "public");
        Files.createSymbolicLink(root.resolve("inside"), Path.of("public"));
        Files.createSymbolicLink(root.resolve("outside"), secret);
        for (String row : List.of("follow 200 200", "inside 200 404", "never 404 404")) {
            String[] cells = row.split(" ");
            dev.gangway.host.HandlerFactory factory = () -> {
                Files11 handler = withLinks(cells[0]);
                handler.directory(root);
                return handler;
            };
            assertEquals(200, only(factory, "GET", "/public").status(), row);
            assertEquals(
                    Integer.parseInt(cells[1]), only(factory, "GET", "/inside").status(), row);
            assertEquals(
                    Integer.parseInt(cells[2]), only(factory, "GET", "/outside").status(), row);
            String listing = text(only(factory, "GET", "/"));
            assertEquals(cells[2].equals("200"), listing.contains("outside"), row);
        }
        assertThrows(
                IllegalArgumentException.class, () -> new SimpleHTTPRequestHandler(root).symbolicLinks("sometimes"));
    }

    @Test
    void cannotListWhatItCannotRead() throws Exception {
        RawResponse response = only(
                () -> new Files11(folder) {
                    @Override
                    public @Nullable InputStream listDirectory(Path path) throws IOException {
                        return super.listDirectory(path.resolve("gone"));
                    }
                },
                "GET",
                "/dir/");
        assertEquals(404, response.status());
        assertTrue(response.text().contains("<p>Message: No permission to list directory.</p>"), response.text());
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
        RawResponse forbidden = get("/forbidden");
        assertEquals("404 File not found", forbidden.status() + " " + forbidden.reason());
        RawResponse closed = get("/closed/");
        assertEquals("404 No permission to list directory", closed.status() + " " + closed.reason());
    }

    private static void assumeRuns(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            boolean ended = process.waitFor(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS);
            Assumptions.assumeTrue(ended && process.exitValue() == 0, command[0] + " does not work here");
        } catch (IOException e) {
            Assumptions.abort("there is no " + command[0]);
        }
    }
}
