package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.RawResponse;
import dev.gangway.contract.SocketClient;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A handler among other servlets and filters: forward, include, asynchronous dispatch, and filters in front. */
abstract class ServletDispatchContract extends ServletFixture {
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
            add(context, "outer", new Dispatching(type), "/outer").setAsyncSupported(true);
            add(context, "inner", new HandlerServlet(Echo::new), "/x/*");
        };
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"FORWARD", "ASYNC"})
    void aRequestThatWasSentOnIsSeenBelowTheMappingThatItWasSentTo(DispatcherType type) throws Exception {
        start("/ctx", dispatching(type));
        String text = get("/ctx/outer?p=1").text();
        assertTrue(
                text.startsWith("/inner?q=2&p=1|/ctx/x|GET /ctx/outer?p=1 HTTP/1.1|")
                        || text.startsWith("/inner?q=2|/ctx/x|GET /ctx/outer?p=1 HTTP/1.1|"),
                text);
    }

    @Test
    void anIncludedResponseIsContentOfTheOther() throws Exception {
        start("/ctx", dispatching(DispatcherType.INCLUDE));
        String text = get("/ctx/outer?p=1").text();
        assertTrue(text.startsWith("</inner?q=2|/ctx/x|GET /ctx/outer?p=1 HTTP/1.1|"), text);
        assertTrue(text.endsWith(">"), text);
    }

    @Test
    void aPageThatIsTextIncludesAResponse() throws Exception {
        start("", (classes, context) -> {
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

    /** Takes the bytes of a response, as a filter of Servlet 6.0 does. */
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
        start("", (classes, context) -> {
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
        start("", (classes, context) -> {
            add(context, "varied", new RecordingServlet(ServletProtocolContract.Varied::new), "/*");
            context.addFilter("filter", (request, response, chain) -> {
                        request.getReader().read();
                        chain.doFilter(request, response);
                    })
                    .addMappingForUrlPatterns(null, false, "/*");
        });
        try (SocketClient client = new SocketClient(port())) {
            client.send(
                    method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi");
            RawResponse response = RawResponse.readOne(client.readToEnd(), method);
            assertEquals(status, response.status());
            assertFalse(response.text().contains("getReader"), response.text());
        }
    }
}
