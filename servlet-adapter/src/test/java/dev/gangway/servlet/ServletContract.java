package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.RawResponse;
import dev.gangway.contract.SocketClient;
import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is true of handlers in a servlet container only. */
abstract class ServletContract implements OnContainer {
    private Container.Started started;

    @AfterEach
    void stop() {
        if (started != null) {
            started.close();
        }
    }

    /** Shows what it was asked. */
    public static class Echo extends BaseHTTPRequestHandler {
        private String greeting = "none";

        public String greeting() {
            return greeting;
        }

        public void greeting(String text) {
            greeting = text;
        }

        public void do_GET() throws IOException {
            if (path().startsWith("/redirect")) {
                sendResponse(302);
                sendHeader("Location", path().substring("/redirect?".length()));
                sendHeader("Content-Length", 0);
                endHeaders();
                return;
            }
            byte[] body = String.join(
                            "|",
                            path(),
                            connection().mountPath(),
                            requestline(),
                            greeting(),
                            protocolVersion(),
                            headers().get("Host", "no host"))
                    .getBytes(StandardCharsets.UTF_8);
            sendResponse(200);
            sendHeader("Content-Length", body.length);
            endHeaders();
            wfile().write(body);
        }
    }

    private RawResponse get(String target) throws IOException {
        try (SocketClient client = new SocketClient(started.port())) {
            client.send("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            return RawResponse.readOne(client.readToEnd(), "GET");
        }
    }

    private void start(String contextPath, String mapping, Map<String, String> parameters) throws Exception {
        started = host().container().start(new HandlerServlet(Echo::new), contextPath, mapping, parameters);
    }

    @ParameterizedTest(name = "{0}{1}: {2}")
    @CsvSource({
        "'', /*, /a/b, /a/b, ''",
        "'', /*, /, /, ''",
        "'', /*, /a%20b?c=%20d&&e, /a%20b?c=%20d&&e, ''",
        "'', /*, /a?, /a?, ''",
        "/ctx, /*, /ctx/a, /a, /ctx",
        "/ctx, /*, /%63tx/a, /a, /%63tx",
        "/ctx, /x/*, /ctx/x/a/b, /a/b, /ctx/x",
        "/ctx, /x/*, /ctx/x, /, /ctx/x",
        "/ctx, /x/*, /ctx/x/, /, /ctx/x",
        "/ctx, /x/*, /ctx/x?q, /?q, /ctx/x",
        "/ctx, /x/*, /ctx/%78/a%2Db, /a%2Db, /ctx/%78",
        "/ctx, /x/*, /ctx/x;p=1/a;q=2, /a;q=2, /ctx/x",
        "/ctx, /x/*, /ctx/./x/a, /a, /ctx/x",
        "/ctx, /x/*, /ctx/y/../x/a, /a, /ctx/x",
        "/ctx, /x/*, /ctx/x/a/../b, /a/../b, /ctx/x",
        "/ctx, /exact, /ctx/exact?q, /exact?q, /ctx",
        "/ctx, *.do, /ctx/a/b.do, /a/b.do, /ctx",
        "/ctx, /, /ctx/a/b, /a/b, /ctx",
        "/ctx, '', /ctx/, /, /ctx"
    })
    void thePathIsThatBelowTheMapping(String context, String mapping, String target, String path, String mount)
            throws Exception {
        start(context, mapping, Map.of());
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
        start("/ctx", "/x/*", Map.of("rewriteLocation", rewrites));
        assertEquals(sent, get("/ctx/x/redirect?" + location).field("Location").orElseThrow());
    }

    @Test
    void serverAndDateAppearOnce() throws Exception {
        start("", "/*", Map.of());
        RawResponse response = get("/");
        assertTrue(response.field("Server").orElseThrow().startsWith("BaseHTTP/"));
        assertTrue(response.field("Date").isPresent());
    }

    @Test
    void initParamsSetAttributes() throws Exception {
        start("", "/*", Map.of("greeting", " hello ", "protocolVersion", "HTTP/1.1"));
        String text = get("/").text();
        assertTrue(text.contains("|hello|HTTP/1.1|"), text);
    }

    @Test
    void contextParamsAreDefaults() throws Exception {
        started = host().container().start("", (classes, context) -> {
            context.setInitParameter("gangway.greeting", "from the context");
            context.setInitParameter("gangway.protocolVersion", "HTTP/1.1");
            context.setInitParameter("gangway.directory", "of another servlet");
            ServletRegistration.Dynamic first = context.addServlet("first", new HandlerServlet(Echo::new));
            first.addMapping("/first");
            ServletRegistration.Dynamic second = context.addServlet("second", new HandlerServlet(Echo::new));
            second.setInitParameter("greeting", "its own");
            second.addMapping("/second");
        });
        assertTrue(get("/first").text().contains("|from the context|HTTP/1.1|"));
        assertTrue(get("/second").text().contains("|its own|HTTP/1.1|"));
    }

    @Test
    void theHandlerIsNamedByAnInitParam() throws Exception {
        started = host().container()
                .start(new HandlerServlet(), "", "/*", Map.of("handler", Echo.class.getName(), "greeting", "hi"));
        assertTrue(get("/").text().contains("|hi|"));
    }

    /** Answers in ways that HTTP/2 has other means for. */
    public static class Varied extends BaseHTTPRequestHandler {
        public Varied() {
            protocolVersion("HTTP/1.1");
        }

        public void do_GET() throws IOException {
            switch (path()) {
                case "/chunks" -> {
                    sendResponse(200);
                    sendHeader("Transfer-Encoding", "chunked");
                    endHeaders();
                    wfile().write("2\r\nhi\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                case "/close" -> {
                    sendResponse(200);
                    sendHeader("Connection", "close");
                    sendHeader("Keep-Alive", "timeout=5");
                    endHeaders();
                    wfile().write('x');
                }
                case "/upgrade" -> {
                    sendResponse(101);
                    sendHeader("Connection", "Upgrade");
                    sendHeader("Upgrade", "other");
                    endHeaders();
                }
                case "/throw" -> throw new IllegalStateException("on purpose");
                default -> do_POST();
            }
        }

        public void do_POST() throws IOException {
            long length = 0;
            byte[] buffer = new byte[10_000];
            for (int n = rfile().read(buffer); n >= 0; n = rfile().read(buffer)) {
                length += n;
            }
            sendResponse(200);
            endHeaders();
            wfile().write((length + " " + headers().contains("Host")).getBytes(StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/plain, 200, 0 true", "/chunks, 200, hi", "/close, 200, x", "/upgrade, 501, ''", "/throw, 500, ''"})
    void http2Works(String path, int status, String text) throws Exception {
        started = host().container().start(new RecordingServlet(Varied::new), "", "/*", Map.of());
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        URI base = URI.create("http://127.0.0.1:" + started.port());
        // The first request changes the protocol, the second begins with it.
        client.send(HttpRequest.newBuilder(base).build(), BodyHandlers.ofString());
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
        assertEquals(HttpClient.Version.HTTP_2, response.version());
        assertEquals(status, response.statusCode());
        if (status == 200) {
            assertEquals(text, response.body());
        }
        assertEquals(List.of(), response.headers().allValues("Connection"));
    }

    @Test
    void http2TakesUploads() throws Exception {
        started = host().container().start(new RecordingServlet(Varied::new), "", "/*", Map.of());
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        URI base = URI.create("http://127.0.0.1:" + started.port());
        client.send(HttpRequest.newBuilder(base).build(), BodyHandlers.ofString());
        HttpRequest upload = HttpRequest.newBuilder(base)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[3_000_000]))
                .build();
        assertEquals(
                "3000000 true", client.send(upload, BodyHandlers.ofString()).body());
    }

    /** Sends a request on, inside the container. */
    private static final class Dispatching extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final DispatcherType type;

        Dispatching(DispatcherType type) {
            this.type = type;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            var dispatcher = request.getRequestDispatcher("/x/inner?q=2");
            if (type == DispatcherType.FORWARD) {
                dispatcher.forward(request, response);
            } else if (type == DispatcherType.ASYNC) {
                request.startAsync().dispatch("/x/inner?q=2");
            } else {
                response.getOutputStream().print("<");
                dispatcher.include(request, response);
                response.getOutputStream().print(">");
            }
        }
    }

    private static ServletContainerInitializer dispatching(DispatcherType type) {
        return (classes, context) -> {
            add(context, "outer", new Dispatching(type), "/outer");
            add(context, "inner", new HandlerServlet(Echo::new), "/x/*");
        };
    }

    private static void add(ServletContext context, String name, HttpServlet servlet, String mapping) {
        ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
        registration.addMapping(mapping);
        registration.setAsyncSupported(servlet instanceof Dispatching);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"FORWARD", "ASYNC"})
    void aRequestThatWasSentOnIsSeenBelowTheMappingThatItWasSentTo(DispatcherType type) throws Exception {
        started = host().container().start("/ctx", dispatching(type));
        String text = get("/ctx/outer?p=1").text();
        assertTrue(
                text.startsWith("/inner?q=2&p=1|/ctx/x|GET /ctx/outer?p=1 HTTP/1.1|")
                        || text.startsWith("/inner?q=2|/ctx/x|GET /ctx/outer?p=1 HTTP/1.1|"),
                text);
    }

    @Test
    void anIncludedResponseIsContentOfTheOther() throws Exception {
        started = host().container().start("/ctx", dispatching(DispatcherType.INCLUDE));
        String text = get("/ctx/outer?p=1").text();
        assertTrue(text.startsWith("</inner?q=2|/ctx/x|GET /ctx/outer?p=1 HTTP/1.1|"), text);
        assertTrue(text.endsWith(">"), text);
    }

    @Test
    void aPageThatIsTextIncludesAResponse() throws Exception {
        started = host().container().start("", (classes, context) -> {
            add(context, "inner", new HandlerServlet(Echo::new), "/x/*");
            add(
                    context,
                    "outer",
                    new HttpServlet() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws ServletException, IOException {
                            response.setContentType("text/plain; charset=UTF-8");
                            response.getWriter().print("<");
                            request.getRequestDispatcher("/x/inner").include(request, response);
                            response.getWriter().print(">");
                        }
                    },
                    "/outer");
        });
        String text = get("/outer").text();
        assertTrue(text.startsWith("</inner|/x|GET /outer HTTP/1.1|") && text.endsWith(">"), text);
    }

    /** Frames chunks by hand, with a checksum behind them. */
    public static class Chunks extends BaseHTTPRequestHandler {
        public Chunks() {
            protocolVersion("HTTP/1.1");
        }

        public void do_GET() throws IOException {
            sendResponse(200);
            sendHeader("Transfer-Encoding", "chunked");
            if (path().equals("/announced")) {
                sendHeader("Trailer", "X-Sum, X-Part");
            }
            endHeaders();
            wfile().write("2\r\nhi\r\n".getBytes(StandardCharsets.US_ASCII));
            wfile().flush();
            wfile().write("0\r\nX-Sum: 42\r\nX-Pa".getBytes(StandardCharsets.US_ASCII));
            wfile().write("rt: 1\r\nX-Part:2\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "/announced, HTTP/1.1, 'X-Sum: 42~X-Part: 1, 2~~'",
        "/announced, HTTP/1.0, hi",
        "/silently, HTTP/1.1, hi"
    })
    void trailersThatTheHeadAnnouncesArePassedOn(String path, String version, String end) throws Exception {
        started = host().container().start(new HandlerServlet(Chunks::new), "", "/*", Map.of());
        try (SocketClient client = new SocketClient(started.port())) {
            client.send("GET " + path + " " + version + "\r\nHost: x\r\nTE: trailers\r\nConnection: close\r\n\r\n");
            String response = new String(client.readToEnd(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            assertTrue(response.startsWith("http/1.1 200"), response);
            assertTrue(response.endsWith(end.toLowerCase(Locale.ROOT).replace("~", "\r\n")), response);
        }
    }

    /** Wants a time limit, and may change the protocol. */
    public static class Limited extends BaseHTTPRequestHandler {
        public Limited() {
            protocolVersion("HTTP/1.1");
            timeout(Duration.ofMillis(2500));
        }

        public void do_GET() throws IOException {
            boolean upgrade = headers().contains("Upgrade");
            sendResponse(upgrade ? 101 : 204);
            if (upgrade) {
                sendHeader("Connection", "Upgrade");
                sendHeader("Upgrade", "shout");
            }
            endHeaders();
            if (upgrade) {
                wfile().write(rfile().readline());
                wfile().flush();
            }
        }

        @Override
        public void logRequest(String code, String size) {}
    }

    @Test
    void aTimeLimitIsSaidToHaveNoEffectOnce() throws Exception {
        RecordingServlet servlet = new RecordingServlet(Limited::new);
        started = host().container().start(servlet, "", "/*", Map.of());
        assertEquals(204, get("/").status());
        assertEquals(204, get("/").status());
        servlet.awaitIdle();
        List<String> log = servlet.takeLog();
        assertEquals(1, log.size(), log::toString);
        assertTrue(log.get(0).contains("timeout of 2.5 s has no effect in a servlet container"), log::toString);
    }

    @Test
    void aTimeLimitDoesNotKeepFromAChangeOfProtocol() throws Exception {
        RecordingServlet servlet = new RecordingServlet(Limited::new);
        started = host().container().start(servlet, "", "/*", Map.of());
        try (SocketClient client = new SocketClient(started.port())) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: shout\r\n\r\nHey\n");
            String response = new String(client.readToEnd(), StandardCharsets.ISO_8859_1);
            assertTrue(response.startsWith("HTTP/1.1 101"), response);
            assertTrue(response.endsWith("\r\n\r\nHey\n"), response);
        }
        assertEquals(List.of(), servlet.takeErrors());
    }

    @Test
    void aHandlerThatThrowsIsAnsweredWithoutItsReasons() throws Exception {
        started = host().container()
                .start(
                        new RecordingServlet(() -> {
                            throw new IllegalStateException("secret");
                        }),
                        "",
                        "/*",
                        Map.of());
        RawResponse response = get("/");
        assertEquals(500, response.status());
        assertFalse(response.text().contains("secret"));
        assertTrue(response.text().contains("<p>Message: Internal Server Error.</p>"), response.text());
    }

    /** Throws when the head is on its way, and no content yet. */
    public static class Throwing extends BaseHTTPRequestHandler {
        public void do_GET() throws IOException {
            sendResponse(200);
            sendHeader("Content-Length", 10);
            endHeaders();
            throw new IllegalStateException("secret");
        }
    }

    @Test
    void aHandlerThatThrowsAfterItsHeadGivesNothingAway() throws Exception {
        started = host().container().start(new RecordingServlet(Throwing::new), "", "/*", Map.of());
        try (SocketClient client = new SocketClient(started.port())) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            String response = new String(client.readToEnd(), StandardCharsets.ISO_8859_1);
            assertTrue(response.startsWith("HTTP/1.1 200"), response);
            assertTrue(response.endsWith("\r\n\r\n"), response);
            assertFalse(response.contains("secret") || response.contains("dev.gangway"), response);
        }
    }

    /** Takes what is written to a response, as a filter of Servlet 6.0 does. */
    private static final class Wrapped extends HttpServletResponseWrapper {
        Wrapped(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            ServletOutputStream out = super.getOutputStream();
            return new ServletOutputStream() {
                @Override
                public void write(int b) throws IOException {
                    out.write(b == 'a' ? 'b' : b);
                }

                @Override
                public boolean isReady() {
                    return out.isReady();
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    out.setWriteListener(listener);
                }
            };
        }
    }

    @Test
    void aFilterSeesEveryByteOfAFile(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("file"), "a".repeat(100_000));
        started = host().container().start("", (classes, context) -> {
            add(context, "files", new HandlerServlet(() -> new SimpleHTTPRequestHandler(directory)), "/*");
            context.addFilter("filter", (request, response, chain) -> {
                        chain.doFilter(request, new Wrapped((HttpServletResponse) response));
                    })
                    .addMappingForUrlPatterns(null, false, "/*");
        });
        assertEquals("b".repeat(100_000), get("/file").text());
    }

    /** What the container says of it is in the log; a handler that wants no content is not disturbed. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"POST, /, 500", "GET, /chunks, 200"})
    void aFilterThatHasReadTheContentLeavesNone(String method, String path, int status) throws Exception {
        started = host().container().start("", (classes, context) -> {
            add(context, "varied", new RecordingServlet(Varied::new), "/*");
            context.addFilter("filter", (request, response, chain) -> {
                        request.getReader().read();
                        chain.doFilter(request, response);
                    })
                    .addMappingForUrlPatterns(null, false, "/*");
        });
        try (SocketClient client = new SocketClient(started.port())) {
            client.send(
                    method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi");
            RawResponse response = RawResponse.readOne(client.readToEnd(), method);
            assertEquals(status, response.status());
            assertFalse(response.text().contains("getReader"), response.text());
        }
    }
}
