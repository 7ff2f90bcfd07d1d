package dev.gangway.http.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpVersionTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({"HTTP/1.1, 1, 1", "HTTP/1.0, 1, 0", "HTTP/0.9, 0, 9", "HTTP/1.9, 1, 9", "HTTP/0.0, 0, 0"})
    void reads(String word, int major, int minor) throws MessageSyntaxException {
        assertEquals(new HttpVersion(word, major, minor), HttpVersion.parse(word));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "HTTP/2.0, 505 Invalid HTTP version (2.0)",
        "HTTP/3.1, 505 Invalid HTTP version (3.1)",
        "HTTP/2147483648.8, 505 Invalid HTTP version (2147483648.8)",
        "HTTP/1.10, 400 Bad request version ('HTTP/1.10')",
        "HTTP/01.1, 400 Bad request version ('HTTP/01.1')",
        "HTTP/1, 400 Bad request version ('HTTP/1')",
        "HTTP/1., 400 Bad request version ('HTTP/1.')",
        "HTTP/.1, 400 Bad request version ('HTTP/.1')",
        "HTTP/1.1.1, 400 Bad request version ('HTTP/1.1.1')",
        "HTTP/+1.1, 400 Bad request version ('HTTP/+1.1')",
        "HTTP/-2.1, 400 Bad request version ('HTTP/-2.1')",
        "HTTP/\u00b2.0, 400 Bad request version ('HTTP/\u00b2.0')",
        "HTTP/12345678901.0, 400 Bad request version ('HTTP/12345678901.0')",
        "http/1.1, 400 Bad request version ('http/1.1')",
        "HTTPS/1.1, 400 Bad request version ('HTTPS/1.1')",
        "1.1, 400 Bad request version ('1.1')"
    })
    void refuses(String word, String expected) {
        MessageSyntaxException e = assertThrows(MessageSyntaxException.class, () -> HttpVersion.parse(word));
        assertEquals(expected, e.status() + " " + e.phrase());
    }

    @ParameterizedTest(name = "{0} >= {1}.{2}")
    @CsvSource({
        "HTTP/1.1, 1, 1, true",
        "HTTP/1.2, 1, 1, true",
        "HTTP/1.0, 1, 1, false",
        "HTTP/0.9, 1, 0, false",
        "HTTP/1.0, 0, 9, true"
    })
    void compares(String word, int major, int minor, boolean expected) throws MessageSyntaxException {
        assertEquals(expected, HttpVersion.parse(word).isAtLeast(major, minor));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"HTTP/1.1, 1, 1", "HTTP/1.0, 1, 0", "HTTP/2.0, 2, 0", "HTTP/3.0, 3, 0", "h2, 0, 0", "HTTP/2, 0, 0"})
    void takesAHostsWord(String text, int major, int minor) {
        assertEquals(new HttpVersion(text, major, minor), HttpVersion.ofHost(text));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"HTTP/1.1, true", "HTTP/1.2, true", "HTTP/2.0, true", "HTTP/1.0, false", "HTTP/0.9, false", "'', false"
    })
    void tellsWhichVersionsHaveChunks(String text, boolean expected) {
        assertEquals(expected, HttpVersion.is11(text));
    }
}
