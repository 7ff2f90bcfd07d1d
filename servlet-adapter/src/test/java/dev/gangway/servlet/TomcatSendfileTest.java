package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.RawResponse;
import dev.gangway.contract.SocketClient;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Large files that Tomcat sends by itself, opened by the name of a descriptor when the servlet has returned. */
@EnabledOnOs(OS.LINUX)
class TomcatSendfileTest {
    private static final String NAME = "org.apache.tomcat.sendfile.filename";
    private static final byte[] LARGE = content('a', 300_000);

    @TempDir
    Path base = Path.of("");

    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector();
    private final Between between = new Between();
    private Path files = Path.of("");

    /** Stands between the servlet and the moment at which Tomcat opens the file. */
    private static final class Between extends ValveBase {
        private final BlockingQueue<String> names = new LinkedBlockingQueue<>();
        private volatile Action action = () -> {};

        private interface Action {
            void run() throws IOException;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            Object name = request.getAttribute(NAME);
            action.run();
            names.add(name == null ? "" : name.toString());
        }
    }

    /** As a filter that compresses would. */
    public static final class Wrapping extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chain.doFilter(
                    request,
                    request.getParameter("wrapped") == null ? response : new HttpServletResponseWrapper(response));
        }
    }

    private static byte[] content(char c, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (c + i % 23);
        }
        return bytes;
    }

    @BeforeEach
    void start() throws Exception {
        files = Files.createDirectory(base.resolve("files"));
        Files.write(files.resolve("large.bin"), LARGE);
        Files.write(files.resolve("small.bin"), content('s', 1000));
        tomcat.setBaseDir(base.toString());
        tomcat.setSilent(true);
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        context.getPipeline().addValve(between);
        FilterDef filter = new FilterDef();
        filter.setFilterName("wrapping");
        filter.setFilter(new Wrapping());
        context.addFilterDef(filter);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName("wrapping");
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
        Tomcat.addServlet(context, "files", new HandlerServlet(() -> new SimpleHTTPRequestHandler(files)))
                .addMapping("/*");
        Tomcat.addServlet(context, "confined", new HandlerServlet(() -> {
                    SimpleHTTPRequestHandler handler = new SimpleHTTPRequestHandler(files);
                    handler.symbolicLinks("inside");
                    return handler;
                }))
                .addMapping("/confined/*");
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    private RawResponse ask(String method, String target, String version, String fields) throws Exception {
        try (SocketClient client = new SocketClient(connector.getLocalPort())) {
            client.send(
                    method + " " + target + " " + version + "\r\nHost: x\r\nConnection: close\r\n" + fields + "\r\n");
            return RawResponse.readOne(client.readToEnd(), method);
        }
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource(textBlock = """
            GET,  /large.bin,         HTTP/1.1, '',                              200, 0,      300000, true
            GET,  /large.bin,         HTTP/1.0, '',                              200, 0,      300000, true
            GET,  /large.bin,         HTTP/1.1, Range: bytes=100000-199999,      206, 100000, 100000, true
            GET,  /large.bin,         HTTP/1.1, Range: bytes=-5,                 206, 299995, 5,      true
            GET,  /large.bin?wrapped, HTTP/1.1, '',                              200, 0,      300000, false
            GET,  /confined/large.bin, HTTP/1.1, '',                             200, 0,      300000, true
            HEAD, /large.bin,         HTTP/1.1, '',                              200, 0,      0,      false
            """)
    void sendsWhatWasAskedFor(
            String method, String target, String version, String field, int status, int from, int length, boolean named)
            throws Exception {
        RawResponse response = ask(method, target, version, field.isEmpty() ? "" : field + "\r\n");
        assertEquals(status, response.status());
        assertArrayEquals(Arrays.copyOfRange(LARGE, from, from + length), response.body());
        String name = between.names.poll(10, TimeUnit.SECONDS);
        assertEquals(named, name != null && name.startsWith("/proc/self/fd/"), name);
    }

    @Test
    void sendsASmallFileAndSeveralRangesByItself() throws Exception {
        assertArrayEquals(
                content('s', 1000), ask("GET", "/small.bin", "HTTP/1.1", "").body());
        assertEquals("", between.names.poll(10, TimeUnit.SECONDS));
        RawResponse ranges = ask("GET", "/large.bin", "HTTP/1.1", "Range: bytes=0-99999,200000-299999\r\n");
        assertEquals(206, ranges.status());
        assertTrue(ranges.body().length > 200_000);
        assertEquals("", between.names.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void sendsTheFileThatItHasLookedAtThoughAnotherIsInItsPlace() throws Exception {
        between.action = () -> {
            Path other = Files.write(base.resolve("other"), content('A', LARGE.length));
            Files.move(other, files.resolve("large.bin"), StandardCopyOption.REPLACE_EXISTING);
        };
        assertArrayEquals(LARGE, ask("GET", "/large.bin", "HTTP/1.1", "").body());
        assertArrayEquals(
                content('A', LARGE.length),
                ask("GET", "/large.bin", "HTTP/1.1", "").body());
    }

    /** A link out of the directory that is slipped in after the look. */
    @Test
    void followsNoLinkThatIsPutInPlaceOfTheFile() throws Exception {
        Path secret = Files.write(base.resolve("secret"), content('S', LARGE.length));
        between.action = () -> {
            Files.delete(files.resolve("large.bin"));
            Files.createSymbolicLink(files.resolve("large.bin"), secret);
        };
        assertArrayEquals(
                LARGE, ask("GET", "/confined/large.bin", "HTTP/1.1", "").body());
        between.action = () -> {};
        assertEquals(404, ask("GET", "/confined/large.bin", "HTTP/1.1", "").status());
    }

    @Test
    void answersTheNextRequestOfTheConnection() throws Exception {
        try (SocketClient client = new SocketClient(connector.getLocalPort())) {
            for (int i = 0; i < 5; i++) {
                client.send("GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n");
                assertArrayEquals(LARGE, RawResponse.read(client.input(), "GET").body());
                client.send("GET /small.bin HTTP/1.1\r\nHost: x\r\n\r\n");
                assertArrayEquals(
                        content('s', 1000),
                        RawResponse.read(client.input(), "GET").body());
            }
        }
    }

    @Test
    void closesAFileThatWasDeletedSoonWhileItServesOthers() throws Exception {
        ask("GET", "/large.bin", "HTTP/1.1", "");
        assertTrue(isOpen("large.bin"));
        Files.delete(files.resolve("large.bin"));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (isOpen("large.bin") && System.nanoTime() < end) {
            ask("GET", "/small.bin", "HTTP/1.1", "");
        }
        assertTrue(!isOpen("large.bin"));
    }

    @Test
    void leavesNoFileOpenWhenTheServletEnds() throws Exception {
        ask("GET", "/large.bin", "HTTP/1.1", "");
        assertTrue(isOpen("large.bin"));
        tomcat.stop();
        assertTrue(!isOpen("large.bin"));
    }

    /** Tells whether this process has a file of the directory open, as Linux says. */
    private boolean isOpen(String name) throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.anyMatch(descriptor -> leadsTo(descriptor, files.resolve(name)));
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith(file.toString());
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }
}
