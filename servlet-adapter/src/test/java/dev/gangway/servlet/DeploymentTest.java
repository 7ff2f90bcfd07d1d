package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.RawResponse;
import dev.gangway.contract.SocketClient;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What init-params do to a deployment, with the files of the web application in place and in a packed WAR. */
class DeploymentTest {
    private static final String FILES = "dev.gangway.handler.SimpleHTTPRequestHandler";

    @TempDir
    Path temporary = Path.of("");

    private Path webapp = Path.of("");
    private Path war = Path.of("");
    private Server server = new Server();
    private ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void makeWebapp() throws IOException {
        webapp = temporary.resolve("webapp");
        put("static/page.html", "in static");
        put("static/below/deep.txt", "deep");
        put("WEB-INF/web.xml", "secret");
        put("WEB-INF/files/inner.txt", "inner");
        put("META-INF/MANIFEST.MF", "secret");
        war = temporary.resolve("example.war");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + war.toUri()), Map.of("create", "true"));
                Stream<Path> walk = Files.walk(webapp)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                Path target = zip.getPath("/").resolve(webapp.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    private void put(String name, String text) throws IOException {
        Path file = webapp.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private void deploy(HandlerServlet servlet, boolean packed, String... parameters) throws Exception {
        server = new Server();
        connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/");
        URI base = packed ? URI.create("jar:" + war.toUri() + "!/") : webapp.toUri();
        context.setBaseResource(ResourceFactory.of(context).newResource(base));
        context.setTempDirectory(
                Files.createDirectories(temporary.resolve("work")).toFile());
        ServletHolder holder = new ServletHolder("files", servlet);
        holder.setInitOrder(1);
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put(parameters[i], parameters[i + 1]);
        }
        holder.setInitParameters(map);
        context.addServlet(holder, "/*");
        server.setHandler(context);
        server.start();
    }

    private RawResponse get(String target) throws IOException {
        try (SocketClient client = new SocketClient(connector.getLocalPort())) {
            client.send("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            return RawResponse.readOne(client.readToEnd(), "GET");
        }
    }

    @ParameterizedTest(name = "packed: {0}")
    @ValueSource(booleans = {false, true})
    void aRelativeDirectoryIsInTheWebApplication(boolean packed) throws Exception {
        deploy(new HandlerServlet(), packed, "handler", FILES, "directory", "static");
        assertEquals("in static", get("/page.html").text());
        assertEquals("deep", get("/below/deep.txt").text());
        assertTrue(get("/").text().contains("below/"));
        assertEquals(
                404,
                get("/../WEB-INF/web.xml").status() == 400
                        ? 404
                        : get("/../WEB-INF/web.xml").status());
        // A copy is as old as what it was copied from.
        assertEquals(
                Files.getLastModifiedTime(webapp.resolve("static/page.html")).toMillis() / 2000,
                java.time.ZonedDateTime.parse(
                                        get("/page.html").field("Last-Modified").orElseThrow(),
                                        java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant()
                                .toEpochMilli()
                        / 2000);
    }

    @ParameterizedTest(name = "packed: {0}")
    @ValueSource(booleans = {false, true})
    void theWholeWebApplicationIsServedWithoutItsConfiguration(boolean packed) throws Exception {
        deploy(new HandlerServlet(), packed, "handler", FILES, "directory", ".");
        assertEquals("in static", get("/static/page.html").text());
        assertTrue(get("/").text().contains("static/"));
        for (String path :
                new String[] {"/WEB-INF/web.xml", "/web-inf/web.xml", "/META-INF/MANIFEST.MF", "/WEB-INF/"}) {
            assertEquals(404, get(path).status(), path);
        }
    }

    @ParameterizedTest(name = "packed: {0}")
    @ValueSource(booleans = {false, true})
    void aDirectoryBelowWebInfIsServedWhereItIsNamed(boolean packed) throws Exception {
        deploy(new HandlerServlet(), packed, "handler", FILES, "directory", "WEB-INF/files");
        assertEquals("inner", get("/inner.txt").text());
        assertEquals(404, get("/web.xml").status());
    }

    @Test
    void copiesGoWhenTheServletGoes() throws Exception {
        deploy(new HandlerServlet(), true, "handler", FILES, "directory", "static");
        assertEquals("in static", get("/page.html").text());
        server.stop();
        try (Stream<Path> left = Files.walk(temporary)) {
            assertEquals(
                    0, left.filter(path -> path.toString().contains("gangway-")).count());
        }
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "directory   | WEB-INF         | init-param 'directory' of servlet 'files': 'WEB-INF' would publish",
                "directory   | web-inf/classes | init-param 'directory' of servlet 'files': 'web-inf/classes' would",
                "directory   | META-INF        | init-param 'directory' of servlet 'files': 'META-INF' would publish",
                "directory   | ..              | init-param 'directory' of servlet 'files': '..' leads out of the web",
                "directory   | a/../../b       | init-param 'directory' of servlet 'files': 'a/../../b' leads out of",
                "directory   | nothing         | init-param 'directory' of servlet 'files': the web application has no",
                "directory   | /no/such/place  | init-param 'directory' of servlet 'files': '/no/such/place' does not",
                "directori   | static          | init-param 'directori' of servlet 'files': " + FILES + " has no",
                "path        | /x              | init-param 'path' of servlet 'files': " + FILES + " has no attribute",
                "ranges      | maybe           | init-param 'ranges' of servlet 'files': 'maybe' is not true or false",
                "timeout     | soon            | init-param 'timeout' of servlet 'files': 'soon' is not a number of sec",
                "symbolicLinks | sometimes     | init-param 'symbolicLinks' of servlet 'files': ",
                "handler     | no.such.Class   | init-param 'handler', no.such.Class: the web application has no such",
                "handler     | java.lang.String | init-param 'handler', java.lang.String: this is no handler",
                "rewriteLocation | perhaps     | init-param 'rewriteLocation' of servlet 'files': 'perhaps' is not true"
            })
    void whatIsWrongFailsWithItsName(String name, String value, String message) {
        String[] parameters = {"handler", FILES, "directory", "static", name, value};
        Throwable failure = assertThrows(Exception.class, () -> deploy(new HandlerServlet(), false, parameters));
        assertStarts(message, failure);
    }

    @Test
    void aMissingHandlerFailsWithItsName() {
        Throwable failure = assertThrows(Exception.class, () -> deploy(new HandlerServlet(), false));
        assertStarts("init-param 'handler' of servlet 'files' is missing", failure);
    }

    @Test
    void theWorkingDirectoryOfTheContainerIsNotServed() {
        Throwable failure = assertThrows(Exception.class, () -> deploy(new HandlerServlet(), false, "handler", FILES));
        assertStarts("init-param 'directory' of servlet 'files' is missing", failure);
    }

    private static void assertStarts(String message, Throwable failure) {
        Throwable found = failure;
        while (found != null
                && !(found instanceof ServletException && found.getMessage().startsWith("init-param"))) {
            found = found.getCause();
        }
        assertTrue(
                found != null && found.getMessage().startsWith(message),
                () -> failure + Arrays.toString(failure.getStackTrace()));
    }
}
