package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.CGIHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what a script says, in RFC 3875 mode. The transcripts hold the documented mode. */
public abstract class CgiResponseContract extends CgiFixture {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Content-Type: text/plain\\n\\nbody                           | 200 | text/plain | ''         | body
            Content-Type: text/plain\\r\\n\\r\\nbody                     | 200 | text/plain | ''         | body
            Status: 404 Lost\\nContent-Type: text/plain\\n\\nlost        | 404 | text/plain | ''         | lost
            Status: 299\\n\\n                                            | 299 | ''         | ''         | ''
            Status: 204 None\\n\\nno body                                | 204 | ''         | ''         | ''
            Location: http://example.org/\\n\\n                          | 302 | ''         | http://example.org/ | ''
            Status: 301 Moved\\nLocation: http://example.org/\\n\\n      | 301 | ''         | http://example.org/ | ''
            Status: 303 See\\nLocation: http://x/\\nContent-Type: a/b\\n\\nx | 303 | a/b     | http://x/  | x
            Location: /page.txt\\n\\n                                    | 200 | text/plain | ''         | page
            Location: /cgi-bin/target.sh?a=b\\n\\n                       | 200 | text/plain | ''         | GET a=b
            Location: /page.txt#part\\n\\n                           | 200 | text/plain | ''         | page
            Location: /cgi-bin/target.sh?a=b#part?c\\n\\n            | 200 | text/plain | ''         | GET a=b
            Location: /page.txt\\nContent-Type: a/b\\n\\nx            | 302 | a/b        | /page.txt  | x
            Location: /page.txt#part\\nX-Own: x\\n\\n                | 302 | ''         | /page.txt#part | ''
            Status: 302 Found\\nLocation: /page.txt\\n\\n            | 302 | ''         | /page.txt  | ''
            Content-Type: text/plain\\nContent-Length: 4\\n\\nbody       | 200 | text/plain | ''         | body
            Content-Type: text/plain\\nTransfer-Encoding: gzip\\n\\nbody | 200 | text/plain | ''         | body
            """)
    void answersAsTheScriptSays(String output, int status, String type, String location, String body) throws Exception {
        script("target.sh", PLAIN + "printf '%s %s' \"$REQUEST_METHOD\" \"$QUERY_STRING\"\n");
        script("x.sh", "printf '" + output + "'\n");
        RawResponse response = ask(start(rfc3875()), "GET", "/cgi-bin/x.sh");
        assertEquals(status, response.status());
        assertEquals(type, response.field("Content-Type").orElse(""));
        assertEquals(location, response.field("Location").orElse(""));
        assertEquals(body, text(response));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Set-Cookie: sid=1\\nLocation: /page.txt",
                "Location: /page.txt\\nSet-Cookie: sid=1",
                "Location: /page.txt\\nSet-Cookie: sid=1\\nContent-Length: 0",
                "Set-Cookie: sid=1\\nStatus: 302\\nLocation: /page.txt"
            })
    void losesNoFieldOfARedirect(String head) throws Exception {
        script("x.sh", "printf '" + head + "\\n\\n'\n");
        RawResponse response = ask(start(rfc3875()), "GET", "/cgi-bin/x.sh");
        assertEquals(302, response.status());
        assertEquals("/page.txt", response.field("Location").orElse(""));
        assertEquals("sid=1", response.field("Set-Cookie").orElse(""));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                ":",
                "printf 'no header section\\n\\n'",
                "printf '\\nbody'",
                "printf 'X-Own: x\\n\\nbody'",
                "printf 'Content-Type: text/plain\\n'",
                "printf 'Status: nonsense\\n\\n'",
                "printf 'Location: /cgi-bin/x.sh\\n\\n'",
                "kill -9 $$",
                "exit 3"
            })
    void answers502WhereTheScriptSaysNothingOfUse(String body) throws Exception {
        script("x.sh", body + "\n");
        assertEquals(502, ask(start(rfc3875()), "GET", "/cgi-bin/x.sh").status());
    }

    @Test
    void keepsTheConnectionAfterAScript() throws Exception {
        script("x.sh", PLAIN + "printf 'one'; printf 'two'\n");
        RunningHost host = start(rfc3875());
        try (HostClient client = host.connect()) {
            for (int i = 0; i < 3; i++) {
                client.send(request("GET /cgi-bin/x.sh"));
                assertEquals("onetwo", text(client.readResponse("GET")));
                client.send(request("HEAD /cgi-bin/x.sh"));
                assertEquals(200, client.readResponse("HEAD").status());
            }
        }
    }

    @Test
    void cutsAResponseThatFallsShortOfItsLength() throws Exception {
        script("x.sh", "printf 'Content-Type: text/plain\\nContent-Length: 50\\n\\nshort'\n");
        RunningHost host = start(rfc3875());
        try (HostClient client = host.connect()) {
            client.send(request("GET /cgi-bin/x.sh"));
            String all = new String(client.readToEnd(), StandardCharsets.ISO_8859_1);
            assertFalse(all.contains("HTTP/1.1 502"), all);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "x.sh, HTTP/1.1, Content-Type: text/plain",
        "x.sh, HTTP/1.0, Content-Type: text/plain",
        "nph-x.sh, HTTP/1.1, HTTP/1.1 200 OK"
    })
    @Needs(without = HostDifference.NO_RESET)
    void cutsAResponseWithoutLengthWhoseScriptASignalHasEnded(String name, String version, String head)
            throws Exception {
        script(name, "printf '" + head + "\\r\\n\\r\\nbegun'; kill -9 $$\n");
        RunningHost host = start(rfc3875());
        try (HostClient client = host.connect()) {
            client.send("GET /cgi-bin/" + name + " " + version + "\r\nHost: x\r\n\r\n");
            assertThrows(IOException.class, () -> client.readResponse("GET"));
        }
    }

    @Test
    @Needs(without = HostDifference.OWN_REASON_PHRASE)
    void sendsWhatANphScriptPrints() throws Exception {
        script("nph-x.sh", "printf 'HTTP/1.1 299 Own\\r\\nX-Own: x\\r\\nContent-Length: 2\\r\\n\\r\\nhi'\n");
        String response = exchange(rfc3875(), request("GET /cgi-bin/nph-x.sh"));
        assertEquals("HTTP/1.1 299 Own\r\nX-Own: x\r\nContent-Length: 2\r\n\r\nhi", response);
    }

    /** Asks for a script and then for a file on one connection, in the documented mode or for a nph- script. */
    private List<RawResponse> responsesOf(String name, String output) throws Exception {
        boolean nph = name.startsWith("nph-");
        script(name, "printf '" + (nph ? "HTTP/1.1 200 OK\\r\\n" : "") + output + "'\n");
        HandlerFactory documented = () -> {
            CGIHTTPRequestHandler handler = new CGIHTTPRequestHandler(root);
            handler.protocolVersion("HTTP/1.1");
            return handler;
        };
        String requests = request("GET /cgi-bin/" + name) + request("GET /page.txt", "Connection: close");
        return responses(nph ? rfc3875() : documented, requests);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', textBlock = """
            x.sh     | X-Name: a\\rContent-Length: 2\\r\\n\\r\\nok                     | ok
            x.sh     | X-Name: a\\rContent-Length: 2\\n\\nok                             | ok
            x.sh     | X-Name: a\\r\\r\\nContent-Length: 2\\r\\r\\n\\r\\r\\nok             | ok
            x.sh     | Content-Length: 2\\nContent-Length: 4\\n\\nokay                  | okay
            x.sh     | Content-Length: 9\\nTransfer-Encoding: chunked\\n\\n2\\r\\nok\\r\\n0\\r\\n\\r\\n | ok
            x.sh     | Transfer-Encoding: identity\\nContent-Length: 2\\n\\nok         | ok
            x.sh     | Content-Length : 2\\n\\nok                                     | ok
            nph-x.sh | X-Name: a\\rContent-Length: 2\\r\\n\\r\\nok                     | ok
            nph-x.sh | Content-Length: 2\\nContent-Length: 4\\n\\nokay                  | okay
            nph-x.sh | Content-Length: 9\\nTransfer-Encoding: chunked\\n\\n2\\r\\nok\\r\\n0\\r\\n\\r\\n | ok
            nph-x.sh | Transfer-Encoding: identity\\nContent-Length: 2\\n\\nok         | ok
            """)
    void staysInStepWithTheStrictestClient(String name, String output, String content) throws Exception {
        List<RawResponse> responses = responsesOf(name, output);
        assertEquals(content, text(responses.get(0)));
        if (responses.size() == 1) {
            assertTrue(responses.get(0).saysClose());
        } else {
            assertEquals("page", text(responses.get(1)));
        }
    }

    @Test
    void takesChunksApartForAnOldClient() throws Exception {
        script("x.sh", "printf 'Transfer-Encoding: chunked\\n\\n2\\r\\nok\\r\\n0\\r\\n\\r\\n'\n");
        RawResponse response =
                RawResponse.readOne(start(documented()).exchange(latin("GET /cgi-bin/x.sh HTTP/1.0\r\n\r\n")), "GET");
        assertEquals("ok", text(response));
        assertEquals(List.of(), response.all("Transfer-Encoding"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"chunked", "gzip, chunked", "chunked, chunked", "gzip\\nTransfer-Encoding: chunked"})
    void answers502WhereTheScriptFramesItsContent(String coding) throws Exception {
        script(
                "x.sh",
                "printf 'Content-Type: text/plain\\nTransfer-Encoding: " + coding
                        + "\\n\\n2\\r\\nok\\r\\n0\\r\\n\\r\\n'\n");
        RunningHost host = start(rfc3875());
        assertEquals(502, ask(host, "GET", "/cgi-bin/x.sh").status());
        assertTrue(
                host.takeLog().stream().anyMatch(line -> line.contains("/cgi-bin/x.sh: it printed Transfer-Encoding")));
        assertEquals(List.of(), host.takeErrors());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"x.sh", "nph-x.sh"})
    void saysInOneLineThatAScriptsChunksAreMalformed(String name) throws Exception {
        boolean nph = name.startsWith("nph-");
        script(
                name,
                "printf '" + (nph ? "HTTP/1.1 200 OK\\n" : "")
                        + "Transfer-Encoding: chunked\\n\\n2\\r\\nok\\r\\nnonsense\\r\\n'\n");
        RunningHost host = start(nph ? rfc3875() : documented());
        host.exchange(latin(request("GET /cgi-bin/" + name)));
        assertEquals(List.of(), host.takeErrors());
        assertEquals(
                1,
                host.takeLog().stream()
                        .filter(line -> line.contains("malformed"))
                        .count());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "x.sh, printf 'X-A: '; while :; do printf 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'; done",
        "x.sh, while :; do printf 'X-A: b\\r\\n'; done",
        "nph-x.sh, printf 'HTTP/1.1 200 OK\\r\\nX-A: '; while :; do printf 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'; done"
    })
    void endsAScriptWhoseHeadDoesNotEnd(String name, String body) throws Exception {
        Path pid = root.resolve("pid");
        script(name, "echo $$ > '" + pid + "'\n" + body + "\n");
        RunningHost host = start(name.startsWith("nph-") ? rfc3875() : documented());
        byte[] all = host.exchange(latin(request("GET /cgi-bin/" + name)));
        awaitEnd(pid);
        assertTrue(all.length < 2 * 65_536, all.length + " bytes");
        assertTrue(host.takeLog().stream().anyMatch(line -> line.contains("its header section")));
        assertEquals(List.of(), host.takeErrors());
    }

    @Test
    void letsALongHeadThrough() throws Exception {
        String value = "x".repeat(6_000);
        script("x.sh", "printf 'X-A: " + value + "\\nContent-Length: 2\\n\\nok'\n");
        RawResponse response = ask(start(documented()), "GET", "/cgi-bin/x.sh");
        assertEquals(value, response.field("X-A").orElse(""));
        assertEquals("ok", text(response));
    }
}
