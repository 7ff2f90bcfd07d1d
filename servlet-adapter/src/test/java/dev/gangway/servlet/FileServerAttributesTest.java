package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gangway.files.FileHTTPRequestHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every attribute of the file server can be an init-param. */
class FileServerAttributesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "directory, PATH, files",
        "protocolVersion, STRING, HTTP/1.1",
        "listing, STRING, plain",
        "hidden, STRING, show",
        "symbolicLinks, STRING, never",
        "indexPages, LIST, 'a.html, b.html'",
        "spa, BOOLEAN, true",
        "cleanUrls, BOOLEAN, true",
        "headersAlways, BOOLEAN, true",
        "cors, STRING, *",
        "isolated, BOOLEAN, true",
        "compress, BOOLEAN, false",
        "precompressed, BOOLEAN, false",
        "auth, STRING, jane:secret",
        "authFile, PATH, /etc/accounts",
        "realm, STRING, Files",
        "upload, BOOLEAN, true",
        "uploadLimit, STRING, 20M",
        "overwrite, STRING, rename",
        "hosts, LIST, files.example",
        "webdav, STRING, read",
        "archive, BOOLEAN, true",
        "pathPrefix, STRING, /x"
    })
    void readsText(String name, AttributeType type, String value) throws Exception {
        HandlerAttribute attribute =
                HandlerAttribute.find(FileHTTPRequestHandler.class, name).orElseThrow();
        assertEquals(type, attribute.type());
        attribute.set(new FileHTTPRequestHandler(), type.parse(value));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "listing, fancy, 'listing is not one of rich, plain, none: fancy'",
        "hidden, maybe, 'hidden is not one of show, hide: maybe'",
        "overwrite, yes, 'overwrite is not one of never, rename, replace: yes'",
        "webdav, on, 'webdav is not one of off, read, write: on'",
        "uploadLimit, many, 'not a size such as 512, 20M or 1G: many'",
        "pathPrefix, x, 'pathPrefix is no path such as /files: x'",
        "auth, secret, auth is not NAME:PASSWORD"
    })
    void saysWhatAValueCouldBe(String name, String value, String message) {
        HandlerAttribute attribute =
                HandlerAttribute.find(FileHTTPRequestHandler.class, name).orElseThrow();
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> attribute.set(new FileHTTPRequestHandler(), value));
        assertEquals(message, e.getMessage());
    }
}
