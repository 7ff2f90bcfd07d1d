package dev.gangway.handler.cgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.CGIHTTPRequestHandler;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CgiDirectoriesTest {
    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"/", "/cgi-bin", "/a/b", "/a.b", "/a b", "/...", "/caf\u00e9", "/a?b"})
    void takesWhatARequestCanLeadTo(String directory) {
        CGIHTTPRequestHandler handler = new CGIHTTPRequestHandler();
        handler.cgiDirectories(List.of(directory));
        handler.cgiDirectories().add(directory);
        assertEquals(List.of(directory, directory), handler.cgiDirectories());
        handler.checkCgi();
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                "cgi-bin",
                "cgi-bin/",
                "/cgi-bin/",
                "//",
                "//cgi-bin",
                "/a//b",
                "/a/",
                "/.",
                "/..",
                "/a/../b",
                "/a/./b"
            })
    void refusesWhatNoRequestCanLeadTo(String directory) {
        CGIHTTPRequestHandler handler = new CGIHTTPRequestHandler();
        refuses(directory, () -> handler.cgiDirectories(List.of("/htbin", directory)));
        refuses(directory, () -> handler.cgiDirectories().add(directory));
        refuses(directory, () -> handler.cgiDirectories().set(0, directory));
        assertEquals(List.of("/cgi-bin", "/htbin"), handler.cgiDirectories());
        CGIHTTPRequestHandler overriding = new CGIHTTPRequestHandler() {
            @Override
            public List<String> cgiDirectories() {
                return List.of(directory);
            }
        };
        refuses(directory, overriding::checkCgi);
    }

    private static void refuses(String directory, Runnable setting) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, setting::run).getMessage());
        assertTrue(message.startsWith("not a CGI directory: \"" + directory + "\"; it is a path that"), message);
    }
}
