package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.handler.store.FileStore;
import dev.gangway.host.ResponseHead;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorPageTest {
    @ParameterizedTest(name = "{0} of {1}: {2} is sent as {3}")
    @CsvSource({
        "ERROR, 404, 200, 404",
        "ERROR, 404, 500, 500",
        "ERROR, 404, 302, 302",
        "ERROR, , 200, 200",
        "REQUEST, 404, 200, 200",
        "FORWARD, 404, 200, 200",
    })
    void aPageForAnErrorHasItsStatus(DispatcherType type, @Nullable Integer error, int status, int sent) {
        HttpServletRequest request = Stub.of(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getDispatcherType" -> type;
            case "getAttribute" -> arguments[0].equals("jakarta.servlet.error.status_code") ? error : null;
            case "getRequestURI" -> "/page";
            case "getContextPath", "getServletPath" -> "";
            case "getQueryString", "getHttpServletMapping" -> null;
            case "getMethod" -> "GET";
            case "getProtocol" -> "HTTP/1.1";
            default -> throw new AssertionError(method);
        });
        AtomicInteger seen = new AtomicInteger();
        HttpServletResponse response = Stub.of(HttpServletResponse.class, (method, arguments) -> {
            if (method.equals("setStatus")) {
                seen.set((int) arguments[0]);
            }
            return null;
        });
        ServletContext context = Stub.of(ServletContext.class, (method, arguments) -> null);
        Deployment deployment = new Deployment(
                context,
                false,
                false,
                new SessionParameter(Set.of()),
                false,
                true,
                new TimeoutNotice(line -> {}),
                new FileStore(0, Clock.systemUTC()),
                ContextLog.of(context),
                new WebappSight(),
                null,
                new FileCopy(),
                new TomcatSendfile(),
                new BufferWriter());
        new ServletConnection(deployment, request, response)
                .sendHead(new ResponseHead("HTTP/1.1", status, "", List.of()), false);
        assertEquals(sent, seen.get());
    }
}
