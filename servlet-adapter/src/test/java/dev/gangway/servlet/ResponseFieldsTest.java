package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.host.ResponseHead;
import jakarta.servlet.http.HttpServletResponse;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseFieldsTest {
    private final List<String> calls = new ArrayList<>();

    private @Nullable String containersType;

    private final HttpServletResponse response = Stub.of(HttpServletResponse.class, (method, arguments) -> {
        if (method.equals("getContentType")) {
            return containersType;
        }
        calls.add(method + Arrays.toString(arguments));
        return null;
    });

    private static ResponseHead head(int status, String fields) {
        List<Map.Entry<String, String>> entries = fields.isEmpty()
                ? List.of()
                : Arrays.stream(fields.split("~", -1))
                        .map(line -> line.split(": ?", 2))
                        .<Map.Entry<String, String>>map(cells -> new SimpleImmutableEntry<>(cells[0], cells[1]))
                        .toList();
        return new ResponseHead("HTTP/1.1", status, "", entries);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "X-A: 1~X-A: 2       | -1 | addHeader[X-A, 1] addHeader[X-A, 2]",
                "Set-Cookie: a; Path=/ | -1 | addHeader[Set-Cookie, a; Path=/]",
                "server: x~DATE: y   | -1 | setHeader[server, x] setHeader[DATE, y]",
                "Content-Length: 13  | 13 | setContentLengthLong[13]",
                "content-length: 0   |  0 | setContentLengthLong[0]",
                "Content-Length: 1x  | -1 | addHeader[Content-Length, 1x]",
                "Content-Length:     | -1 | addHeader[Content-Length, ]",
                "Content-Length: 1234567890123456789 | -1 | addHeader[Content-Length, 1234567890123456789]",
                "Connection: close~Proxy-Connection: x | -1 | addHeader[Proxy-Connection, x]",
                "Upgrade: h2c        | -1 | addHeader[Upgrade, h2c]",
                "Location: /a        | -1 | addHeader[Location, /m/a]",
                "location: //h/a     | -1 | addHeader[location, //h/a]",
                "Location: a         | -1 | addHeader[Location, a]",
                "Location: http://h/ | -1 | addHeader[Location, http://h/]",
                "Content-Location: /a | -1 | addHeader[Content-Location, /a]"
            })
    void givesFieldsToTheContainer(String fields, long length, String expected) {
        assertEquals(length, new ResponseFields("/m", true, true).send(head(200, fields), false, response));
        String wanted = "setStatus[200]" + (expected == null ? "" : " " + expected);
        assertEquals(wanted, String.join(" ", calls));
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "text/plain, text/plain, false",
                "text/plain, text/plain;charset=iso-8859-1, true",
                "text/html;charset=utf-8, text/html;charset=utf-8, false",
                "text/html; charset=utf-8, text/html;charset=UTF-8, false",
                "text/plain, -, false"
            })
    void takesBackACharsetThatTheContainerHasMadeUp(String type, @Nullable String sent, boolean takenBack) {
        containersType = sent;
        new ResponseFields("", true, true).send(head(200, "Content-Type: " + type), false, response);
        assertEquals(
                "setStatus[200] addHeader[Content-Type, " + type + "]"
                        + (takenBack ? " setCharacterEncoding[null]" : ""),
                String.join(" ", calls));
    }

    @ParameterizedTest(name = "persistent {0}, close {1}")
    @CsvSource({
        "true, true, 'setStatus[200] addHeader[Upgrade, x] setHeader[Connection, close]'",
        "true, false, 'setStatus[200] addHeader[Upgrade, x]'",
        "false, true, setStatus[200]",
        "false, false, setStatus[200]"
    })
    void saysThatTheConnectionClosesWhereItCan(boolean persistent, boolean close, String expected) {
        new ResponseFields("", persistent, true).send(head(200, "Upgrade: x"), close, response);
        assertEquals(expected, String.join(" ", calls));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Connection: Upgrade~Upgrade: x | setHeader[Connection, Upgrade] addHeader[Upgrade, x]",
                "Server: s~X-A: 1~X-A: 2        | setHeader[Server, s] addHeader[X-A, 1] addHeader[X-A, 2]"
            })
    void announcesAChangeOfProtocol(String fields, String expected) {
        new ResponseFields("", true, true).sendUpgrade(head(101, fields), response);
        assertEquals("setStatus[101] " + expected, String.join(" ", calls));
    }

    @ParameterizedTest(name = "{0}, closes {1}, HTTP/1.1 {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Connection: keep-alive                | false | true  | setHeader[Connection, keep-alive]",
                "connection: Keep-Alive                | false | true  | setHeader[Connection, Keep-Alive]",
                "Connection: keep-alive                | true  | true  | setHeader[Connection, close]",
                "Connection: keep-alive                | false | false | -",
                "Connection: X-Hop, , keep-alive       | false | true  | setHeader[Connection, X-Hop, keep-alive]",
                "Connection: X-Hop~Connection: X-Own   | false | true  | setHeader[Connection, X-Hop, X-Own]",
                "Connection: X-Hop                     | true  | true  | setHeader[Connection, close, X-Hop]",
                "Connection: CLOSE, X-Hop              | true  | true  | setHeader[Connection, close, X-Hop]",
                "Connection: close                     | false | true  | -",
                "Keep-Alive: timeout=5                 | false | true  | addHeader[Keep-Alive, timeout=5]",
                "Keep-Alive: timeout=5                 | true  | true  | setHeader[Connection, close]",
                "Keep-Alive: timeout=5                 | false | false | -"
            })
    void saysOfTheConnectionWhatIsTrue(String fields, boolean close, boolean version11, @Nullable String expected) {
        new ResponseFields("", true, version11).send(head(200, fields), close, response);
        assertEquals("setStatus[200]" + (expected == null ? "" : " " + expected), String.join(" ", calls));
    }
}
