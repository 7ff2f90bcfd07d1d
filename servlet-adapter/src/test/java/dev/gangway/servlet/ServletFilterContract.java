package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A handler in front of other servlets. */
abstract class ServletFilterContract extends ServletFixture {
    @TempDir
    Path root = Path.of("");

    @BeforeEach
    final void makeFiles() throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("api")).resolve("page.txt"), "a file");
        Files.writeString(root.resolve("a;b.txt"), "with semicolon");
    }

    /** The servlet behind, which has read the content before it answers. */
    private static final class Behind extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] content = request.getInputStream().readAllBytes();
            response.setContentType("text/plain");
            response.getOutputStream()
                    .print("behind: " + request.getMethod() + " " + request.getServletPath() + " " + content.length);
        }
    }

    /** Has nothing. */
    private static final class Missing extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.sendError(404);
        }
    }

    private void startInFront(HandlerFilter filter, Map<String, String> parameters) throws Exception {
        start("/ctx", (classes, context) -> {
            FilterRegistration.Dynamic registration = context.addFilter("front", filter);
            registration.setInitParameters(parameters);
            registration.setAsyncSupported(true);
            registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
            behind(context);
        });
    }

    private static void behind(ServletContext context) {
        add(context, "behind", new Behind(), "/api/*");
        // Tomcat asks no filter where there is no servlet at all.
        add(context, "default", new Missing(), "/");
    }

    @Test
    void thePathIsTheWholeOneBelowTheContext() throws Exception {
        startInFront(new HandlerFilter(Echo::new), Map.of());
        assertTrue(get("/ctx/api/a?q").text().startsWith("/api/a?q|/ctx|GET /ctx/api/a?q HTTP/1.1|"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"POST, behind: POST /api 3", "PUT, behind: PUT /api 3", "PROPFIND, behind: PROPFIND /api 3"})
    void aRequestForWhichThereIsNoMethodIsPassedOnWithItsContent(String method, String answer) throws Exception {
        startInFront(new HandlerFilter(Echo::new), Map.of());
        String text = ask(method, "/ctx/api/a", "Content-Length: 3", "", "abc").text();
        assertEquals(answer, text.substring(0, Math.min(answer.length(), text.length())));
    }

    @ParameterizedTest(name = "passOn {0}, GET {1}")
    @CsvSource({
        "404, /ctx/api/page.txt, 200, a file",
        "404, /ctx/a;b.txt, 200, with semicolon",
        "404, /ctx/api/none.txt, 200, behind: GET /api 0",
        "404, /ctx/none.txt, 404, ''",
        "'', /ctx/api/page.txt, 200, a file",
        "'', /ctx/api/none.txt, 404, ''"
    })
    void aRequestForWhichThereIsNoFileIsPassedOnIfSaid(String passOn, String target, int status, String text)
            throws Exception {
        startInFront(
                new HandlerFilter(() -> new SimpleHTTPRequestHandler(root)),
                passOn.isEmpty() ? Map.of() : Map.of("passOn", passOn));
        assertEquals(status, get(target).status());
        if (!text.isEmpty()) {
            assertEquals(text, get(target).text());
        }
    }

    @Test
    void aDirectoryIsServed() throws Exception {
        startInFront(new HandlerFilter(() -> new SimpleHTTPRequestHandler(root)), Map.of("passOn", "404"));
        assertEquals("/ctx/api/", get("/ctx/api").field("Location").orElseThrow());
        assertTrue(get("/ctx/api/").text().contains("page.txt"));
        assertEquals(200, ask("HEAD", "/ctx/api/none").status());
    }

    @Test
    void nothingIsLoggedOfARequestThatIsPassedOn() throws Exception {
        List<String> log = new CopyOnWriteArrayList<>();
        startInFront(
                new HandlerFilter(() -> new SimpleHTTPRequestHandler(root) {
                    @Override
                    public void logMessage(String format, Object... args) {
                        log.add(format);
                    }
                }),
                Map.of("passOn", "404"));
        get("/ctx/api/none.txt");
        assertEquals(List.of(), log);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "files, 403, init-param 'passOn' of filter 'front': '403' is not 404",
        "files, all, init-param 'passOn' of filter 'front': 'all' is not 404",
        "echo, 404, init-param 'passOn' of filter 'front': the handler serves no files"
    })
    void whatCannotBePassedOnFailsTheDeployment(String handler, String value, String message) {
        HandlerFilter filter =
                new HandlerFilter(handler.equals("files") ? () -> new SimpleHTTPRequestHandler(root) : Echo::new);
        assertFails(message, () -> startInFront(filter, Map.of("passOn", value)));
    }

    @Test
    void aServletPassesNothingOn() {
        assertFails(
                "init-param 'passOn' of servlet 'under test': a servlet is the last to be asked",
                () -> start(
                        new HandlerServlet(() -> new SimpleHTTPRequestHandler(root)),
                        "",
                        "/*",
                        Map.of("passOn", "404")));
    }
}
