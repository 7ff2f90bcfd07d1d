package dev.gangway.http.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTargetTest {
    @ParameterizedTest(name = "{0} is at {1}")
    @CsvSource(delimiter = ' ', textBlock = """
                    /dir /dir/
                    /dir? /dir/
                    /dir?a=1&b=%20 /dir/?a=1&b=%20
                    /dir?a?b /dir/?a?b
                    /dir#f /dir/#f
                    /dir#f?x /dir/#f?x
                    /dir?q#f /dir/?q#f
                    /a/b%2Fc /a/b%2Fc/
                    /dir;p /dir;p/
                    dir dir/
                    //evil.example/dir /evil.example/dir/
                    ///evil.example/dir /evil.example/dir/
                    /\\evil.example/dir /%5Cevil.example/dir/
                    //\\evil.example/dir /%5Cevil.example/dir/
                    \\\\evil.example/dir %5C%5Cevil.example/dir/
                    /dir\\name /dir\\name/
                    """)
    void redirectsToTheSlash(String target, String expected) {
        assertEquals(expected, RequestTarget.withSlash(target));
    }

    @Test
    void encodesWhatAFieldCannotHold() {
        assertEquals("/d%C3%A9/", RequestTarget.withSlash("/d\u00e9"));
        assertEquals("/d/?\u00e9", RequestTarget.withSlash("/d?\u00e9"));
        assertEquals("/d/?%E2%82%AC", RequestTarget.withSlash("/d?\u20ac"));
        assertEquals("/%01x/", RequestTarget.withSlash("/\u0001x"));
        assertEquals("/%85/", RequestTarget.withSlash("/\u0085"));
        assertEquals("/d/?%7F", RequestTarget.withSlash("/d?\u007f"));
        assertEquals("/d%0D%0A/", RequestTarget.withSlash("/d\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/dir/", "/", "//", "/dir/?a", "/dir/#a", "//dir/", "http://h", "http://h/", "http://h?a"})
    void needsNoRedirect(String target) {
        assertEquals(null, RequestTarget.withSlash(target));
    }

    @Test
    void refusesAMalformedAuthority() {
        assertThrows(IllegalArgumentException.class, () -> RequestTarget.withSlash("ftp://[x/dir"));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "http://h/dir, http://h/dir/",
        "HTTPS://h:8443/dir?a, https://h:8443/dir/?a",
        "http://[::1]:8000/dir, http://[::1]:8000/dir/",
        "http://h//evil/dir, http://h/evil/dir/",
        "http://[x/dir, /dir/",
        "http://user@h/dir, /dir/",
        "http:///dir, /dir/",
        "http://h\\evil/dir, /dir/"
    })
    void keepsAPlainAuthority(String target, String expected) {
        assertEquals(expected, RequestTarget.withSlash(target));
    }

    @Test
    void neverRedirectsToAnotherHost() {
        String alphabet = "//\\\\\t\n\r \u0000\u000bab.:?#%\u00e9\u0085";
        Random random = new Random(1);
        for (int round = 0; round < 50_000; round++) {
            StringBuilder target = new StringBuilder("/");
            for (int i = random.nextInt(8); i > 0; i--) {
                target.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String location = RequestTarget.withSlash(target.toString());
            if (location != null) {
                assertTrue(location.matches("/([^/\\\\\\p{Cntrl}][^\\p{Cntrl}]*)?"), () -> target + " -> " + location);
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/, true",
        "/a, false",
        "/a/, true",
        "/a/?b, true",
        "/a/#b, true",
        "/a?b/, false",
        "/a#b/, false",
        "/a%2F, true",
        "/a%2f?b, true",
        "/a%2, false",
        "2F, false",
        "%2F, true",
        "'/a/ ', false",
        "'', false"
    })
    void knowsTheTrailingSlash(String target, boolean expected) {
        assertEquals(expected, RequestTarget.hasTrailingSlash(target));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "http://h/a?b, /a?b",
        "HTTPS://h:1/a/, /a/",
        "http://h, /",
        "http://h?q, /?q",
        "http://h?q=/x, /?q=/x",
        "http://h#f/x, /#f/x",
        "http://h//evil/x, /evil/x",
        "http:/a, http:/a",
        "ftp://h/a, ftp://h/a",
        "/http://h/a, /http://h/a",
        "*, *"
    })
    void takesTheAuthorityOff(String target, String expected) {
        assertEquals(expected, RequestTarget.originForm(target));
        assertFalse(expected.startsWith("//"));
    }
}
