package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gangway.host.HandlerFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is never shown of scripts, in both modes. */
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

    @Test
    void showsTheTitleOfItsErrorsEscaped() throws Exception {
        RawResponse response = ask(start(rfc3875()), "GET", "/cgi-bin/%3Cscript%3Ealert(1)");
        assertEquals(404, response.status());
        assertFalse(text(response).contains("<script>"), text(response));
    }
}
