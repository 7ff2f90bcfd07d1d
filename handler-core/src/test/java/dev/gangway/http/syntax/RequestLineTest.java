package dev.gangway.http.syntax;

import dev.gangway.host.RequestInputStream;
import dev.gangway.tables.Delivery;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLineTest {
    private static String read(RequestInputStream in) throws IOException, MessageSyntaxException {
        byte[] bytes = in.readline();
        RequestLine line = RequestLine.of(bytes);
        if (line.words() == 0) {
            return "blank";
        }
        line.check(bytes);
        HttpVersion version = line.version();
        return line.method() + "|" + line.target() + "|" + (version == null ? "" : version.text());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GET / HTTP/1.1~, GET|/|HTTP/1.1",
        "GET / HTTP/1.0<LF>, GET|/|HTTP/1.0",
        "get /a?b#c HTTP/1.1~, get|/a?b#c|HTTP/1.1",
        "M-SEARCH * HTTP/1.1~, M-SEARCH|*|HTTP/1.1",
        "GET http://h/x HTTP/1.1~, GET|http://h/x|HTTP/1.1",
        "GET //h/x HTTP/1.1~, GET|/h/x|HTTP/1.1",
        "GET ///h//x HTTP/1.1~, GET|/h//x|HTTP/1.1",
        "GET /\u00e4 HTTP/1.1~, GET|/\u00e4|HTTP/1.1",
        "GET<SP><SP>/<HT>HTTP/1.1<SP>~, GET|/|HTTP/1.1",
        "GET / HTTP/1.1<CR>~, GET|/|HTTP/1.1",
        "GET /~, GET|/|",
        "GET //~, GET|/|",
        "<SP>~, blank",
        "~, blank"
    })
    void reads(String line, String expected) throws IOException {
        Delivery.ofWhole(line, expected, RequestLineTest::read);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GET~, 400 Bad request syntax ('GET')",
        "GET / a HTTP/1.1~, 400 Bad request syntax ('GET / a HTTP/1.1')",
        "GET /a<CR>b~, 400 Bad request version ('b')",
        "GET / HTTP/1.1 x~, 400 Bad request version ('x')",
        "GET / HTTP/2.0~, 505 Invalid HTTP version (2.0)",
        "GET / http/1.1~, 400 Bad request version ('http/1.1')",
        "POST /~, 400 Bad HTTP/0.9 request type ('POST')",
        "get /~, 400 Bad HTTP/0.9 request type ('get')",
        "HTTP/1.1 200 OK~, 400 Bad request version ('OK')"
    })
    void refuses(String line, String expected) throws IOException {
        Delivery.ofWhole(line, expected, RequestLineTest::read);
    }
}
