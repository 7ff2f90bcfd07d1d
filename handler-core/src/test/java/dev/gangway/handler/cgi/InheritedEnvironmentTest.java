package dev.gangway.handler.cgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InheritedEnvironmentTest {
    private static final Map<String, String> SERVER = Map.of(
            "PATH",
            "/bin",
            "LC_ALL",
            "C",
            "HOME",
            "/root",
            "AWS_SECRET",
            "x",
            "HTTP_PROXY",
            "http://p",
            "http_proxy",
            "q");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                | {LC_ALL=C, PATH=/bin}
            HOME              | {HOME=/root, LC_ALL=C, PATH=/bin}
            HOME=/tmp         | {HOME=/tmp, LC_ALL=C, PATH=/bin}
            A=b=c;B=          | {A=b=c, B=, LC_ALL=C, PATH=/bin}
            MISSING           | {LC_ALL=C, PATH=/bin}
            =x                | {LC_ALL=C, PATH=/bin}
            HTTP_PROXY        | {LC_ALL=C, PATH=/bin}
            *                 | {AWS_SECRET=x, HOME=/root, LC_ALL=C, PATH=/bin, http_proxy=q}
            *;HOME=/          | {AWS_SECRET=x, HOME=/, LC_ALL=C, PATH=/bin, http_proxy=q}
            """)
    void chooses(String entries, String expected) {
        List<String> list = entries.isEmpty() ? List.of() : List.of(entries.split(";"));
        assertEquals(expected, new TreeMap<>(InheritedEnvironment.of(SERVER, list)).toString());
    }

    @ParameterizedTest
    @CsvSource({"PATH,/usr/local/bin:/usr/bin:/bin"})
    void givesAPathWhereTheServerHasNone(String name, String value) {
        assertEquals(Map.of(name, value), InheritedEnvironment.of(Map.of(), List.of()));
    }
}
