package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No client sees the source of a script, in either mode. */
public abstract class CgiSourcesContract extends CgiFixture {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/cgi-bin/x.txt",
                "/cgi-bin/x.txt/",
                "/cgi-bin//x.txt",
                "/cgi-bin/./x.txt",
                "//cgi-bin/x.txt",
                "/%63gi-bin/x.txt",
                "/cgi-bin%2fx.txt",
                "/cgi-bin%2Fx.txt",
                "/cgi-bin/%2e/x.txt",
                "/public/../cgi-bin/x.txt",
                "/public/%2e%2e/cgi-bin/x.txt",
                "/public/..%2fcgi-bin/x.txt",
                "/../cgi-bin/x.txt",
                "/cgi-bin/../../cgi-bin/x.txt",
                "/cgi-bin/x.txt%00",
                "/cgi-bin/x.txt%20",
                "/cgi-bin%00/x.txt",
                "/cgi-bin\\x.txt",
                "/cgi-bin%5cx.txt",
                "/CGI-BIN/x.txt",
                "/cgi-bin/X.TXT",
                "/cgi-bin;a/x.txt",
                "/cgi-bin/x.txt;a",
                "/cgi-bin/x.txt?",
                "/cgi-bin/x.txt%3F",
                "/cgi-bin/x.txt%23",
                "/cgi-bin%252fx.txt",
                "/%2563gi-bin/x.txt",
                "/cgi%ad-bin/x.txt",
                "/public/link.txt",
                "/public/folder/x.txt",
                "/public/folder/",
                "/public/index/",
                "/cgi-bin/",
                "/cgi-bin/sub/",
                "/public/folder",
                "http://x/cgi-bin/x.txt"
            })
    void neverShowsASource(String path) throws Exception {
        Files.writeString(root.resolve("cgi-bin/x.txt"), SOURCE);
        Files.createDirectories(root.resolve("public/index"));
        Files.createSymbolicLink(root.resolve("public/link.txt"), root.resolve("cgi-bin/x.txt"));
        Files.createSymbolicLink(root.resolve("public/folder"), root.resolve("cgi-bin"));
        Files.createSymbolicLink(root.resolve("public/index/index.html"), root.resolve("cgi-bin/x.txt"));
        for (HandlerFactory factory : List.of(documented(), rfc3875())) {
            try (RunningHost host = host().start(factory)) {
                String response = new String(host.exchange(latin(request("GET " + path))), StandardCharsets.ISO_8859_1);
                assertFalse(response.contains(SOURCE), response);
                assertFalse(response.contains(">x.txt<"), response);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            GET  | /top.sh             | 200 | 'ran  '
            GET  | /top.sh/info?q      | 200 | ran /info q
            GET  | /page.txt           | 403 | ''
            GET  | /nothing            | 404 | ''
            GET  | /                   | 403 | ''
            GET  | /public             | 403 | ''
            GET  | /public/            | 200 | <li>
            GET  | /public/a.txt       | 200 | text
            GET  | /public/nothing     | 404 | ''
            GET  | /public/a.txt/info  | 404 | ''
            GET  | /public/deep/       | 200 | index
            GET  | /public/run.sh      | 200 | 'ran  '
            GET  | /public/deep/run.sh/info?q | 200 | ran /info q
            GET  | /public/%72un.sh    | 200 | 'ran  '
            GET  | /public/idle.sh     | 403 | ''
            GET  | /public/idle.py     | 403 | ''
            GET  | /public/idle.sh/    | 403 | ''
            GET  | /public/link.txt    | 404 | ''
            GET  | /public/run-link    | 200 | 'ran  '
            GET  | /public/script/     | 200 | <li>
            GET  | /cgi-bin/x.sh       | 200 | 'ran  '
            HEAD | /public/a.txt       | 200 | ''
            POST | /public/run.sh      | 200 | 'ran  '
            POST | /public/a.txt       | 501 | ''
            """)
    void runsTheScriptsOfAWholeTreeAndShowsItsOtherFiles(String method, String path, int status, String body)
            throws Exception {
        Assumptions.assumeFalse(host().refuses(path), HostDifference.OWN_PARSER::reason);
        makeWholeTree();
        for (String mode : List.of("documented", "rfc3875")) {
            RunningHost host = start(rfc3875(handler -> {
                handler.cgiMode(mode);
                handler.cgiDirectories(List.of("/"));
            }));
            RawResponse response = ask(host, method, path);
            assertEquals(status, response.status(), mode);
            assertFalse(text(response).contains(SOURCE), mode);
            assertTrue(text(response).contains(body.strip()), () -> mode + text(response));
        }
    }

    private void makeWholeTree() throws IOException {
        String ran = PLAIN + "printf 'ran %s %s' \"$PATH_INFO\" \"$QUERY_STRING\"\n";
        Files.createDirectories(root.resolve("public/deep"));
        Files.createDirectories(root.resolve("public/script"));
        for (String name : List.of(
                "../top.sh", "x.sh", "../public/run.sh", "../public/deep/run.sh", "../public/script/index.html")) {
            script(name, ran);
        }
        Files.writeString(root.resolve("public/a.txt"), "text");
        Files.writeString(root.resolve("public/deep/index.html"), "index");
        Files.writeString(root.resolve("public/idle.sh"), "#!/bin/sh\n# " + SOURCE);
        Files.writeString(root.resolve("public/idle.py"), "# " + SOURCE);
        Files.createSymbolicLink(root.resolve("public/link.txt"), root.resolve("page.txt"));
        Files.createSymbolicLink(root.resolve("public/run-link"), root.resolve("public/run.sh"));
    }

    @Test
    void showsTheTitleOfItsErrorsEscaped() throws Exception {
        RawResponse response = ask(start(rfc3875()), "GET", "/cgi-bin/%3Cscript%3Ealert(1)");
        assertEquals(404, response.status());
        assertFalse(text(response).contains("<script>"), text(response));
    }
}
