package dev.gangway.handler.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.tables.OracleTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MediaTypesTest {
    private static final Map<String, String> EXTENSIONS = Map.of(
            ".gz", "application/gzip",
            ".Z", "application/octet-stream",
            ".bz2", "application/x-bzip2",
            ".xz", "application/x-xz",
            ".custom", "x/custom",
            ".Mixed", "x/mixed");

    static List<OracleTable.Row> names() {
        return OracleTable.rows("media-types");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void guessesAsPythonDoes(OracleTable.Row row) {
        assertEquals(row.text(1), MediaTypes.guess(row.text(0), EXTENSIONS, "application/octet-stream"));
    }

    @ParameterizedTest
    @CsvSource({
        "movie.ts, video/mp2t",
        "font.woff2, font/woff2",
        "README.md, text/markdown",
        "disk.iso, application/x-iso9660-image",
        "page.js.br, text/javascript",
        "photo.avif, image/avif"
    })
    void knowsRegisteredTypesThatPythonAloneDoesNot(String name, String type) {
        assertEquals(type, MediaTypes.guess(name, Map.of(), "application/octet-stream"));
    }

    @Test
    void looksIntoTheExtensionsMapFirst() {
        assertEquals("x/y", MediaTypes.guess("a.html", Map.of(".html", "x/y"), "application/octet-stream"));
        assertEquals("x/y", MediaTypes.guess("a.HTML", Map.of(".html", "x/y"), "application/octet-stream"));
        assertEquals("text/html", MediaTypes.guess("a.html", Map.of(".HTML", "x/y"), "application/octet-stream"));
        assertEquals(
                "x/y",
                MediaTypes.guess("a.HTML", Map.of(".HTML", "x/y", ".html", "no/no"), "application/octet-stream"));
        assertEquals("x/none", MediaTypes.guess("Makefile", Map.of("", "x/none"), "application/octet-stream"));
    }

    @Test
    void takesThePackedTypeWhereTheMapHasNoOther() {
        assertEquals("application/x-tar", MediaTypes.guess("a.tar.gz", Map.of(), "application/octet-stream"));
        assertEquals("application/gzip", MediaTypes.guess("a.tar.gz", EXTENSIONS, "application/octet-stream"));
        assertEquals("application/x-tar", MediaTypes.guess("a.tgz", EXTENSIONS, "application/octet-stream"));
    }

    @Test
    void looksAtTheNameOfAPathOnly() {
        assertEquals("text/html", MediaTypes.guess(Path.of("dir.css", "a.html"), Map.of(), "application/octet-stream"));
        assertEquals(
                "application/octet-stream",
                MediaTypes.guess(Path.of("dir.css", "a"), Map.of(), "application/octet-stream"));
        assertEquals("application/octet-stream", MediaTypes.guess(Path.of("/"), Map.of(), "application/octet-stream"));
    }
}
