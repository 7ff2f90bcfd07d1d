package dev.gangway.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.RawResponse;
import dev.gangway.contract.RunningHost;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file handler sends of files: names, pages, codings, fields. */
public abstract class ReadingContract extends FileServerFixture {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    hide | /.secret                 | 404
                    hide | /.git/config             | 404
                    hide | /.well-known/security.txt | 200
                    hide | /a.txt                   | 200
                    hide | /.git/                   | 404
                    show | /.secret                 | 200
                    show | /.git/config             | 200
                    show | /.a.txt.part-0123456789abcdef0123456789abcdef | 404
                    """)
    void hidesNamesThatBeginWithADot(String hidden, String target, int status) throws Exception {
        for (String name : List.of(
                ".secret",
                ".git/config",
                ".well-known/security.txt",
                "a.txt",
                ".a.txt.part-0123456789abcdef0123456789abcdef")) {
            write(name, "x");
        }
        assertEquals(
                status, ask(handler -> handler.hidden(hidden), "GET", target).status());
        String listing = ask(handler -> handler.hidden(hidden), "GET", "/?json").text();
        assertEquals(hidden.equals("show"), listing.contains("\".secret\""), listing);
        assertEquals(hidden.equals("show"), listing.contains("\".well-known\""), listing);
        assertFalse(listing.contains(".part-"), listing);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    inside | in  | 200
                    inside | out | 404
                    never  | in  | 404
                    follow | out | 200
                    """)
    void followsLinksAsItIsTold(String policy, String link, int status) throws Exception {
        Path elsewhere = Files.createTempFile("outside", ".txt");
        try {
            write("a.txt", "x");
            Files.createSymbolicLink(folder.resolve("in"), Path.of("a.txt"));
            Files.createSymbolicLink(folder.resolve("out"), elsewhere);
            RunningHost host = serve(handler -> handler.symbolicLinks(policy));
            assertEquals(status, ask(host, "GET", "/" + link).status());
            boolean listed = ask(host, "GET", "/?json").text().contains("\"" + link + "\"");
            assertEquals(status == 200, listed);
        } finally {
            Files.delete(elsewhere);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    /                | 200 | home
                    /deep/route      | 200 | home
                    /deep/route?q=.x | 200 | home
                    /empty/          | 200 | home
                    /missing.js      | 404 |
                    /app.js          | 200 | script
                    """)
    void givesTheIndexPageForPathsOfAnApplication(String target, int status, @Nullable String text) throws Exception {
        write("index.html", "home");
        write("app.js", "script");
        Files.createDirectory(folder.resolve("empty"));
        RawResponse response = ask(handler -> handler.spa(true), "GET", target);
        assertEquals(status, response.status());
        if (text != null) {
            assertEquals(text, response.text());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    /a       | 200 | page a
                    /a.html  | 200 | page a
                    /b       | 301 |
                    /b/      | 200 | index of b
                    /b.html  | 200 | page b
                    /a/      | 404 |
                    /c       | 404 |
                    """)
    void servesPagesWithoutTheirSuffix(String target, int status, @Nullable String text) throws Exception {
        write("a.html", "page a");
        write("b.html", "page b");
        write("b/index.html", "index of b");
        RawResponse response = ask(handler -> handler.cleanUrls(true), "GET", target);
        assertEquals(status, response.status());
        if (text != null) {
            assertEquals(text, response.text());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    /x/a.txt     | 200 |
                    /x/dir       | 301 | /x/dir/
                    /x           | 301 | /x/
                    /x/          | 200 |
                    /x/../a.txt  | 200 |
                    /a.txt       | 404 |
                    /xa.txt      | 404 |
                    /            | 404 |
                    """)
    void servesBelowAPrefix(String target, int status, @Nullable String location) throws Exception {
        if (host().refuses(target) || target.contains("..")) {
            return; // a container has resolved it before
        }
        write("a.txt", "x");
        write("dir/b.txt", "x");
        RawResponse response = ask(handler -> handler.pathPrefix("/x"), "GET", target);
        assertEquals(status, response.status());
        assertEquals(location, response.field("Location").orElse(null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    gzip                       | gzip
                    gzip, br                   | br
                    zstd, gzip                 | zstd
                    br;q=0.5, gzip;q=0.9       | gzip
                    br;q=0, gzip;q=0           |
                    gzip;q=0.5, identity;q=0.9 |
                    *                          | br
                    deflate                    |
                    """)
    void sendsASiblingThatIsCompressed(String accepted, @Nullable String coding) throws Exception {
        write("app.js", "plain");
        write("app.js.br", "as br");
        write("app.js.zst", "as zstd");
        write("app.js.gz", "as gzip");
        RawResponse response = ask(handler -> {}, "GET", "/app.js", "Accept-Encoding: " + accepted);
        assertEquals(coding, response.field("Content-Encoding").orElse(null));
        assertEquals(coding == null ? "plain" : "as " + coding, response.text());
        assertEquals("Accept-Encoding", response.field("Vary").orElse("none"));
        assertEquals("text/javascript", response.field("Content-Type").orElse("none"));
    }

    /** Times are milliseconds within the second of the original, which is of 500; brotli keeps whole seconds. */
    @ParameterizedTest(name = "{0} ms, {1}")
    @CsvSource(textBlock = """
            -500, plain
             200, plain
             499, plain
               0, sibling
             500, sibling
             501, sibling
            """)
    void usesNoSiblingThatIsOlder(long millis, String sent) throws Exception {
        Files.setLastModifiedTime(write("app.js", "plain"), FileTime.from(MODIFIED.plusMillis(500)));
        Files.setLastModifiedTime(write("app.js.gz", "sibling"), FileTime.from(MODIFIED.plusMillis(millis)));
        assertEquals(
                sent,
                ask(handler -> {}, "GET", "/app.js", "Accept-Encoding: gzip").text());
    }

    /** Siblings that were missing are looked for again once the directory has changed. */
    @Test
    void aSiblingIsSentAsSoonAsItIsThere() throws Exception {
        write("dir/app.wasm", "as it is");
        Files.setLastModifiedTime(folder.resolve("dir"), FileTime.from(MODIFIED));
        RunningHost host = serve(handler -> {});
        String field = "Accept-Encoding: br, gzip";
        for (int i = 0; i < 2; i++) {
            assertEquals("as it is", ask(host, "GET", "/dir/app.wasm", field).text());
        }
        write("dir/app.wasm.gz", "as gzip");
        assertEquals("as gzip", ask(host, "GET", "/dir/app.wasm", field).text());
        write("dir/app.wasm.br", "as br");
        assertEquals("as br", ask(host, "GET", "/dir/app.wasm", field).text());
        Files.delete(folder.resolve("dir/app.wasm.br"));
        Files.delete(folder.resolve("dir/app.wasm.gz"));
        assertEquals("as it is", ask(host, "GET", "/dir/app.wasm", field).text());
    }

    @Test
    void compressesTextAsItGoes() throws Exception {
        write("a.txt", longText());
        RunningHost host = serve(handler -> {});
        RawResponse plain = ask(host, "GET", "/a.txt");
        RawResponse small = ask(host, "GET", "/a.txt", "Accept-Encoding: gzip");
        assertEquals("gzip", small.field("Content-Encoding").orElse("none"));
        assertEquals(longText(), gunzip(small.body()));
        assertEquals("Accept-Encoding", plain.field("Vary").orElse("none"));
        assertTrue(small.body().length < plain.body().length / 5);
        String tag = small.field("ETag").orElseThrow();
        assertFalse(tag.equals(plain.field("ETag").orElseThrow()));
        RawResponse again = ask(host, "GET", "/a.txt", "Accept-Encoding: gzip", "If-None-Match: " + tag);
        assertEquals(304, again.status());
        assertEquals(tag, again.field("ETag").orElse("none"));
        assertEquals("Accept-Encoding", again.field("Vary").orElse("none"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    /long.txt  | Range: bytes=0-9      | true
                    /short.txt | X: y                  | true
                    /long.png  | X: y                  | true
                    /long.txt  | X: y                  | false
                    /long.txt  | Accept-Encoding: br   | true
                    """)
    void leavesAloneWhatIsNotToBeCompressed(String target, String field, boolean compress) throws Exception {
        write("long.txt", longText());
        write("long.png", longText());
        write("short.txt", "short");
        String accepted = field.startsWith("Accept") ? "X: z" : "Accept-Encoding: gzip";
        RawResponse response = ask(handler -> handler.compress(compress), "GET", target, field, accepted);
        assertEquals("none", response.field("Content-Encoding").orElse("none"));
    }

    @Test
    void compressesAFileOfManyBuffers() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 3_000_000; i++) {
            text.append(i * 2654435761L).append('\n');
        }
        write("a.csv", text.toString());
        RawResponse small = ask(handler -> {}, "GET", "/a.csv", "Accept-Encoding: gzip");
        assertEquals(text.toString(), gunzip(small.body()));
        byte[] old = serve(handler -> {}).exchange(latin("GET /a.csv HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n"));
        assertEquals(text.toString(), gunzip(RawResponse.readOne(old, "GET").body()));
    }

    @Test
    void addsFieldsForOtherOrigins() throws Exception {
        write("a.txt", "x");
        for (String target : List.of("/a.txt", "/missing", "/")) {
            RawResponse response = ask(
                    handler -> {
                        handler.cors("https://example.org");
                        handler.isolated(true);
                    },
                    "GET",
                    target);
            assertEquals(
                    "https://example.org",
                    response.field("Access-Control-Allow-Origin").orElse("none"));
            assertTrue(String.join(", ", response.all("Vary")).contains("Origin"));
            assertEquals(
                    "same-origin", response.field("Cross-Origin-Opener-Policy").orElse("none"));
            assertEquals(
                    "require-corp",
                    response.field("Cross-Origin-Embedder-Policy").orElse("none"));
            assertEquals(
                    "same-origin",
                    response.field("Cross-Origin-Resource-Policy").orElse("none"));
        }
    }

    @Test
    void answersAPreflight() throws Exception {
        RawResponse response = ask(
                handler -> handler.cors("*"),
                "OPTIONS",
                "/a.txt",
                "Origin: https://example.org",
                "Access-Control-Request-Method: GET",
                "Access-Control-Request-Headers: range");
        assertEquals(204, response.status());
        assertEquals("*", response.field("Access-Control-Allow-Origin").orElse("none"));
        assertEquals("range", response.field("Access-Control-Allow-Headers").orElse("none"));
        assertTrue(response.field("Access-Control-Allow-Methods").orElse("").contains("GET"));
    }

    @Test
    void saysWhichMethodsThereAre() throws Exception {
        assertEquals(
                "GET, HEAD, OPTIONS",
                ask(handler -> {}, "OPTIONS", "/").field("Allow").orElse("none"));
    }

    @Test
    void keepsTheConnection() throws Exception {
        write("a.txt", longText());
        String request = "GET /a.txt HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n";
        List<RawResponse> responses = responses(
                () -> new FileHTTPRequestHandler(folder),
                request + request + "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertEquals(List.of(200, 200, 200), statuses(responses));
        assertArrayEquals(responses.get(0).body(), responses.get(1).body());
    }

    static String gunzip(byte[] bytes) throws Exception {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void variesByOneField() throws Exception {
        for (int i = 0; i < 20; i++) {
            write("dir/" + i, "x");
        }
        RawResponse response = ask(handler -> handler.cors("https://example.org"), "GET", "/dir/");
        assertEquals(
                List.of("accept", "accept-encoding", "origin"),
                java.util.Arrays.stream(response.field("Vary").orElse("").split(", *"))
                        .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                        .sorted()
                        .toList());
    }
}
