package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.MappingMatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountTest {
    @ParameterizedTest(name = "{0} in context ''{1}'', servlet ''{2}'', {3}: ''{4}'' and ''{5}''")
    @CsvSource(
            nullValues = "-",
            value = {
                // Nothing in front.
                "/a/b, '', '', PATH, '', /a/b",
                "/, '', '', PATH, '', /",
                "/a%2Fb, '', '', PATH, '', /a%2Fb",
                // A context, a mapping, both.
                "/c/a, /c, '', PATH, /c, /a",
                "/c, /c, '', PATH, /c, ''",
                "/x/a, '', /x, PATH, /x, /a",
                "/c/x/a, /c, /x, PATH, /c/x, /a",
                "/c/x, /c, /x, PATH, /c/x, ''",
                "/c/x/, /c, /x, PATH, /c/x, /",
                "/c/x/y/a, /c, /x/y, PATH, /c/x/y, /a",
                // Only a mapping such as /x/* is a mount.
                "/c/exact, /c, /exact, EXACT, /c, /exact",
                "/c/a/b.do, /c, /a/b.do, EXTENSION, /c, /a/b.do",
                "/c/a, /c, /a, DEFAULT, /c, /a",
                "/c/, /c, '', CONTEXT_ROOT, /c, /",
                "/c/x/a, /c, /x, -, /c, /x/a",
                // A client may write the mount in its own way.
                "/c/%78/a, /c, /x, PATH, /c/%78, /a",
                "/%63/x/a, /c, /x, PATH, /%63/x, /a",
                "/c%20d/x/a, /c%20d, /x, PATH, /c%20d/x, /a",
                "/c/%C3%A4/a, /c, /ä, PATH, /c/%C3%A4, /a",
                "/c;p=1/x;q=2/a;r=3, /c, /x, PATH, /c/x, /a;r=3",
                "/c/./x/a, /c, /x, PATH, /c/x, /a",
                "/c//x/a, /c, /x, PATH, /c/x, /a",
                "/c/y/../x/a, /c, /x, PATH, /c/x, /a",
                "/c/y/%2e%2E/x/a, /c, /x, PATH, /c/x, /a",
                "/c/./ä ö/a, /c, /ä ö, PATH, /c/%C3%A4%20%C3%B6, /a",
                // The path below stays as it is.
                "/c/x//a, /c, /x, PATH, /c/x, //a",
                "/c/x/a/../b, /c, /x, PATH, /c/x, /a/../b",
                "/c/x/./a, /c, /x, PATH, /c/x, /./a",
                // A longer name is not the mount.
                "/cc/../c/x/a, /c, /x, PATH, /c/x, /a"
            })
    void splitsAPath(String uri, String context, String servlet, MappingMatch match, String mount, String path) {
        assertEquals(new Mount(mount, path), Mount.of(uri, context, servlet, match));
    }
}
