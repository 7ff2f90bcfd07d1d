package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFieldsTest {
    private final List<String> calls = new ArrayList<>();
    private final Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private RequestFields of(String protocol, int port, boolean secure) {
        return new RequestFields(Stub.of(HttpServletRequest.class, (method, arguments) -> {
            calls.add(method);
            return switch (method) {
                case "getProtocol" -> protocol;
                case "getServerName" -> "host";
                case "getServerPort" -> port;
                case "isSecure" -> secure;
                case "getHeaderNames" -> Collections.enumeration(fields.keySet());
                case "getHeaders" -> Collections.enumeration(fields.getOrDefault((String) arguments[0], List.of()));
                case "getHeader" ->
                    fields.containsKey((String) arguments[0])
                            ? fields.get((String) arguments[0]).get(0)
                            : null;
                default -> throw new AssertionError(method);
            };
        }));
    }

    @Test
    void collectsNothingUntilItIsAsked() {
        fields.put("A", List.of("1", "2"));
        fields.put("B", List.of("3"));
        RequestFields found = of("HTTP/1.1", 80, false);
        assertEquals(List.of("1", "2"), found.values("a"));
        assertEquals(List.of(), found.values("C"));
        assertEquals(0, Collections.frequency(calls, "getHeaderNames"));
        assertEquals("[A=1, A=2, B=3]", found.toString());
        assertEquals(3, found.size());
        assertEquals(1, Collections.frequency(calls, "getHeaderNames"));
    }

    /** Containers use the object again, for the request of another client. */
    @Test
    void showsNothingOfARequestThatIsOver() {
        fields.put("A", List.of("1"));
        RequestFields early = of("HTTP/1.1", 80, false);
        assertEquals(1, early.size());
        early.end();
        assertEquals("[A=1]", early.toString());
        RequestFields late = of("HTTP/1.1", 80, false);
        late.end();
        assertThrows(IllegalStateException.class, late::size);
    }

    @ParameterizedTest(name = "{0} on port {1}")
    @CsvSource({
        "HTTP/2.0, 80, false, [host]",
        "HTTP/2.0, 8080, false, [host:8080]",
        "HTTP/2.0, 443, true, [host]",
        "HTTP/2.0, 443, false, [host:443]",
        "HTTP/1.0, 80, false, []"
    })
    void makesAHostOfWhatHttp2HasInstead(String protocol, int port, boolean secure, String values) {
        RequestFields found = of(protocol, port, secure);
        assertEquals(values, found.values("Host").toString());
        assertEquals(values.equals("[]") ? 0 : 1, found.size());
    }
}
