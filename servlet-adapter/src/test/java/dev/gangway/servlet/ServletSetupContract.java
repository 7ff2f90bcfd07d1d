package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.RawResponse;
import dev.gangway.handler.CGIHTTPRequestHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a handler is mapped, and what init-params set. */
abstract class ServletSetupContract extends ServletFixture {
    @ParameterizedTest(name = "{0}{1}: {2}")
    @CsvSource({
        "'', /*, /a/b, /a/b, ''",
        "'', /*, /, /, ''",
        "'', /*, /a%20b?c=%20d&&e, /a%20b?c=%20d&&e, ''",
        "/ctx, /*, /ctx/a, /a, /ctx",
        "/ctx, /*, /%63tx/a, /a, /%63tx",
        "/ctx, /x/*, /ctx/x/a/b, /a/b, /ctx/x",
        "/ctx, /x/*, /ctx/x, /, /ctx/x",
        "/ctx, /x/*, /ctx/x/, /, /ctx/x",
        "/ctx, /x/*, /ctx/x?q, /?q, /ctx/x",
        "/ctx, /x/*, /ctx/%78/a%2Db, /a%2Db, /ctx/%78",
        "/ctx, /x/*, /ctx/x;p=1/a;q=2, /a;q=2, /ctx/x",
        "/ctx, /x/*, /ctx/x/a/../b, /a/../b, /ctx/x",
        "/ctx, /x/*, /ctx/x/a;jsessionid=1?q, /a?q, /ctx/x",
        "/ctx, /x/*, /ctx/x;jsessionid=1, /, /ctx/x",
        "/ctx, /x/*, /ctx/x/a;jsessionid=1;v=2/b;jsessionid=1, /a;v=2/b, /ctx/x",
        "/ctx, /x/*, /ctx/x/a;b.txt, /a;b.txt, /ctx/x",
        "/ctx, /x/*, /ctx/x/a;jsessionids=1, /a;jsessionids=1, /ctx/x",
        "/ctx, /exact, /ctx/exact?q, /exact?q, /ctx",
        "/ctx, *.do, /ctx/a/b.do, /a/b.do, /ctx",
        "/ctx, /, /ctx/a/b, /a/b, /ctx",
        "/ctx, '', /ctx/, /, /ctx"
    })
    final void thePathIsThatBelowTheMapping(String context, String mapping, String target, String path, String mount)
            throws Exception {
        assertPath(context, mapping, target, path, mount);
    }

    /** Starts one servlet and asks it what it sees. */
    final void assertPath(String context, String mapping, String target, String path, String mount) throws Exception {
        start(new HandlerServlet(Echo::new), context, mapping, Map.of());
        String[] seen = get(target).text().split("\\|", -1);
        assertEquals(List.of(path, mount), List.of(seen[0], seen[1]));
        assertEquals("GET " + target + " HTTP/1.1", seen[2]);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/login, /ctx/x/login, true",
        "//other/login, //other/login, true",
        "http://other/, http://other/, true",
        "login, login, true",
        "/login, /login, false"
    })
    void aLocationThatIsAPathGetsTheMountInFront(String location, String sent, String rewrites) throws Exception {
        start(new HandlerServlet(Echo::new), "/ctx", "/x/*", Map.of("rewriteLocation", rewrites));
        assertEquals(sent, get("/ctx/x/redirect?" + location).field("Location").orElseThrow());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"true, Status: 302 Found", "false, Status: 302 Found", "true, Set-Cookie: a=b", "false, Set-Cookie: a=b"
    })
    void aLocationOfAScriptHasTheMountInFrontOnce(String rewrites, String field, @TempDir Path root) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here");
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path script = Files.createDirectories(root.resolve("cgi-bin")).resolve("x.sh");
        Files.writeString(script, "#!/bin/sh\nprintf '" + field + "\\nLocation: %s/done\\n\\n' \"$SCRIPT_NAME\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        HandlerServlet servlet = new HandlerServlet(() -> {
            CGIHTTPRequestHandler handler = new CGIHTTPRequestHandler(root);
            handler.cgiMode("rfc3875");
            return handler;
        });
        start(servlet, "/ctx", "/x/*", Map.of("rewriteLocation", rewrites));
        RawResponse response = get("/ctx/x/cgi-bin/x.sh");
        assertEquals(302, response.status());
        assertEquals("/ctx/x/cgi-bin/x.sh/done", response.field("Location").orElseThrow());
    }

    @Test
    void initParamsSetAttributes() throws Exception {
        start(new HandlerServlet(Echo::new), "", "/*", Map.of("greeting", " hello ", "protocolVersion", "HTTP/1.1"));
        String text = get("/").text();
        assertTrue(text.contains("|hello|HTTP/1.1|"), text);
    }

    @Test
    void contextParamsAreDefaults() throws Exception {
        start("", (classes, context) -> {
            context.setInitParameter("gangway.greeting", "from the context");
            context.setInitParameter("gangway.protocolVersion", "HTTP/1.1");
            context.setInitParameter("gangway.directory", "of another servlet");
            context.setInitParameter("gangway.cgiMode", "rfc3875");
            context.setInitParameter("gangway.maxNotes", "of a class of the application");
            add(context, "first", new HandlerServlet(Echo::new), "/first");
            add(context, "second", new HandlerServlet(Echo::new), "/second").setInitParameter("greeting", "its own");
        });
        assertTrue(get("/first").text().contains("|from the context|HTTP/1.1|"));
        assertTrue(get("/second").text().contains("|its own|HTTP/1.1|"));
    }

    @Test
    void theHandlerIsNamedByAnInitParam() throws Exception {
        start(new HandlerServlet(), "", "/*", Map.of("handler", Echo.class.getName(), "greeting", "hi"));
        assertTrue(
                get("/").text().contains("|hi|"),
                () -> String.join("\n", host().container().failures()));
    }

    @Test
    void aSessionParameterOfAnotherNameIsNoPartOfThePath() throws Exception {
        start("", (classes, context) -> {
            context.getSessionCookieConfig().setName("SID");
            context.setInitParameter("org.eclipse.jetty.session.SessionIdPathParameterName", "SID");
            add(context, "echo", new HandlerServlet(Echo::new), "/*");
        });
        assertTrue(get("/a.txt;SID=1").text().startsWith("/a.txt|"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/proxy       | /proxy/ctx/x",
                "/proxy/      | /proxy/ctx/x",
                "/a/b , /c    | /a/b/ctx/x",
                "/            | /ctx/x",
                "proxy        | /ctx/x",
                "//other      | /ctx/x",
                "/\\other   | /ctx/x",
                "http://other | /ctx/x",
                "/a b         | /ctx/x"
            })
    void aPrefixThatAProxyHasTakenAwayStandsInFront(String field, String mount) throws Exception {
        start(new HandlerServlet(Echo::new), "/ctx", "/x/*", Map.of("forwardedPrefix", "true"));
        assertEquals(
                mount, get("/ctx/x/a", "X-Forwarded-Prefix: " + field).text().split("\\|")[1]);
        assertEquals(
                mount + "/login",
                get("/ctx/x/redirect?/login", "X-Forwarded-Prefix: " + field)
                        .field("Location")
                        .orElseThrow());
    }

    @Test
    void aPrefixThatAClientHasMadeUpIsNotBelieved() throws Exception {
        start(new HandlerServlet(Echo::new), "/ctx", "/x/*", Map.of());
        assertEquals(
                "/ctx/x", get("/ctx/x/a", "X-Forwarded-Prefix: /bad").text().split("\\|")[1]);
    }
}
