package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHeadsTest {
    /** The prefix of the attributes that say what the client asked for, and what of them the container sets. */
    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource({
        "REQUEST, '', , , GET /x/page?a=1 HTTP/1.1",
        "FORWARD, forward, /first, b=2, GET /first?b=2 HTTP/1.1",
        "FORWARD, forward, /first, , GET /first HTTP/1.1",
        "FORWARD, forward, , , GET /x/page?a=1 HTTP/1.1",
        "ASYNC, async, /first, b=2, GET /first?b=2 HTTP/1.1",
        "ERROR, error, /first, b=2, GET /first?b=2 HTTP/1.1",
        "ERROR, error, /first, , GET /first HTTP/1.1",
        "ERROR, error, , , GET /x/page?a=1 HTTP/1.1",
    })
    void theRequestLineIsTheClients(DispatcherType type, String prefix, String uri, String query, String line) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("jakarta.servlet." + prefix + ".request_uri", uri);
        attributes.put("jakarta.servlet." + prefix + ".query_string", query);
        HttpServletRequest request = Stub.of(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getDispatcherType" -> type;
            case "getAttribute" -> attributes.get(arguments[0]);
            case "getRequestURI" -> "/x/page";
            case "getQueryString" -> "a=1";
            case "getContextPath", "getServletPath" -> "";
            case "getHttpServletMapping" -> null;
            case "getMethod" -> "GET";
            case "getProtocol" -> "HTTP/1.1";
            default -> throw new AssertionError(method);
        });
        assertEquals(
                line,
                RequestHeads.of(request, new SessionParameter(Set.of("jsessionid")), false)
                        .head()
                        .requestLine());
    }
}
