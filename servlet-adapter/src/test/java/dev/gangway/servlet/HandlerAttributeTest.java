package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.CGIHTTPRequestHandler;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlerAttributeTest {
    /** A handler with an attribute of its own, and methods that are none. */
    public static class Own extends BaseHTTPRequestHandler {
        private int limit;

        public int limit() {
            return limit;
        }

        public void limit(int value) {
            limit = value;
        }

        public void writeOnly(String value) {}
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "protocolVersion, STRING",
        "errorMessageFormat, STRING",
        "decodeChunked, BOOLEAN",
        "timeout, DURATION",
        "directory, PATH",
        "indexPages, LIST",
        "cgiDirectories, LIST",
        "compatibility, STRING",
        "extraResponseHeaders, ENTRIES",
        "ranges, BOOLEAN"
    })
    void isFoundByName(String name, AttributeType type) {
        assertEquals(
                type,
                HandlerAttribute.find(CGIHTTPRequestHandler.class, name)
                        .orElseThrow()
                        .type());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nonsense",
        "path",
        "command",
        "closeConnection",
        "sendError",
        "logRequest",
        "translatePath",
        "wfile",
        "headers",
        "responses",
        "handle",
        "dispatch",
        "dateTimeString"
    })
    void isNotEveryMethod(String name) {
        assertEquals(
                false, HandlerAttribute.find(CGIHTTPRequestHandler.class, name).isPresent());
    }

    @Test
    void isOneOfTheUsersOwn() throws Exception {
        Own own = new Own();
        HandlerAttribute.find(Own.class, "limit").orElseThrow().set(own, 7);
        assertEquals(7, own.limit());
        assertEquals(false, HandlerAttribute.find(Own.class, "writeOnly").isPresent());
    }

    @Test
    void isSet() throws Exception {
        SimpleHTTPRequestHandler handler = new SimpleHTTPRequestHandler();
        HandlerAttribute.find(SimpleHTTPRequestHandler.class, "directory")
                .orElseThrow()
                .set(handler, Path.of("/x"));
        HandlerAttribute.find(SimpleHTTPRequestHandler.class, "indexPages")
                .orElseThrow()
                .set(handler, List.of("a.html"));
        assertEquals(Path.of("/x"), handler.directory());
        assertEquals(List.of("a.html"), handler.indexPages());
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "true, BOOLEAN, true",
        "12, INT, 12",
        "9000000000, LONG, 9000000000",
        "2.5, DOUBLE, 2.5",
        "30, DURATION, PT30S",
        "2.5, DURATION, PT2.5S",
        "PT1M, DURATION, PT1M",
        "'a, b\n c,', LIST, '[a, b, c]'",
        "'\n X-A: 1, 2\n  X-B:\n\n', ENTRIES, '[X-A=1, 2, X-B=]'",
        "text, STRING, text"
    })
    void isParsedFromText(String text, AttributeType type, String value) {
        assertEquals(value, type.parse(text).toString());
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({"yes, BOOLEAN", "1.5, INT", "x, LONG", "0, DURATION", "-1, DURATION", "soon, DURATION", "x, DOUBLE"})
    void isRefusedInAnotherForm(String text, AttributeType type) {
        assertThrows(RuntimeException.class, () -> type.parse(text));
        assertEquals(Duration.ofSeconds(1), AttributeType.DURATION.parse("1"));
    }
}
