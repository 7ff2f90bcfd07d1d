package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs between versions of CPython, and what the newer ones brought to handlers of files. */
public abstract class VersionsContract extends FilesFixture {
    private static final List<Map.Entry<String, String>> EXTRA =
            List.of(Map.entry("X-One", "1"), Map.entry("X-Two", "a"), Map.entry("X-Two", "b"));

    @ParameterizedTest(name = "{0}")
    @CsvSource({"3.13, false", "3.14, true", "3.15, true"})
    void pagesDeclareTheirColorsFrom314On(String version, boolean declared) throws Exception {
        RunningHost host = startFiles(handler -> handler.compatibility(version));
        for (String target : List.of("/missing", "/dir/")) {
            assertEquals(declared, ask(host, "GET", target).text().contains("color-scheme: light dark;"), target);
        }
    }

    @Test
    void pageOfItsOwnIsLeftAsItIs() throws Exception {
        RunningHost host = startFiles(handler -> {
            handler.compatibility("3.15");
            handler.errorMessageFormat("%(code)d only");
        });
        assertEquals("404 only", ask(host, "GET", "/missing").text());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"3.12", "3.13.0", "3.16", "", "3"})
    void otherVersionIsAnErrorThatListsThese(String version) {
        SimpleHTTPRequestHandler handler = new SimpleHTTPRequestHandler(folder);
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> handler.compatibility(version));
        assertTrue(error.getMessage().contains("3.13, 3.14, 3.15"), error.getMessage());
        assertEquals("3.13", handler.compatibility());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"3.13", "3.14", "3.15"})
    void titleOfAListingHasNoQuery(String version) throws Exception {
        RunningHost host = startFiles(handler -> handler.compatibility(version));
        String page = ask(host, "GET", "/dir/?a=b").text();
        assertTrue(page.contains("<title>Directory listing for /dir/</title>"), page);
        assertTrue(page.contains("<h1>Directory listing for /dir/</h1>"), page);
    }

    @Test
    void encodedSlashAtTheEndIsASlash() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "text");
        RunningHost host = startFiles(handler -> {});
        assertEquals(
                host().refuses("/dir%2F") ? 400 : 200,
                ask(host, "GET", "/dir%2F").status());
        assertEquals(
                host().refuses("/dir%2F") ? 400 : 404,
                ask(host, "GET", "/a.txt%2F").status());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
                    GET,  /a.txt,                 '',          200, true
                    HEAD, /a.txt,                 '',          200, true
                    GET,  /a.txt,                 bytes=1-2,   206, true
                    GET,  /a.txt,                 'bytes=0-0,2-2', 206, true
                    GET,  /dir/,                  '',          200, true
                    GET,  /a.txt,                 bytes=9-,    416, false
                    GET,  /dir,                   '',          301, false
                    GET,  /missing,               '',          404, false
                    POST, /a.txt,                 '',          501, false
                    """)
    void extraHeadersAreOnFilesAndListingsAlone(
            String method, String target, String range, int status, boolean expected) throws Exception {
        Files.writeString(folder.resolve("a.txt"), "text");
        RunningHost host = startFiles(handler -> handler.extraResponseHeaders(EXTRA));
        RawResponse response =
                range.isEmpty() ? ask(host, method, target) : ask(host, method, target, "Range: " + range);
        assertEquals(status, response.status());
        assertEquals(expected ? EXTRA : List.of(), extras(response));
    }

    @Test
    void extraHeadersAreNotOnAnAnswerWithoutContent() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "text");
        RunningHost host = startFiles(handler -> handler.extraResponseHeaders(EXTRA));
        RawResponse response = ask(host, "GET", "/a.txt", "If-Modified-Since: Fri, 31 Dec 2199 23:59:59 GMT");
        assertEquals(304, response.status());
        assertEquals(List.of(), extras(response));
    }

    @Test
    void extraHeadersTakeNoPlaceOfTheResponsesOwn() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "text");
        RunningHost host = startFiles(handler -> handler.extraResponseHeaders(List.of(
                Map.entry("content-TYPE", "x/y"), Map.entry("Last-Modified", "never"), Map.entry("X-One", "1"))));
        RawResponse response = ask(host, "GET", "/a.txt");
        assertEquals(List.of(Map.entry("X-One", "1")), extras(response));
        assertFalse(
                response.fields().stream().anyMatch(field -> field.getValue().equals("never")));
        assertFalse(
                response.fields().stream().anyMatch(field -> field.getValue().equals("x/y")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"X-A, 'a\r\nb'", "'X A', a", "'', a", "X:A, a", "X-A, \u20ac", "transfer-encoding, chunked"})
    void extraHeaderThatCannotBeSentIsRefused(String name, String value) {
        SimpleHTTPRequestHandler handler = new SimpleHTTPRequestHandler(folder);
        assertThrows(
                IllegalArgumentException.class, () -> handler.extraResponseHeaders(List.of(Map.entry(name, value))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a.unknown, x/default", "Makefile, x/default", "a.txt, text/plain"})
    void defaultContentTypeIsTheLastWord(String name, String type) throws Exception {
        Files.writeString(folder.resolve(name), "text");
        RunningHost host = startFiles(handler -> handler.defaultContentType("x/default"));
        RawResponse response = ask(host, "GET", "/" + name);
        assertEquals(
                type,
                response.fields().stream()
                        .filter(field -> field.getKey().equalsIgnoreCase("Content-Type"))
                        .map(field -> field.getValue().replaceFirst(";.*", ""))
                        .findFirst()
                        .orElse(""));
    }

    /** Starts handlers of HTTP/1.0, as Python's are, set as a test likes. */
    private RunningHost startFiles(Consumer<SimpleHTTPRequestHandler> settings) throws Exception {
        Files.createDirectories(folder.resolve("dir"));
        return start(() -> {
            SimpleHTTPRequestHandler handler = new SimpleHTTPRequestHandler(folder);
            settings.accept(handler);
            return handler;
        });
    }

    private static List<Map.Entry<String, String>> extras(RawResponse response) {
        return response.fields().stream()
                .filter(field ->
                        field.getKey().toLowerCase(java.util.Locale.ROOT).startsWith("x-"))
                .map(field -> Map.entry(capitalized(field.getKey()), field.getValue()))
                .toList();
    }

    /** A container may change the case of a name. */
    private static String capitalized(String name) {
        return name.equalsIgnoreCase("x-one") ? "X-One" : name.equalsIgnoreCase("x-two") ? "X-Two" : name;
    }
}
