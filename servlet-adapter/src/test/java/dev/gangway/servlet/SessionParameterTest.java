package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionParameterTest {
    private final SessionParameter parameter = new SessionParameter(Set.of("jsessionid", "SID"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            value = {
                "/a, /a",
                "/a;jsessionid=1, /a",
                "/a;jsessionid=, /a",
                "/a;jsessionid, /a;jsessionid",
                "/a;SID=1, /a",
                "/a;sid=1, /a;sid=1",
                "/a;b.txt, /a;b.txt",
                "/a;b=1;jsessionid=2;c=3, /a;b=1;c=3",
                "/a;jsessionid=1/b;SID=2/c, /a/b/c",
                "/;jsessionid=1, /",
                "/a;, /a;",
                "/a;;jsessionid=1, /a;",
                "/a;/b, /a;/b",
                "/a%3Bjsessionid=1, /a%3Bjsessionid=1"
            })
    void isTakenOutOfAPath(String path, String rest) {
        assertEquals(rest, parameter.removedFrom(path));
    }
}
