package dev.gangway.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.HostClient;
import dev.gangway.contract.RawResponse;
import dev.gangway.contract.RunningHost;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads: by PUT, in forms, and by tus. */
public abstract class WritingContract extends FileServerFixture {
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    never   | /new.txt         | X: y                          | 201 | /new.txt
                    never   | /dir/new.txt     | X: y                          | 201 | /dir/new.txt
                    never   | /a%20%C3%A9.txt  | X: y                          | 201 | /a%20%C3%A9.txt
                    never   | /old.txt         | X: y                          | 409 |
                    rename  | /old.txt         | X: y                          | 201 | /old%20%281%29.txt
                    replace | /old.txt         | X: y                          | 204 |
                    replace | /old.txt         | If-None-Match: *              | 412 |
                    never   | /new.txt         | If-None-Match: *              | 201 | /new.txt
                    replace | /old.txt         | If-Match: "other"             | 412 |
                    replace | /new.txt         | If-Match: *                   | 412 |
                    replace | /old.txt         | If-Match: *                   | 204 |
                    replace | /new.txt         | Content-Range: bytes 0-3/9    | 400 |
                    replace | /missing/new.txt | X: y                          | 409 |
                    replace | /dir             | X: y                          | 409 |
                    replace | /dir/            | X: y                          | 409 |
                    replace | /                | X: y                          | 409 |
                    replace | /.hidden         | X: y                          | 403 |
                    replace | /.dir/new.txt    | X: y                          | 403 |
                    replace | /x/.a.part-0123456789abcdef0123456789abcdef | X: y   | 403 |
                    replace | /new.txt         | Origin: https://example.org   | 403 |
                    replace | /new.txt         | Origin: null                  | 403 |
                    replace | /new.txt         | Origin: http://localhost      | 201 | /new.txt
                    replace | /new.txt         | Sec-Fetch-Site: cross-site    | 403 |
                    replace | /new.txt         | Sec-Fetch-Site: same-site     | 403 |
                    replace | /new.txt         | Sec-Fetch-Site: same-origin   | 201 | /new.txt
                    """)
    void puts(String overwrite, String target, String field, int status, @Nullable String location) throws Exception {
        write("old.txt", "old");
        write("dir/x", "");
        RunningHost host = serve(handler -> {
            handler.upload(true);
            handler.overwrite(overwrite);
        });
        RawResponse response = send(host, "PUT", target, "new content", field);
        assertEquals(status, response.status());
        assertEquals(location, response.field("Location").orElse(null));
        if (status == 201) {
            assertEquals("new content", ask(host, "GET", location).text());
        }
        assertEquals(status == 204 ? "new content" : "old", Files.readString(folder.resolve("old.txt")));
        assertNothingLeft();
    }

    @Test
    void putsNothingUnlessItIsAllowed() throws Exception {
        RawResponse response = send(serve(handler -> {}), "PUT", "/a.txt", "x");
        assertEquals(405, response.status());
        assertEquals("GET, HEAD, OPTIONS", response.field("Allow").orElse("none"));
        assertEquals(List.of(), namesInFolder());
    }

    @Test
    void refusesNamesThatAreNotOurs() throws Exception {
        RunningHost host = serve(handler -> handler.upload(true));
        RawResponse strange = send(host, "PUT", "/a.txt", "x", "Host: rebound.example");
        RunningHost named = serve(handler -> {
            handler.upload(true);
            handler.hosts(List.of("files.example"));
        });
        // In memory there is no address to go by.
        assertTrue(strange.status() == 403 || host().getClass().getSimpleName().equals("InMemory"), strange.toString());
        assertEquals(
                201,
                send(named, "PUT", "/b.txt", "x", "Host: files.example:8000").status());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    PUT  | 10 | 201
                    PUT  | 11 | 413
                    form | 10 | 201
                    form | 11 | 413
                    """)
    void limitsTheSize(String way, int bytes, int status) throws Exception {
        RunningHost host = serve(handler -> {
            handler.upload(true);
            handler.uploadLimit("10");
        });
        String content = "x".repeat(bytes);
        RawResponse response = way.equals("PUT")
                ? send(host, "PUT", "/a.txt", content)
                : send(host, "POST", "/", form("a.txt", content), FORM);
        assertEquals(status, response.status());
        assertEquals(status == 201 ? List.of("a.txt") : List.of(), namesInFolder());
    }

    @ParameterizedTest(name = "{0} and {1} bytes, {2}")
    @CsvSource({"6, 4, 10, 201", "6, 5, 10, 413", "8, 3, 10, 413", "7, 7, 100, 201", "8, 1, 8, 413"})
    void limitsTheSizeOfAllFilesOfAForm(int first, int second, String total, int status) throws Exception {
        RunningHost host = serve(handler -> {
            handler.upload(true);
            handler.uploadLimit(8);
            handler.uploadTotalLimit(total);
        });
        String form = new String(form("a.txt", "x".repeat(first)), StandardCharsets.ISO_8859_1);
        String both = form.substring(0, form.lastIndexOf("--XX--"))
                + new String(form("b.txt", "x".repeat(second)), StandardCharsets.ISO_8859_1);
        assertEquals(status, send(host, "POST", "/", both, FORM).status());
        assertEquals(status == 201 ? List.of("a.txt", "b.txt") : List.of(), namesInFolder());
    }

    @Test
    void limitsTheSizeOfWhatIsNotAnnounced() throws Exception {
        RunningHost host = serve(handler -> {
            handler.upload(true);
            handler.uploadLimit(10);
        });
        String request = "PUT /a.txt HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "8\r\n12345678\r\n3\r\n123\r\n0\r\n\r\n";
        assertEquals(
                413, RawResponse.readOne(host.exchange(latin(request)), "PUT").status());
        assertEquals(List.of(), namesInFolder());
    }

    @Test
    void putsChunks() throws Exception {
        RunningHost host = serve(handler -> handler.upload(true));
        String request = "PUT /a.txt HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "8\r\n12345678\r\n3\r\n9ab\r\n0\r\n\r\n";
        assertEquals(
                201, RawResponse.readOne(host.exchange(latin(request)), "PUT").status());
        assertEquals("123456789ab", Files.readString(folder.resolve("a.txt")));
    }

    @Test
    void leavesNothingOfWhatIsCut() throws Exception {
        RunningHost host = serve(handler -> handler.upload(true));
        host.exchange(latin("PUT /a.txt HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nabc"));
        String form = new String(form("b.txt", "content"), StandardCharsets.ISO_8859_1);
        host.exchange(latin("POST / HTTP/1.1\r\nHost: localhost\r\n" + FORM + "\r\nContent-Length: 100000\r\n\r\n"
                + form.substring(0, form.length() - 10)));
        assertEquals(List.of(), namesInFolder());
    }

    @Test
    void showsNothingOfWhatIsBeingWritten() throws Exception {
        RunningHost host = serve(handler -> {
            handler.upload(true);
            handler.hidden("show");
        });
        RunningHost reading = serve(handler -> handler.hidden("show"));
        try (HostClient client = host.connect()) {
            client.send("PUT /a.txt HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 6\r\n\r\n");
            assertEquals(100, client.readResponse("PUT").status());
            client.send("abc");
            assertEquals(404, ask(reading, "GET", "/a.txt").status());
            assertFalse(ask(reading, "GET", "/?json").text().contains("a.txt"));
            client.send("def");
            assertEquals(201, client.readResponse("PUT").status());
        }
        assertEquals("abcdef", ask(reading, "GET", "/a.txt").text());
    }

    @Test
    void refusesBeforeTheContentIsSent() throws Exception {
        write("old.txt", "old");
        RunningHost host = serve(handler -> handler.upload(true));
        try (HostClient client = host.connect()) {
            client.send("PUT /old.txt HTTP/1.1\r\nHost: localhost\r\nOrigin: https://example.org\r\n"
                    + "Expect: 100-continue\r\nContent-Length: 6\r\n\r\n");
            assertEquals(403, client.readResponse("PUT").status());
        }
    }

    @Test
    void writesNamesOfTheGreatestLength() throws Exception {
        String name = "n".repeat(251) + ".txt";
        RunningHost host = serve(handler -> {
            handler.upload(true);
            handler.overwrite("rename");
        });
        assertEquals(201, send(host, "PUT", "/" + name, "x").status());
        assertEquals(201, send(host, "PUT", "/" + name, "y").status());
        assertEquals(List.of("n".repeat(247) + " (1).txt", name), namesInFolder());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"upload, PUT, 400", "webdav, PUT, 400", "webdav, MKCOL, 400", "webdav, GET, 404", "webdav, DELETE, 400"
    })
    void refusesNamesThatAreTooLong(String way, String method, int status) throws Exception {
        RunningHost host = serve(handler -> {
            handler.upload(way.equals("upload"));
            handler.webdav(way.equals("webdav") ? "write" : "off");
        });
        for (String name : List.of("n".repeat(256), "%C3%A9".repeat(128))) {
            RawResponse response =
                    method.equals("PUT") ? send(host, method, "/" + name, "x") : ask(host, method, "/" + name);
            assertEquals(status, response.status());
        }
        assertEquals(List.of(), namesInFolder());
    }

    @Test
    void writesThroughNoLinkThatLeadsOut() throws Exception {
        Path elsewhere = Files.createTempDirectory("elsewhere");
        try {
            Files.createSymbolicLink(folder.resolve("out"), elsewhere);
            Files.writeString(elsewhere.resolve("victim"), "safe");
            Files.createSymbolicLink(folder.resolve("link.txt"), elsewhere.resolve("victim"));
            for (String policy : List.of("follow", "inside", "never")) {
                RunningHost host = serve(handler -> {
                    handler.upload(true);
                    handler.overwrite("replace");
                    handler.symbolicLinks(policy);
                });
                assertEquals(409, send(host, "PUT", "/out/a.txt", "x").status());
                send(host, "PUT", "/link.txt", "x");
                assertEquals("safe", Files.readString(elsewhere.resolve("victim")));
                try (Stream<Path> there = Files.list(elsewhere)) {
                    assertEquals(1, there.count());
                }
            }
        } finally {
            Files.delete(elsewhere.resolve("victim"));
            Files.delete(elsewhere);
        }
    }

    @Test
    void takesFormsOfSeveralFiles() throws Exception {
        Files.createDirectory(folder.resolve("dir"));
        RunningHost host = serve(handler -> handler.upload(true));
        String form = "--XX\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
                + "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a é.txt\"\r\nContent-Type: text/plain\r\n\r\none\r\n"
                + "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\\\fakepath\\\\b.txt\"\r\n\r\ntwo\r\n--X-\r\n"
                + "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--XX--\r\n";
        RawResponse response = send(host, "POST", "/dir/", form, FORM);
        assertEquals(201, response.status());
        assertEquals("/dir/a%20%C3%A9.txt", response.field("Location").orElse("none"));
        assertEquals("one", Files.readString(folder.resolve("dir/a é.txt")));
        assertEquals("two\r\n--X-", Files.readString(folder.resolve("dir/b.txt")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    ../../evil.txt | 201 | evil.txt
                    ..             | 400 |
                    .hidden        | 403 |
                    taken.txt      | 409 |
                    """)
    void takesNoNameThatLeadsElsewhere(String name, int status, @Nullable String written) throws Exception {
        write("taken.txt", "taken");
        RunningHost host = serve(handler -> handler.upload(true));
        assertEquals(status, send(host, "POST", "/", form(name, "x"), FORM).status());
        assertEquals(written == null ? List.of("taken.txt") : List.of(written, "taken.txt"), namesInFolder());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    multipart/form-data               | 400
                    multipart/form-data; boundary=YY  | 400
                    application/x-www-form-urlencoded | 415
                    text/plain                        | 415
                    """)
    void takesNoOtherForm(String type, int status) throws Exception {
        RunningHost host = serve(handler -> handler.upload(true));
        assertEquals(
                status,
                send(host, "POST", "/", form("a.txt", "x"), "Content-Type: " + type)
                        .status());
        assertEquals(List.of(), namesInFolder());
    }

    @Test
    void asksForPasswords() throws Exception {
        write("a.txt", "x");
        Path file = write("accounts", "# people\njane:$2y$04$" + "A".repeat(53) + "\n");
        RunningHost host = serve(handler -> {
            handler.auth("joe:se:cret");
            handler.authFile(file);
            handler.realm("My \"files\"");
        });
        RawResponse refused = ask(host, "GET", "/a.txt");
        assertEquals(401, refused.status());
        assertEquals(
                "Basic realm=\"My \\\"files\\\"\", charset=\"UTF-8\"",
                refused.field("WWW-Authenticate").orElse("none"));
        assertEquals(200, ask(host, "GET", "/a.txt", basic("joe", "se:cret")).status());
        assertEquals(401, ask(host, "GET", "/a.txt", basic("joe", "wrong")).status());
        assertEquals(401, ask(host, "GET", "/a.txt", basic("jane", "wrong")).status());
        assertEquals(
                401,
                ask(host, "GET", "/a.txt", "Authorization: Basic nonsense!").status());
        int last = 0;
        for (int i = 0; i < 10; i++) {
            last = ask(host, "GET", "/a.txt", basic("nobody", "guess" + i)).status();
        }
        assertEquals(429, last);
        assertEquals(200, ask(host, "GET", "/a.txt", basic("joe", "se:cret")).status());
    }

    @Test
    void uploadsInPiecesByTus() throws Exception {
        RunningHost host = serve(handler -> handler.upload(true));
        RawResponse created = send(host, "POST", "/", "", TUS, "Upload-Length: 10", metadata("tus é.txt"));
        assertEquals(201, created.status());
        String location = created.field("Location").orElseThrow();
        assertTrue(created.field("Upload-Expires").isPresent());
        assertEquals(
                "0", ask(host, "HEAD", location, TUS).field("Upload-Offset").orElse("none"));
        RawResponse first = send(host, "PATCH", location, "01234", TUS, PIECE, "Upload-Offset: 0");
        assertEquals(204, first.status());
        assertEquals("5", first.field("Upload-Offset").orElse("none"));
        assertEquals(
                409,
                send(host, "PATCH", location, "x", TUS, PIECE, "Upload-Offset: 4")
                        .status());
        // A piece that is cut: what came of it is kept.
        host.exchange(latin("PATCH " + location + " HTTP/1.1\r\nHost: localhost\r\n" + TUS + "\r\n" + PIECE
                + "\r\nUpload-Offset: 5\r\nContent-Length: 5\r\n\r\n56"));
        RunningHost restarted = serve(handler -> handler.upload(true));
        RawResponse state = ask(restarted, "HEAD", location, TUS);
        assertEquals("10", state.field("Upload-Length").orElse("none"));
        String offset = state.field("Upload-Offset").orElseThrow();
        assertTrue(
                offset.equals("7") || offset.equals("5"),
                offset); // a container may give no byte of a request that was cut
        String rest = "0123456789".substring(Integer.parseInt(offset));
        assertFalse(namesInFolder().contains("tus é.txt"));
        assertEquals(
                204,
                send(restarted, "PATCH", location, rest, TUS, PIECE, "Upload-Offset: " + offset)
                        .status());
        assertEquals("0123456789", Files.readString(folder.resolve("tus é.txt")));
        assertEquals(List.of("tus é.txt"), namesInFolder());
        assertEquals(
                "10",
                ask(restarted, "HEAD", location, TUS).field("Upload-Offset").orElse("none"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    Upload-Length: 10 | filename a.txt        | 201
                    Upload-Length: 0  | filename a.txt        | 201
                    Upload-Length: 99 | filename a.txt        | 413
                    Upload-Length: -1 | filename a.txt        | 400
                    X: y              | filename a.txt        | 400
                    Upload-Length: 10 | name a.txt            | 400
                    Upload-Length: 10 | filename ..           | 400
                    Upload-Length: 10 | filename ../../a.txt  | 201
                    Upload-Length: 10 | filename .a           | 403
                    Upload-Length: 10 | filename taken.txt    | 409
                    """)
    void beginsByTus(String length, String metadata, int status) throws Exception {
        write("taken.txt", "");
        RunningHost host = serve(handler -> {
            handler.upload(true);
            handler.uploadLimit(98);
        });
        String[] words = metadata.split(" ");
        String field = "Upload-Metadata: " + words[0] + " "
                + Base64.getEncoder().encodeToString(words[1].getBytes(StandardCharsets.UTF_8));
        assertEquals(status, send(host, "POST", "/", "", TUS, length, field).status());
    }

    @Test
    void saysWhatItCanDoByTus() throws Exception {
        RunningHost host = serve(handler -> handler.upload(true));
        RawResponse response = ask(host, "OPTIONS", "/");
        assertEquals("1.0.0", response.field("Tus-Version").orElse("none"));
        assertEquals(
                "creation,termination,checksum,expiration",
                response.field("Tus-Extension").orElse("none"));
        assertEquals("1073741824", response.field("Tus-Max-Size").orElse("none"));
        RawResponse old = send(host, "POST", "/", "", "Tus-Resumable: 0.2.0", "Upload-Length: 1", metadata("a"));
        assertEquals(412, old.status());
        assertEquals("1.0.0", old.field("Tus-Version").orElse("none"));
    }

    @Test
    void checksWhatComesByTus() throws Exception {
        RunningHost host = serve(handler -> handler.upload(true));
        String location = send(host, "POST", "/", "", TUS, "Upload-Length: 5", metadata("a.txt"))
                .field("Location")
                .orElseThrow();
        String right = "Upload-Checksum: sha1 qvTGHdzF6KLavt4PO0gs2a6pQ00="; // of "hello"
        assertEquals(
                460,
                send(host, "PATCH", location, "hullo", TUS, PIECE, "Upload-Offset: 0", right)
                        .status());
        assertEquals(
                "0", ask(host, "HEAD", location, TUS).field("Upload-Offset").orElse("none"));
        assertEquals(
                400,
                send(host, "PATCH", location, "hello", TUS, PIECE, "Upload-Offset: 0", "Upload-Checksum: crc x")
                        .status());
        assertEquals(
                413,
                send(host, "PATCH", location, "hello!", TUS, PIECE, "Upload-Offset: 0")
                        .status());
        assertEquals(
                204,
                send(host, "PATCH", location, "hello", TUS, PIECE, "Upload-Offset: 0", right)
                        .status());
        assertEquals("hello", Files.readString(folder.resolve("a.txt")));
    }

    @Test
    void endsAndForgetsByTus() throws Exception {
        RunningHost host = serve(handler -> handler.upload(true));
        String one = send(host, "POST", "/", "", TUS, "Upload-Length: 5", metadata("a.txt"))
                .field("Location")
                .orElseThrow();
        assertEquals(204, ask(host, "DELETE", one, TUS).status());
        assertEquals(404, ask(host, "HEAD", one, TUS).status());
        assertEquals(List.of(), namesInFolder());
        String other = send(host, "POST", "/", "", TUS, "Upload-Length: 5", metadata("a.txt"))
                .field("Location")
                .orElseThrow();
        for (String name : namesInFolder()) {
            Files.setLastModifiedTime(
                    folder.resolve(name), FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        }
        assertEquals(404, ask(host, "HEAD", other, TUS).status());
        send(host, "POST", "/", "", TUS, "Upload-Length: 5", metadata("b.txt"));
        assertEquals(2, namesInFolder().size());
    }

    private static final String FORM = "Content-Type: multipart/form-data; boundary=XX";
    private static final String TUS = "Tus-Resumable: 1.0.0";
    private static final String PIECE = "Content-Type: application/offset+octet-stream";

    private static byte[] form(String name, String content) {
        return ("--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content
                        + "\r\n--XX--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String metadata(String name) {
        return "Upload-Metadata: filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String basic(String name, String password) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private void assertNothingLeft() throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(
                    List.of(),
                    all.filter(file -> file.toString().contains(".part-")).toList());
        }
    }
}
