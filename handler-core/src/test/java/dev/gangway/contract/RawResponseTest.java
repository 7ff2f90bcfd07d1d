package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawResponseTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    length           | GET     | 200 OK~Content-Length: 2~~hi                         | 200 LENGTH hi
                    length zero      | GET     | 200 OK~content-length: 0~~                           | 200 LENGTH ''
                    chunks           | GET     | 200 OK~Transfer-Encoding: chunked~~2~hi~1;x=y~!~0~~  | 200 CHUNKED hi!
                    trailer          | GET     | 200 OK~Transfer-Encoding: chunked~~0~X: y~~          | 200 CHUNKED ''
                    close            | GET     | 200 OK~~hi                                           | 200 CLOSE hi
                    HEAD             | HEAD    | 200 OK~Content-Length: 2~~                           | 200 NONE ''
                    204              | GET     | 204 No Content~~                                     | 204 NONE ''
                    304 with length  | GET     | 304 Not Modified~Content-Length: 9~~                 | 304 NONE ''
                    interim          | GET     | 100 Continue~~HTTP/1.1 200 OK~Content-Length: 1~~x   | 100 NONE '', 200 LENGTH x
                    tunnel           | CONNECT | 200 OK~~                                             | 200 NONE ''
                    no reason        | GET     | 200 ~Content-Length: 0~~                             | 200 LENGTH ''
                    """)
    void reads(String what, String method, String wire, String expected) throws IOException {
        List<RawResponse> responses = RawResponse.readAll(bytes(wire), method);
        String shown = responses.stream()
                .map(r -> r.status() + " " + r.framing() + " " + (r.text().isEmpty() ? "''" : r.text()))
                .collect(Collectors.joining(", "));
        assertEquals(expected, shown, what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    two lengths            | 200 OK~Content-Length: 1~Content-Length: 1~~x
                    length and chunked     | 200 OK~Content-Length: 1~Transfer-Encoding: chunked~~0~~
                    a sign                 | 200 OK~Content-Length: +1~~x
                    content cut short      | 200 OK~Content-Length: 3~~x
                    last chunk missing     | 200 OK~Transfer-Encoding: chunked~~1~x~
                    chunk not ended        | 200 OK~Transfer-Encoding: chunked~~1~xx~0~~
                    chunked, then more     | 200 OK~Transfer-Encoding: gzip, chunked~~0~~
                    204 with length        | 204 No Content~Content-Length: 0~~
                    a folded line          | 200 OK~X: a~ b~~
                    space before the colon | 200 OK~X : a~~
                    a code of two digits   | 20 OK~~
                    no space behind code   | 200~~
                    head not ended         | 200 OK~X: a~
                    bytes behind           | 200 OK~Content-Length: 1~~xyz
                    """)
    void refuses(String what, String wire) {
        assertThrows(IOException.class, () -> RawResponse.readAll(bytes(wire), "GET"), what);
    }

    @Test
    void refusesABareLineFeed() {
        byte[] wire = "HTTP/1.1 200 OK\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(RawResponse.MalformedResponseException.class, () -> RawResponse.readAll(wire, "GET"));
    }

    private static byte[] bytes(String wire) {
        return ("HTTP/1.1 " + wire).replace("~", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
