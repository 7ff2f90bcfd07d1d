package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files, listings, ranges and conditions, as far as the transcripts do not hold them. */
public abstract class FilesContract extends HostContract {
    private static final String MODIFIED = "Tue, 14 Nov 2023 22:13:20 GMT";
    private static final Pattern LINK = Pattern.compile("<li><a href=\"([^\"]*)\">(.*?)</a></li>\n", Pattern.DOTALL);

    @TempDir
    Path root = Path.of("");

    @BeforeEach
    final void writeFiles() throws IOException {
        Files.writeString(root.resolve("digits.txt"), "0123456789");
        Files.setLastModifiedTime(root.resolve("digits.txt"), FileTime.from(Instant.ofEpochSecond(1_700_000_000)));
    }

    private HandlerFactory serving(String protocol) {
        return () -> {
            SimpleHTTPRequestHandler handler = new SimpleHTTPRequestHandler(root);
            handler.protocolVersion(protocol);
            return handler;
        };
    }

    private RawResponse ask(String method, String path, String... fields) throws Exception {
        return ask(start(serving("HTTP/1.1")), method, path, fields);
    }

    private static RawResponse ask(RunningHost host, String method, String path, String... fields) throws Exception {
        try (HostClient client = host.connect()) {
            client.send(request(method + " " + path, fields));
            return client.readResponse(method);
        }
    }

    private String entityTag(RunningHost host) throws Exception {
        return ask(host, "HEAD", "/digits.txt").field("ETag").orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    bytes=0-4    | 206 | bytes 0-4/10 | 01234
                    bytes=0-0    | 206 | bytes 0-0/10 | 0
                    bytes=5-     | 206 | bytes 5-9/10 | 56789
                    bytes=-3     | 206 | bytes 7-9/10 | 789
                    bytes=-99    | 206 | bytes 0-9/10 | 0123456789
                    bytes=7-99   | 206 | bytes 7-9/10 | 789
                    Bytes=0-4    | 206 | bytes 0-4/10 | 01234
                    bytes=10-    | 416 | bytes */10   | ''
                    bytes=99-100 | 416 | bytes */10   | ''
                    bytes=-0     | 416 | bytes */10   | ''
                    bytes=4-0    | 200 |              | 0123456789
                    bytes=a-b    | 200 |              | 0123456789
                    bytes=+1-2   | 200 |              | 0123456789
                    bytes        | 200 |              | 0123456789
                    chars=0-4    | 200 |              | 0123456789
                    """)
    void answersARange(String range, int status, @Nullable String contentRange, String content) throws Exception {
        RawResponse response = ask("GET", "/digits.txt", "Range: " + range);
        assertEquals(status, response.status());
        assertEquals(contentRange, response.field("Content-Range").orElse(null));
        if (status != 416) {
            assertEquals(content, response.text());
            assertEquals("text/plain", response.field("Content-type").orElseThrow());
        }
    }

    @Test
    void answersSeveralRangesInParts() throws Exception {
        // Far enough apart that they are not worth joining (RFC 9110 §15.3.7.2).
        Files.writeString(root.resolve("long.txt"), "0123456789".repeat(1000));
        RawResponse response = ask("GET", "/long.txt", "Range: bytes=0-1,9008-9009");
        assertEquals(206, response.status());
        String type = response.field("Content-Type").orElseThrow();
        Matcher boundary =
                Pattern.compile("multipart/byteranges; boundary=(\\S+)").matcher(type);
        assertTrue(boundary.matches(), type);
        String[] parts = response.text().split(Pattern.quote("--" + boundary.group(1)), -1);
        assertEquals(4, parts.length, response.text());
        assertTrue(parts[1].contains("Content-Range: bytes 0-1/10000\r\n") && parts[1].endsWith("\r\n\r\n01\r\n"));
        assertTrue(
                parts[2].contains("Content-Range: bytes 9008-9009/10000\r\n") && parts[2].endsWith("\r\n\r\n89\r\n"));
        assertEquals("--\r\n", parts[3]);
    }

    @Test
    void answersNotACrowdOfRanges() throws Exception {
        String many = "0-0,".repeat(5000) + "0-0";
        RawResponse response = ask("GET", "/digits.txt", "Range: bytes=" + many);
        // A host may refuse so long a field.
        assertTrue(response.status() >= 400 || response.body().length < 1000, "bytes: " + response.body().length);
    }

    @Test
    void answersARangeOnlyToGet() throws Exception {
        RawResponse response = ask("HEAD", "/digits.txt", "Range: bytes=0-4");
        assertEquals(200, response.status());
        assertEquals("10", response.field("Content-Length").orElseThrow());
    }

    @Test
    void leavesRangesToTheHandlerThatSwitchesThemOff() throws Exception {
        HandlerFactory off = () -> {
            SimpleHTTPRequestHandler handler = new SimpleHTTPRequestHandler(root);
            handler.ranges(false);
            return handler;
        };
        RawResponse response = ask(start(off), "GET", "/digits.txt", "Range: bytes=0-4");
        assertEquals(200, response.status());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    If-None-Match: TAG                              | 304
                    If-None-Match: W/TAG                            | 304
                    If-None-Match: "other", TAG                     | 304
                    If-None-Match: "other"                          | 200
                    If-None-Match: *                                | 304
                    If-Match: TAG                                   | 200
                    If-Match: *                                     | 200
                    If-Match: "other"                               | 412
                    If-Match: W/TAG                                 | 412
                    If-Unmodified-Since: Tue, 14 Nov 2023 22:13:20 GMT | 200
                    If-Unmodified-Since: Tue, 14 Nov 2023 22:13:19 GMT | 412
                    If-Modified-Since: Tue, 14 Nov 2023 22:13:20 GMT   | 304
                    If-Modified-Since: Tue, 14 Nov 2023 22:13:19 GMT   | 200
                    """)
    void meetsAPrecondition(String field, int status) throws Exception {
        RunningHost host = start(serving("HTTP/1.1"));
        RawResponse response = ask(host, "GET", "/digits.txt", field.replace("TAG", entityTag(host)));
        assertEquals(status, response.status());
        if (status == 304) {
            assertEquals(entityTag(host), response.field("ETag").orElseThrow());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    TAG                           | 206
                    "other"                       | 200
                    W/TAG                         | 200
                    Tue, 14 Nov 2023 22:13:20 GMT | 206
                    Tue, 14 Nov 2023 22:13:21 GMT | 200
                    Tue, 14 Nov 2023 22:13:19 GMT | 200
                    """)
    void answersARangeIfItIsStillTheSameFile(String validator, int status) throws Exception {
        RunningHost host = start(serving("HTTP/1.1"));
        String condition = "If-Range: " + validator.replace("TAG", entityTag(host));
        assertEquals(
                status,
                ask(host, "GET", "/digits.txt", "Range: bytes=0-4", condition).status());
    }

    @Test
    void keepsTheEntityTagUntilTheFileChanges() throws Exception {
        RunningHost host = start(serving("HTTP/1.1"));
        String before = entityTag(host);
        assertEquals(before, entityTag(host));
        Files.writeString(root.resolve("digits.txt"), "9876543210x");
        assertNotEquals(before, entityTag(host));
    }

    @Test
    void servesALargeFileWhole() throws Exception {
        byte[] content = new byte[5_000_003];
        new Random(1).nextBytes(content);
        Files.write(root.resolve("large.bin"), content);
        RunningHost host = start(serving("HTTP/1.1"));
        assertArrayEquals(content, ask(host, "GET", "/large.bin").body());
        RawResponse tail = ask(host, "GET", "/large.bin", "Range: bytes=4000000-");
        assertArrayEquals(java.util.Arrays.copyOfRange(content, 4_000_000, content.length), tail.body());
    }

    @Test
    void givesHeadTheFieldsOfGet() throws Exception {
        RunningHost host = start(serving("HTTP/1.1"));
        for (String path : List.of("/digits.txt", "/", "/missing")) {
            RawResponse get = ask(host, "GET", path);
            RawResponse head = ask(host, "HEAD", path);
            assertEquals(withoutDate(get), withoutDate(head), path);
            assertEquals(get.status(), head.status());
        }
    }

    private static List<String> withoutDate(RawResponse response) {
        return response.fields().stream()
                .filter(field -> !field.getKey().equalsIgnoreCase("Date"))
                .map(Object::toString)
                .toList();
    }

    @ParameterizedTest(name = "/{0}/")
    @ValueSource(
            strings = {"plain", "html", "url", "colon", "dots", "controls", "unicode", "bytes", "case", "long", "links"
            })
    void linksEveryNameOfAListing(String folder) throws Exception {
        FixtureTree.build("names", root);
        RunningHost host = start(serving("HTTP/1.1"));
        RawResponse listing = ask(host, "GET", "/" + folder + "/");
        Matcher link = LINK.matcher(listing.text());
        List<String> names = new ArrayList<>();
        while (link.find()) {
            names.add(link.group(1));
            boolean leadsNowhere =
                    link.group(1).equals("to-nowhere") || link.group(1).equals("to-itself");
            String target = "/" + folder + "/" + link.group(1);
            int wanted = host().refuses(target) ? 400 : leadsNowhere ? 404 : 200;
            assertEquals(wanted, ask(host, "GET", target).status(), link.group());
        }
        try (java.util.stream.Stream<Path> entries = Files.list(root.resolve(folder))) {
            assertEquals(entries.count(), names.size());
        }
    }

    @Test
    void sortsAndMarksAListingAsPythonDoes() throws Exception {
        FixtureTree.build("names", root);
        RawResponse listing = ask("GET", "/links/");
        List<String> shown = new ArrayList<>();
        Matcher link = LINK.matcher(listing.text());
        while (link.find()) {
            shown.add(link.group(1) + " " + link.group(2));
        }
        assertEquals(
                List.of(
                        "dir/ dir/",
                        "file file",
                        "to-dir/ to-dir@",
                        "to-file to-file@",
                        "to-itself to-itself@",
                        "to-nowhere to-nowhere@",
                        "up/ up@"),
                shown);
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
        Path inner = Files.createDirectory(root.resolve("inner"));
        Files.writeString(root.resolve("secret.txt"), "secret");
        RunningHost host = start(() -> new SimpleHTTPRequestHandler(inner));
        RawResponse response = RawResponse.readOne(host.exchange(latin(request("GET " + path))), "GET");
        assertFalse(response.text().contains("secret\n") || response.text().equals("secret"));
        assertTrue(response.status() == 404 || response.status() == 400, () -> "status " + response.status());
        assertEquals(List.of(), host.takeErrors());
    }

    @Test
    void redirectsNeverToAnotherServer() throws Exception {
        Files.createDirectories(root.resolve("folder"));
        RunningHost host = start(serving("HTTP/1.0"));
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
    void opensOnlyRegularFiles() throws Exception {
        Path fifo = root.resolve("fifo");
        try {
            Process mkfifo = new ProcessBuilder("mkfifo", fifo.toString()).start();
            Assumptions.assumeTrue(mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0, "mkfifo failed");
        } catch (IOException e) {
            Assumptions.abort("no mkfifo here");
        }
        assertEquals(404, ask("GET", "/fifo").status());
    }

    @Test
    void hasEveryHookCalled() throws Exception {
        List<String> calls = java.util.Collections.synchronizedList(new ArrayList<>());
        HandlerFactory hooked = () -> new SimpleHTTPRequestHandler(root) {
            @Override
            public @Nullable InputStream sendHead() throws IOException {
                calls.add("sendHead");
                return super.sendHead();
            }

            @Override
            public Path translatePath(String path) {
                calls.add("translatePath " + path);
                return super.translatePath(path);
            }

            @Override
            public String guessType(Path path) {
                calls.add("guessType " + path.getFileName());
                return super.guessType(path);
            }

            @Override
            public void copyfile(InputStream source, java.io.OutputStream outputfile) throws IOException {
                calls.add("copyfile");
                super.copyfile(source, outputfile);
            }

            @Override
            public @Nullable InputStream listDirectory(Path path) throws IOException {
                calls.add("listDirectory");
                return super.listDirectory(path);
            }
        };
        RunningHost host = start(hooked);
        assertEquals("0123456789", ask(host, "GET", "/digits.txt").text());
        ask(host, "HEAD", "/");
        assertEquals(
                List.of(
                        "sendHead",
                        "translatePath /digits.txt",
                        "guessType digits.txt",
                        "copyfile",
                        "sendHead",
                        "translatePath /",
                        "listDirectory"),
                calls);
    }

    @Test
    void sendsWhatAnOverriddenSendHeadReturns() throws Exception {
        HandlerFactory compressed = () -> new SimpleHTTPRequestHandler(root) {
            @Override
            public @Nullable InputStream sendHead() throws IOException {
                sendResponse(200);
                sendHeader("Content-Length", 3);
                endHeaders();
                return new ByteArrayInputStream(latin("own"));
            }
        };
        RunningHost host = start(compressed);
        assertEquals("own", ask(host, "GET", "/digits.txt").text());
        assertEquals("", ask(host, "HEAD", "/digits.txt").text());
    }

    @Test
    void tellsTheTimeOfModification() throws Exception {
        assertEquals(MODIFIED, ask("GET", "/digits.txt").field("Last-Modified").orElseThrow());
    }
}
