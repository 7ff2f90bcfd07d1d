package dev.gangway.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.RawResponse;
import dev.gangway.contract.RunningHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A WebDAV share. What litmus asks is asked by litmus. */
public abstract class WebDavContract extends FileServerFixture {
    private static final String LOCK =
            "<lockinfo xmlns='DAV:'><lockscope><exclusive/></lockscope><locktype><write/></locktype>"
                    + "<owner><href>mailto:jane@example.org</href></owner></lockinfo>";

    @BeforeEach
    final void makeFiles() throws Exception {
        write("a.txt", "0123456789");
        write("dir/b.txt", "b");
        write(".hidden", "secret");
    }

    final RunningHost writing() throws Exception {
        return serve(handler -> handler.webdav("write"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "off, PROPFIND, 405",
        "off, MKCOL, 405",
        "off, DELETE, 405",
        "read, PROPFIND, 207",
        "read, PUT, 405",
        "read, DELETE, 405",
        "read, MKCOL, 405",
        "read, LOCK, 405",
        "write, PROPFIND, 207"
    })
    void answersWhatItIsToldTo(String webdav, String method, int status) throws Exception {
        RunningHost host = serve(handler -> handler.webdav(webdav));
        assertEquals(status, ask(host, method, "/a.txt", "Depth: 0").status());
        assertEquals(List.of(".hidden", "a.txt", "dir"), namesInFolder());
    }

    @Test
    void saysWhatItIs() throws Exception {
        RawResponse response = ask(writing(), "OPTIONS", "/");
        assertEquals("1, 2", response.field("DAV").orElse("none"));
        assertEquals("DAV", response.field("MS-Author-Via").orElse("none"));
        assertTrue(response.field("Allow").orElse("").contains("PROPFIND"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    off   | 204 | none
                    read  | 200 | 1
                    write | 200 | 1, 2
                    """)
    void isOfClassTwoIfItCanBeWritten(String webdav, int status, String classes) throws Exception {
        // AirSync for macOS, issue 300: Finder writes to a share that says it has locks, and fails.
        // r2-webdav, request 13: there are clients that take no other status than 200.
        RunningHost host = serve(handler -> handler.webdav(webdav));
        for (String target : List.of("/", "/a.txt", "/missing")) {
            RawResponse response = ask(host, "OPTIONS", target);
            assertEquals(status, response.status(), target);
            assertEquals(classes, response.field("DAV").orElse("none"), target);
        }
        if (!webdav.equals("off")) {
            String locks = ask(host, "PROPFIND", "/a.txt", "Depth: 0").text();
            assertEquals(webdav.equals("write"), locks.contains("lockentry"), locks);
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    write | OPTIONS  | X: y                     | 200
                    write | OPTIONS  | Authorization: Basic eA== | 401
                    write | PROPFIND | X: y                     | 401
                    write | GET      | X: y                     | 401
                    off   | OPTIONS  | X: y                     | 401
                    """)
    void tellsExplorerWhatItIsBeforeItKnowsThePassword(String webdav, String method, String field, int status)
            throws Exception {
        // sftpgo, issue 614; dav4rack, issue 42: Explorer asks no more once OPTIONS was answered with 401.
        RunningHost host = serve(handler -> {
            handler.webdav(webdav);
            handler.auth("jane:secret");
        });
        assertEquals(
                status,
                ask(host, method, "/", field, "User-Agent: Microsoft-WebDAV-MiniRedir/10.0.19045", "translate: f")
                        .status());
    }

    @Test
    void takesAWeakTagWithoutItsMark() throws Exception {
        // davfs2 locks a name, looks at the empty file that this makes, and writes if the file is still the same.
        RunningHost host = writing();
        RawResponse locked = send(host, "LOCK", "/new.txt", LOCK, "Depth: 0", "Timeout: Second-1800");
        assertEquals(201, locked.status());
        String token = locked.field("Lock-Token").orElseThrow();
        String tag = ask(host, "HEAD", "/new.txt").field("ETag").orElseThrow().replace("W/", "");
        assertEquals(
                412,
                send(host, "PUT", "/new.txt", "x", "If: (" + token + ")", "If-Match: \"other\"")
                        .status());
        assertEquals(
                204,
                send(host, "PUT", "/new.txt", "content", "If: (" + token + ")", "If-Match: " + tag)
                        .status());
        assertEquals("content", Files.readString(folder.resolve("new.txt")));
    }

    @Test
    void keepsTheTimesOfWindows() throws Exception {
        // copyparty, issue 910; sftpgo, issue 1018; wsgidav, issue 112.
        String update = "<?xml version=\"1.0\" encoding=\"utf-8\" ?><D:propertyupdate xmlns:D=\"DAV:\""
                + " xmlns:Z=\"urn:schemas-microsoft-com:\"><D:set><D:prop>"
                + "<Z:Win32CreationTime>Thu, 09 Oct 2025 17:54:43 GMT</Z:Win32CreationTime>"
                + "<Z:Win32LastAccessTime>Thu, 09 Oct 2025 17:55:31 GMT</Z:Win32LastAccessTime>"
                + "<Z:Win32LastModifiedTime>Thu, 09 Oct 2025 17:54:43 GMT</Z:Win32LastModifiedTime>"
                + "<Z:Win32FileAttributes>00000020</Z:Win32FileAttributes></D:prop></D:set></D:propertyupdate>";
        RunningHost host = writing();
        for (String target : List.of("/a.txt", "/dir/")) {
            RawResponse response = send(host, "PROPPATCH", target, update);
            assertEquals(207, response.status());
            assertEquals(4, response.text().split("200 OK", -1).length - 1, response.text());
            assertEquals(
                    Instant.parse("2025-10-09T17:54:43Z"),
                    Files.getLastModifiedTime(folder.resolve(target.replace("/", "")))
                            .toInstant());
            String found = ask(host, "PROPFIND", target, "Depth: 0").text();
            assertTrue(found.contains("<D:getlastmodified>Thu, 09 Oct 2025 17:54:43 GMT<"), found);
            assertTrue(found.contains(">00000020</P:Win32FileAttributes>"), found);
        }
        RawResponse malformed =
                send(host, "PROPPATCH", "/a.txt", update.replace("Thu, 09 Oct 2025 17:54:43 GMT", "yesterday"));
        assertEquals(207, malformed.status());
    }

    @Test
    void tellsHowMuchRoomThereIs() throws Exception {
        // MEGAcmd, issue 244; davrods, issue 32: davfs2 and macOS show nonsense without it.
        String question = "<propfind xmlns='DAV:'><prop><quota-available-bytes/><quota-used-bytes/></prop></propfind>";
        String answer = send(writing(), "PROPFIND", "/", question, "Depth: 0").text();
        assertTrue(answer.matches("(?s).*<D:quota-available-bytes>[0-9]+</D:quota-available-bytes>.*"), answer);
        assertTrue(answer.matches("(?s).*<D:quota-used-bytes>[0-9]+</D:quota-used-bytes>.*"), answer);
        String ofFile =
                send(writing(), "PROPFIND", "/a.txt", question, "Depth: 0").text();
        assertTrue(ofFile.contains("404 Not Found"), ofFile);
        assertFalse(ask(writing(), "PROPFIND", "/", "Depth: 0").text().contains("quota"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    PROPFIND | /._.             | Depth: 0     | 404
                    PROPFIND | /.DS_Store       | Depth: 0     | 404
                    PROPFIND | /.metadata_never_index | Depth: 1 | 404
                    PUT      | /._a.txt         | X: y         | 403
                    PUT      | /.DS_Store       | X: y         | 403
                    LOCK     | /._a.txt         | Depth: 0     | 403
                    PROPFIND | /desktop.ini     | Depth: 0     | 404
                    PROPFIND | /dir             | Depth: 1     | 207
                    PROPFIND | /                | X: y         | 403
                    GET      | /a.txt           | Translate: f | 200
                    HEAD     | /dir             | Translate: f | 301
                    UNLOCK   | /a.txt           | Lock-Token: <opaquelocktoken:x> | 409
                    """)
    void answersWhatSystemsAskOfThemselves(String method, String target, String field, int status) throws Exception {
        // nginx-dav-ext-module, issue 1 (Finder); docker-nginx-webdav-nononsense, issue 11 (Explorer wants 404).
        assertEquals(status, ask(writing(), method, target, field).status());
        assertEquals(List.of(".hidden", "a.txt", "dir"), namesInFolder());
    }

    @Test
    void keepsTheFilesOfFinderIfItIsTold() throws Exception {
        RunningHost host = serve(handler -> {
            handler.webdav("write");
            handler.hidden("show");
        });
        assertEquals(201, send(host, "PUT", "/._a.txt", "x").status());
        assertEquals(207, ask(host, "PROPFIND", "/._a.txt", "Depth: 0").status());
    }

    @Test
    void listsWhatIsSeen() throws Exception {
        RawResponse response = ask(writing(), "PROPFIND", "/", "Depth: 1");
        String xml = response.text();
        assertEquals(207, response.status());
        assertTrue(xml.contains("<D:href>/</D:href>"), xml);
        assertTrue(xml.contains("<D:href>/a.txt</D:href>"), xml);
        assertTrue(xml.contains("<D:href>/dir/</D:href>"), xml);
        assertTrue(xml.contains("<D:getcontentlength>10</D:getcontentlength>"), xml);
        assertTrue(xml.contains("<D:resourcetype><D:collection/></D:resourcetype>"), xml);
        assertFalse(xml.contains("hidden") || xml.contains("b.txt"), xml);
        assertTrue(ask(writing(), "PROPFIND", "/dir", "Depth: 0").text().contains("<D:href>/dir/</D:href>"));
    }

    @Test
    void sendsTheFilesOfALargeDirectoryAsItGoes() throws Exception {
        for (int i = 0; i < 300; i++) {
            write("many/" + i, "");
        }
        RawResponse response = ask(writing(), "PROPFIND", "/many", "Depth: 1");
        assertEquals(207, response.status());
        assertTrue(response.field("Content-Length").isEmpty());
        assertEquals(
                301,
                Pattern.compile("<D:response><D:href>")
                        .matcher(response.text())
                        .results()
                        .count());
        assertTrue(response.text().endsWith("</D:multistatus>\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "null",
            value = {"null", "infinity", "Infinity"})
    void boundsTheDepth(@Nullable String depth) throws Exception {
        RawResponse response =
                depth == null ? ask(writing(), "PROPFIND", "/") : ask(writing(), "PROPFIND", "/", "Depth: " + depth);
        assertEquals(403, response.status());
        assertTrue(response.text().contains("<D:propfind-finite-depth/>"), response.text());
    }

    @Test
    void tellsThePropertiesThatAreNamed() throws Exception {
        String body = "<propfind xmlns='DAV:' xmlns:x='urn:x'><prop><getcontentlength/><x:nothing/></prop></propfind>";
        String xml = send(writing(), "PROPFIND", "/a.txt", body, "Depth: 0").text();
        assertTrue(xml.contains("<D:getcontentlength>10</D:getcontentlength></D:prop><D:status>HTTP/1.1 200 OK"), xml);
        assertTrue(xml.contains("<P:nothing xmlns:P=\"urn:x\"/></D:prop><D:status>HTTP/1.1 404 Not Found"), xml);
    }

    @Test
    void keepsPropertiesOfClientsWithoutAFile() throws Exception {
        RunningHost host = writing();
        String set = "<propertyupdate xmlns='DAV:' xmlns:z='urn:schemas-microsoft-com:'><set><prop>"
                + "<z:Win32CreationTime>Sat, 28 Nov 2026 00:00:00 GMT</z:Win32CreationTime></prop></set></propertyupdate>";
        String done = send(host, "PROPPATCH", "/a.txt", set).text();
        assertTrue(done.contains("HTTP/1.1 200 OK"), done);
        assertEquals(List.of(".hidden", "a.txt", "dir"), namesInFolder());
        assertEquals(201, ask(host, "MOVE", "/a.txt", "Destination: /dir/c.txt").status());
        String xml = ask(host, "PROPFIND", "/dir/c.txt", "Depth: 0").text();
        assertTrue(xml.contains("Win32CreationTime xmlns:P=\"urn:schemas-microsoft-com:\">Sat, 28 Nov"), xml);
        String live = "<propertyupdate xmlns='DAV:'><set><prop><getetag>x</getetag></prop></set></propertyupdate>";
        assertTrue(send(host, "PROPPATCH", "/dir/c.txt", live).text().contains("HTTP/1.1 403 Forbidden"));
    }

    /** XML 1.1 has control characters, which the XML 1.0 of an answer cannot give back. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"1.0, &#x41;, 207", "1.1, &#x41;, 400", "1.1, &#11;, 400", "1.0, &#11;, 400"})
    void readsXmlOfVersion10(String version, String character, int status) throws Exception {
        String set = "<?xml version='" + version + "'?><propertyupdate xmlns='DAV:' xmlns:z='urn:" + character
                + "'><set><prop><z:a>1</z:a></prop></set></propertyupdate>";
        assertEquals(status, send(writing(), "PROPPATCH", "/a.txt", set).status());
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
                    COPY   | /a.txt   | /c.txt        | 201
                    COPY   | /a.txt   | /dir/b.txt    | 204
                    COPY   | /dir     | /dir2         | 201
                    COPY   | /dir     | /dir/dir      | 403
                    COPY   | /a.txt   | /a.txt        | 403
                    COPY   | /a.txt   | /no/c.txt     | 409
                    COPY   | /no.txt  | /c.txt        | 404
                    COPY   | /a.txt   | /.c           | 403
                    COPY   | /.hidden | /c.txt        | 403
                    COPY   | /a.txt   | /             | 403
                    MOVE   | /a.txt   | /c.txt        | 201
                    MOVE   | /dir     | /dir2         | 201
                    MOVE   | /        | /x            | 403
                    MOVE   | /a.txt   | http://elsewhere.example/c.txt | 502
                    MOVE   | /a.txt   | http://localhost/c.txt | 201
                    MOVE   | /a.txt   | null          | 400
                    DELETE | /a.txt   | null          | 204
                    DELETE | /dir     | null          | 204
                    DELETE | /        | null          | 403
                    DELETE | /no.txt  | null          | 404
                    DELETE | /.hidden | null          | 403
                    MKCOL  | /new     | null          | 201
                    MKCOL  | /dir     | null          | 405
                    MKCOL  | /no/new  | null          | 409
                    MKCOL  | /.new    | null          | 403
                    """)
    void changesFiles(String method, String target, @Nullable String destination, int status) throws Exception {
        RunningHost host = writing();
        RawResponse response = destination == null
                ? ask(host, method, target)
                : ask(host, method, target, "Destination: " + destination);
        assertEquals(status, response.status());
        assertEquals("secret", Files.readString(folder.resolve(".hidden")));
    }

    @Test
    void keepsWhatACopyThatFailsWouldHaveReplaced() throws Exception {
        Path deep = folder.resolve("deep");
        while (deep.toString().length() < 3800) {
            deep = deep.resolve("d".repeat(200));
        }
        // The system takes paths of less than 4096 bytes, and the copy has a longer name than its original.
        makeDirectories(deep.resolve("d".repeat(4085 - deep.toString().length() - 1)));
        String old = "o".repeat(60);
        write(old + "/b.txt", "b");
        RunningHost host = writing();
        assertEquals(403, ask(host, "COPY", "/deep", "Destination: /" + old).status());
        assertEquals("b", Files.readString(folder.resolve(old + "/b.txt")));
        assertEquals(List.of(".hidden", "a.txt", "deep", "dir", old), namesInFolder());
    }

    private static void makeDirectories(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            Assumptions.abort("no such long path here: " + e.getClass());
        }
    }

    @ParameterizedTest(name = "{0} {1} to {2}")
    @CsvSource({
        "COPY, /a.txt, /dir, 204, a.txt dir",
        "COPY, /dir, /a.txt, 204, a.txt/b.txt dir/b.txt",
        "MOVE, /a.txt, /dir, 204, dir",
        "MOVE, /dir, /a.txt, 204, a.txt/b.txt",
        "COPY, /dir, /new, 201, a.txt dir/b.txt new/b.txt"
    })
    void replacesOneKindByTheOther(String method, String from, String to, int status, String left) throws Exception {
        assertEquals(status, ask(writing(), method, from, "Destination: " + to).status());
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(
                    left,
                    files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString())
                            .filter(name -> !name.equals(".hidden"))
                            .sorted()
                            .collect(Collectors.joining(" ")));
        }
    }

    @Test
    void copiesNoLinkThatHasNoEnd() throws Exception {
        Files.createSymbolicLink(folder.resolve("dir/self"), Path.of("."));
        Files.createSymbolicLink(folder.resolve("dir/other"), Path.of("../a.txt"));
        assertEquals(201, ask(writing(), "COPY", "/dir", "Destination: /copy").status());
        try (Stream<Path> names = Files.list(folder.resolve("copy"))) {
            assertEquals(
                    List.of("b.txt", "other"),
                    names.map(file -> String.valueOf(file.getFileName()))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void replacesByPutAndKeepsWhatIsThereIfAsked() throws Exception {
        RunningHost host = writing();
        assertEquals(204, send(host, "PUT", "/a.txt", "new").status());
        assertEquals("new", Files.readString(folder.resolve("a.txt")));
        assertEquals(
                412,
                ask(host, "MOVE", "/a.txt", "Destination: /dir/b.txt", "Overwrite: F")
                        .status());
        assertEquals(
                403,
                send(host, "PUT", "/a.txt", "evil", "Origin: https://example.org")
                        .status());
    }

    @Test
    void writesThroughNoLinkThatLeadsOut() throws Exception {
        Path elsewhere = Files.createTempDirectory("elsewhere");
        try {
            Files.createSymbolicLink(folder.resolve("out"), elsewhere);
            for (String policy : List.of("follow", "inside", "never")) {
                RunningHost host = serve(handler -> {
                    handler.webdav("write");
                    handler.symbolicLinks(policy);
                });
                assertTrue(
                        ask(host, "COPY", "/a.txt", "Destination: /out/a.txt").status() >= 400);
                assertTrue(ask(host, "MKCOL", "/out/new").status() >= 400);
                boolean follows = policy.equals("follow");
                assertEquals(
                        follows, ask(host, "PROPFIND", "/", "Depth: 1").text().contains("/out/"));
            }
            try (var there = Files.list(elsewhere)) {
                assertEquals(0, there.count());
            }
            assertEquals(
                    204,
                    ask(
                                    serve(handler -> {
                                        handler.webdav("write");
                                        handler.symbolicLinks("follow");
                                    }),
                                    "DELETE",
                                    "/out")
                            .status());
            assertTrue(Files.exists(elsewhere));
        } finally {
            Files.deleteIfExists(folder.resolve("out"));
            Files.delete(elsewhere);
        }
    }

    @Test
    void locksFiles() throws Exception {
        RunningHost host = writing();
        RawResponse locked = send(host, "LOCK", "/a.txt", LOCK, "Timeout: Second-60");
        assertEquals(200, locked.status());
        String token = locked.field("Lock-Token").orElseThrow();
        assertTrue(locked.text().contains("<D:timeout>Second-60</D:timeout>"), locked.text());
        assertEquals(423, send(host, "PUT", "/a.txt", "x").status());
        assertEquals(423, ask(host, "DELETE", "/a.txt").status());
        assertEquals(423, send(host, "LOCK", "/a.txt", LOCK).status());
        assertEquals(
                412, send(host, "PUT", "/a.txt", "x", "If: (<urn:uuid:other>)").status());
        assertEquals(
                204, send(host, "PUT", "/a.txt", "x", "If: (" + token + ")").status());
        assertEquals(400, send(host, "PUT", "/a.txt", "x", "If: (broken").status());
        assertEquals(
                409,
                ask(host, "UNLOCK", "/a.txt", "Lock-Token: <urn:uuid:other>").status());
        assertEquals(204, ask(host, "UNLOCK", "/a.txt", "Lock-Token: " + token).status());
        assertEquals(204, send(host, "PUT", "/a.txt", "y").status());
        RawResponse made = send(host, "LOCK", "/new.txt", LOCK, "Depth: 0");
        assertEquals(201, made.status());
        assertEquals("", Files.readString(folder.resolve("new.txt")));
    }

    @Test
    void locksWhatIsInADirectory() throws Exception {
        RunningHost host = writing();
        RawResponse locked = send(host, "LOCK", "/dir/", LOCK, "Depth: infinity");
        Matcher token = Pattern.compile("<D:locktoken><D:href>(.*?)</D:href>").matcher(locked.text());
        assertTrue(token.find(), locked.text());
        assertEquals(423, send(host, "PUT", "/dir/c.txt", "x").status());
        assertEquals(423, ask(host, "MOVE", "/a.txt", "Destination: /dir/a.txt").status());
        assertEquals(
                201,
                send(host, "PUT", "/dir/c.txt", "x", "If: </dir/> (<" + token.group(1) + ">)")
                        .status());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<propfind xmlns='DAV:'>",
                "no xml",
                "<other xmlns='DAV:'/>",
                "<propfind/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><propfind xmlns='DAV:'><prop><x>&e;</x></prop></propfind>",
                "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><propfind xmlns='DAV:'><prop>&b;</prop></propfind>",
                "<!DOCTYPE propfind SYSTEM 'http://127.0.0.1:1/x.dtd'><propfind xmlns='DAV:'><allprop/></propfind>"
            })
    void takesNoOtherXml(String xml) throws Exception {
        RawResponse response = send(writing(), "PROPFIND", "/", xml, "Depth: 0");
        assertEquals(400, response.status());
        assertFalse(response.text().contains("root:"), response.text());
    }

    @Test
    void boundsTheXml() throws Exception {
        RunningHost host = writing();
        String deep = "<propfind xmlns='DAV:'><prop>" + "<a>".repeat(1000) + "</a>".repeat(1000) + "</prop></propfind>";
        assertEquals(400, send(host, "PROPFIND", "/", deep, "Depth: 0").status());
        byte[] large = ("<propfind xmlns='DAV:'><prop/>" + " ".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
        assertEquals(413, send(host, "PROPFIND", "/", large, "Depth: 0").status());
    }
}
