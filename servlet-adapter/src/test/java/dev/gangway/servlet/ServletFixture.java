package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gangway.contract.RawResponse;
import dev.gangway.contract.SocketClient;
import dev.gangway.handler.BaseHTTPRequestHandler;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;

/** What the contracts of servlets share: a container, one request on a connection of its own, and a handler that echoes. */
abstract class ServletFixture implements OnContainer {
    private Container.@Nullable Started started;

    @AfterEach
    final void stop() {
        if (started != null) {
            started.close();
            started = null;
        }
    }

    /** Starts the container with one servlet, mapped to everything; it is closed when the test ends. */
    final void start(Servlet servlet) throws Exception {
        start(servlet, "", "/*", Map.of());
    }

    /** Starts the container with one servlet. */
    final void start(Servlet servlet, String contextPath, String mapping, Map<String, String> parameters)
            throws Exception {
        started = host().container().start(servlet, contextPath, mapping, parameters);
    }

    /** Starts the container with whatever is registered. */
    final void start(String contextPath, ServletContainerInitializer initializer) throws Exception {
        started = host().container().start(contextPath, initializer);
    }

    /** Registers a servlet. */
    static ServletRegistration.Dynamic add(ServletContext context, String name, HttpServlet servlet, String mapping) {
        ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
        registration.addMapping(mapping);
        return registration;
    }

    final int port() {
        return Objects.requireNonNull(started, "nothing was started").port();
    }

    /** Asks once, on a connection of its own. */
    final RawResponse get(String target, String... fields) throws IOException {
        return ask("GET", target, fields);
    }

    /** Asks once, on a connection of its own. */
    final RawResponse ask(String method, String target, String... fields) throws IOException {
        try (SocketClient client = new SocketClient(port())) {
            String more = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
            client.send(method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + more + "\r\n");
            return RawResponse.readOne(client.readToEnd(), method);
        }
    }

    /** Some containers refuse to start, others serve 500 from then on; each says why, with the name of the parameter. */
    final void assertFails(String message, Executable deployment) {
        Throwable failure = assertThrows(Throwable.class, () -> {
            deployment.execute();
            throw new IllegalStateException(String.join("\n", host().container().failures()));
        });
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(message)) {
                return;
            }
        }
        throw new AssertionError(message, failure);
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
}
