package dev.gangway.standalone.porting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestSourceTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET / HTTP/1.0~~                | GET / HTTP/1.0#~#~
            GET / HTTP/1.0                  | GET / HTTP/1.0#~#~
            GET / HTTP/1.0~Host: x~~        | GET / HTTP/1.0#~Host: x#~#~
            GET / HTTP/1.0#~Host: x#~#~     | GET / HTTP/1.0#~Host: x#~#~
            PUT / HTTP/1.0~~body~~more~     | PUT / HTTP/1.0#~#~body~~more~
            """)
    void endsTheLinesOfAHeadAndLeavesTheBody(String text, String wire) {
        byte[] bytes = text.replace('~', '\n').replace('#', '\r').getBytes(StandardCharsets.US_ASCII);
        String result = new String(RequestSource.withLineEnds(bytes), StandardCharsets.US_ASCII);
        assertEquals(wire, result.replace('\n', '~').replace('\r', '#'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET / HTTP/1.1##                                                | GET
            HEAD / HTTP/1.1#Host: x##GET / HTTP/1.1##                       | HEAD,GET
            PUT / HTTP/1.1#Content-Length: 4##GET PUT / HTTP/1.1##          | PUT,PUT
            POST / HTTP/1.1#transfer-encoding: chunked##3#abc#0##DELETE / x | POST
            POST / HTTP/1.1#transfer-encoding: chunked##0##DELETE / x##     | POST,DELETE
            PUT / HTTP/1.1#Transfer-Encoding: chunked##8#a0####0##GET / HTTP/1.1##                 | PUT,GET
            PUT / HTTP/1.1#Transfer-Encoding: chunked##1;n=v#a#0#T: 0#U: v##HEAD / HTTP/1.1## | PUT,HEAD
            PUT / HTTP/1.1#Transfer-Encoding: chunked##x#0##GET / HTTP/1.1##                 | PUT
            CONNECT a:443 HTTP/1.1##GET / HTTP/1.1##                        | CONNECT
            GET / HTTP/1.1#Upgrade: x##abc def##                            | GET
            nonsense                                                        | GET
            """)
    void tellsRequestsApart(String bytes, String methods) {
        assertEquals(
                methods,
                String.join(",", RequestMethods.of(bytes.replace("#", "\r\n").getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void readsTheFilesOfAFolderInOrder() throws IOException {
        Files.writeString(folder.resolve("b.http"), "GET /b HTTP/1.0\n\n");
        Files.writeString(folder.resolve("a.request"), "GET /a HTTP/1.0\n\n");
        Files.writeString(folder.resolve("a.response"), "HTTP/1.0 200 OK\r\n\r\n");
        List<RequestFile> files = RequestSource.read(List.of(folder));
        assertEquals(List.of("a", "b"), files.stream().map(RequestFile::name).toList());
        assertEquals(folder.resolve("a.response"), files.get(0).recordedResponse());
        assertEquals("GET /a HTTP/1.0\n\n", new String(files.get(0).bytes(), StandardCharsets.US_ASCII));
    }

    @Test
    void readsAnArchiveOfABrowser() throws IOException {
        Path har = Files.writeString(folder.resolve("saved.har"), """
                {"log": {"version": "1.2", "entries": [
                  {"request": {"method": "GET", "url": "http://h:81/a%20b?q=1", "headers": [
                    {"name": ":authority", "value": "h:81"}, {"name": "host", "value": "h:81"},
                    {"name": "accept", "value": "*/*"}]}},
                  {"request": {"method": "POST", "url": "http://h", "headers": [{"name": "Content-Length", "value": "9"}],
                    "postData": {"mimeType": "text/plain", "text": "gr\u00fcn"}}}]}}
                """);
        List<RequestFile> files = RequestSource.read(List.of(har));
        assertEquals(
                "GET /a%20b?q=1 HTTP/1.1\r\nHost: h:81\r\naccept: */*\r\n\r\n",
                new String(files.get(0).bytes(), StandardCharsets.UTF_8));
        assertEquals(
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\ngr\u00fcn",
                new String(files.get(1).bytes(), StandardCharsets.UTF_8));
    }

    /** As Chromium writes it: other schemes, characters that are no part of a URI, a form as its fields. */
    @Test
    void readsWhatIsOddInAnArchive() throws IOException {
        Path har = Files.writeString(folder.resolve("odd.har"), """
                {"log": {"entries": [
                  {"request": {"method": "GET", "url": "data:text/plain,x", "headers": []}},
                  {"request": {"method": "GET", "url": "https://h?a={b}|c#d", "headers": []}},
                  {"request": {"method": "POST", "url": "http://h/f", "headers": [],
                    "postData": {"mimeType": "application/x-www-form-urlencoded",
                      "params": [{"name": "a", "value": "1+2"}, {"name": "b", "value": ""}]}}},
                  {"request": {"method": "POST", "url": "http://h/b", "headers": [],
                    "postData": {"mimeType": "x/y", "encoding": "base64", "text": "YWI="}}}]}}
                """);
        assertEquals(
                List.of(
                        "GET /?a={b}|c HTTP/1.1\r\nHost: h\r\n\r\n",
                        "POST /f HTTP/1.1\r\nHost: h\r\nContent-Length: 8\r\n\r\na=1+2&b=",
                        "POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab"),
                RequestSource.read(List.of(har)).stream()
                        .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                        .toList());
    }

    @Test
    void saysWhichFileIsNoArchive() throws IOException {
        Path har = Files.writeString(folder.resolve("broken.har"), "{}");
        IOException failure = assertThrows(IOException.class, () -> RequestSource.read(List.of(har)));
        assertEquals(true, failure.getMessage().contains("broken.har is no HAR file"));
    }

    @Test
    void splitsACommandAtItsSpaces() {
        assertEquals(
                List.of("python3", "my app.py", "--port=81", "a b"),
                StartedServer.words("python3 'my app.py' --port={port} \"a b\"", 81));
    }
}
