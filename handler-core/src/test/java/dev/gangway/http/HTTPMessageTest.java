package dev.gangway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.tables.OracleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HTTPMessageTest {
    private static HTTPMessage message(String... namesAndValues) {
        HTTPMessage message = new HTTPMessage();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            message.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return message;
    }

    @Test
    void keepsOrderSpellingAndDuplicates() {
        HTTPMessage message = message("Host", "a", "accept", "b", "HOST", "c", "X-Empty", "");
        assertEquals(List.of("Host", "accept", "HOST", "X-Empty"), message.keys());
        assertEquals(List.of("a", "b", "c", ""), message.values());
        assertEquals(
                List.of(
                        Map.entry("Host", "a"),
                        Map.entry("accept", "b"),
                        Map.entry("HOST", "c"),
                        Map.entry("X-Empty", "")),
                message.items());
        assertEquals(4, message.size());
    }

    @ParameterizedTest
    @CsvSource({"Host, a", "host, a", "hOST, a", "Accept, b", "ACCEPT, b"})
    void findsTheFirstInAnyCase(String name, String value) {
        HTTPMessage message = message("Host", "a", "accept", "b", "HOST", "c");
        assertEquals(value, message.get(name));
        assertEquals(value, message.get(name, "default"));
        assertTrue(message.contains(name));
    }

    @ParameterizedTest
    @CsvSource({"Hos", "Hosts", "''", "Cookie", "[", "\u212Aey", "e\u00e9", "@", "H-st"})
    void doesNotFindOthers(String name) {
        HTTPMessage message = message("Host", "a", "key", "k", "{", "brace", "E\u00c9", "e", "`", "tick", "H\rst", "x");
        assertNull(message.get(name));
        assertEquals("default", message.get(name, "default"));
        assertFalse(message.contains(name));
        assertEquals(List.of(), message.getAll(name));
    }

    @Test
    void findsAllOfAName() {
        assertEquals(
                List.of("1", "2", "3"),
                message("A", "1", "B", "x", "a", "2", "A", "3").getAll("a"));
    }

    @Test
    void replacesTheFirstInItsPlace() {
        HTTPMessage message = message("A", "1", "Bee", "2", "bee", "3");
        message.replaceHeader("BEE", "new");
        assertEquals(List.of(Map.entry("A", "1"), Map.entry("Bee", "new"), Map.entry("bee", "3")), message.items());
    }

    @Test
    void refusesToReplaceWhatIsNotThere() {
        NoSuchElementException e = assertThrows(
                NoSuchElementException.class, () -> message("A", "1").replaceHeader("B", "2"));
        assertEquals("no header field B", e.getMessage());
    }

    @Test
    void removesAllOfAName() {
        HTTPMessage message = message("A", "1", "B", "2", "a", "3");
        message.remove("A");
        message.remove("absent");
        assertEquals(List.of(Map.entry("B", "2")), message.items());
        message.add("a", "4");
        assertEquals(List.of("B", "a"), message.keys());
    }

    @Test
    void growsWithTheMessage() {
        HTTPMessage message = new HTTPMessage();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            names.add("X-" + i);
            message.add("X-" + i, "v" + i);
        }
        assertEquals(names, message.keys());
        assertEquals("v199", message.get("x-199"));
    }

    @Test
    void givesListsOfTheCallersOwn() {
        HTTPMessage message = message("A", "1");
        message.keys().clear();
        message.values().clear();
        message.items().clear();
        message.getAll("A").clear();
        assertEquals("1", message.get("a"));
    }

    @Test
    void readsMediaTypesThroughAnOverriddenGet() {
        HTTPMessage message = new HTTPMessage() {
            @Override
            public String get(String name) {
                return "text/css; charset=x";
            }
        };
        assertEquals("text/css", message.getContentType());
        assertEquals("x", message.getContentCharset());
    }

    static List<OracleTable.Row> contentTypes() {
        return OracleTable.rows("content-types");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contentTypes")
    void readsContentTypeAsPythonDoes(OracleTable.Row row) {
        HTTPMessage message = new HTTPMessage();
        String value = row.nullable(0);
        if (value != null) {
            message.add("Content-TYPE", value);
        }
        assertEquals(row.text(1), message.getContentType());
        assertEquals(row.text(2), message.getContentMaintype());
        assertEquals(row.text(3), message.getContentSubtype());
        assertEquals(row.nullable(4), message.getContentCharset());
        assertEquals(row.nullable(5), message.getParam("charset"));
        assertEquals(row.nullable(6), message.getBoundary());
        assertEquals(row.nullable(7), message.getFilename());
        assertEquals(row.nullable(8), message.getParam("Name"));
    }

    static List<OracleTable.Row> filenames() {
        return OracleTable.rows("filenames");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filenames")
    void readsContentDispositionAsPythonDoes(OracleTable.Row row) {
        HTTPMessage message = message("Content-Disposition", row.text(0));
        assertEquals(row.nullable(1), message.getFilename());
        assertEquals(row.nullable(2), message.getParam("filename", "Content-Disposition"));
        assertEquals(row.nullable(3), message.getParam("name", "content-disposition"));
    }

    static List<OracleTable.Row> headerDumps() {
        return OracleTable.rows("header-dumps");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headerDumps")
    void printsAsPythonDoes(OracleTable.Row row) {
        assertEquals(
                row.text(1), message("X-Name", row.text(0), "x-name", "again").toString());
    }
}
