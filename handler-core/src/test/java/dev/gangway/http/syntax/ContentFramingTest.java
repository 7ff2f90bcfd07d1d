package dev.gangway.http.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.handler.io.FieldParser;
import dev.gangway.handler.io.HeadLimits;
import dev.gangway.host.RequestInputStream;
import dev.gangway.http.HTTPMessage;
import dev.gangway.tables.Delivery;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentFramingTest {
    private static String framing(String version, RequestInputStream in) throws IOException, MessageSyntaxException {
        HTTPMessage fields = new HTTPMessage();
        FieldParser.parse(in, fields, HeadLimits.DEFAULT);
        ContentFraming framing = ContentFraming.of(HttpVersion.parse(version), fields);
        return framing.chunked() ? "chunked" : Long.toString(framing.length());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 | A: b~~                                      | 0
            HTTP/1.1 | Content-Length: 0~~                         | 0
            HTTP/1.1 | Content-Length: 5~~                         | 5
            HTTP/1.0 | content-length:5~~                          | 5
            HTTP/1.1 | Content-Length: 00005~~                     | 5
            HTTP/1.1 | Content-Length: 999999999999999999~~        | 999999999999999999
            HTTP/1.1 | Content-Length: 5~Content-Length: 5~~       | 5
            HTTP/1.1 | Content-Length: 5, 5,5~~                    | 5
            HTTP/1.1 | Transfer-Encoding: chunked~~                | chunked
            HTTP/1.1 | transfer-encoding: <HT>CHUNKED<SP>~~        | chunked
            HTTP/1.9 | Transfer-Encoding: chunked~~                | chunked
            """)
    void finds(String version, String section, String expected) throws IOException {
        Delivery.ofWhole(section, expected, in -> framing(version, in));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Content-Length:~~                              | 400 Bad Content-Length ('')
            Content-Length: +5~~                           | 400 Bad Content-Length ('+5')
            Content-Length: -5~~                           | 400 Bad Content-Length ('-5')
            Content-Length: 5x~~                           | 400 Bad Content-Length ('5x')
            Content-Length: 0x5~~                          | 400 Bad Content-Length ('0x5')
            Content-Length: 5 5~~                          | 400 Bad Content-Length ('5 5')
            Content-Length: 5,~~                           | 400 Bad Content-Length ('5,')
            Content-Length: ,5~~                           | 400 Bad Content-Length (',5')
            Content-Length: 5,6~~                          | 400 Bad Content-Length ('5,6')
            Content-Length: 5~Content-Length: 6~~          | 400 Bad Content-Length ('5, 6')
            Content-Length: \u00b2~~                       | 400 Bad Content-Length ('\u00b2')
            Content-Length: 1000000000000000000~~          | 400 Bad Content-Length ('1000000000000000000')
            Content-Length: 5~Transfer-Encoding: chunked~~ | 400 Both Content-Length and Transfer-Encoding
            Transfer-Encoding:~~                           | 400 Bad Transfer-Encoding ('')
            Transfer-Encoding: chunked, chunked~~          | 400 Bad Transfer-Encoding ('chunked, chunked')
            Transfer-Encoding: chunked, gzip~~             | 400 Bad Transfer-Encoding ('chunked, gzip')
            Transfer-Encoding: chunked,~~                  | 400 Bad Transfer-Encoding ('chunked,')
            Transfer-Encoding: chunked;a=b~~               | 400 Bad Transfer-Encoding ('chunked;a=b')
            Transfer-Encoding: "chunked"~~                 | 400 Bad Transfer-Encoding ('"chunked"')
            Transfer-Encoding: chunked~Transfer-Encoding: chunked~~ | 400 Bad Transfer-Encoding ('chunked,chunked')
            Transfer-Encoding: gzip, chunked~~             | 501 Unsupported Transfer-Encoding ('gzip, chunked')
            Transfer-Encoding: gzip~~                      | 501 Unsupported Transfer-Encoding ('gzip')
            Transfer-Encoding: identity~~                  | 501 Unsupported Transfer-Encoding ('identity')
            Transfer-Encoding: xchunked~~                  | 501 Unsupported Transfer-Encoding ('xchunked')
            """)
    void refuses(String section, String expected) throws IOException {
        Delivery.ofWhole(section, expected, in -> framing("HTTP/1.1", in));
    }

    @Test
    void refusesATransferCodingInAnOldVersion() throws IOException {
        Delivery.ofWhole(
                "Transfer-Encoding: chunked~~",
                "400 Transfer-Encoding in an HTTP/1.0 request",
                in -> framing("HTTP/1.0", in));
    }

    @Test
    void isOneValueForNoContent() throws MessageSyntaxException {
        HTTPMessage fields = new HTTPMessage();
        fields.add("Content-Length", "0");
        assertEquals(ContentFraming.NONE, ContentFraming.of(HttpVersion.parse("HTTP/1.1"), fields));
    }
}
