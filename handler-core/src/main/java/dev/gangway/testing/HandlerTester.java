package dev.gangway.testing;

import dev.gangway.host.HandlerFactory;
import dev.gangway.host.MemoryHost;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to a handler in memory and shows the responses, for tests: no port, no thread, nothing to close.
 *
 * <pre>{@code
 * TestResponse response = HandlerTester.of(Hello::new).get("/x").header("Accept", "text/plain").send();
 * assertEquals(200, response.status());
 * assertEquals("hi", response.text());
 * }</pre>
 *
 * <p>Each {@code send()} is a connection of its own with a new handler, and the client has sent all of its bytes before
 * the handler begins; {@link #sendAll(TestRequest...)} sends several requests on one connection. Attributes of the
 * server stay from one connection to the next. One thread at a time may use it.
 */
public final class HandlerTester {
    private final MemoryHost host;

    private HandlerTester(HandlerFactory factory) {
        host = new MemoryHost(factory);
    }

    /**
     * Makes a tester.
     *
     * @param factory makes a handler for each connection, {@code MyHandler::new} for example
     * @return a tester that has sent nothing yet
     */
    public static HandlerTester of(HandlerFactory factory) {
        return new HandlerTester(factory);
    }

    /**
     * Returns the server that the handlers see as {@code server()}: its attributes may be set before a request and looked
     * at after it, and it has every log line and error since the beginning.
     *
     * @return the same server each time
     */
    public MemoryHost server() {
        return host;
    }

    /**
     * Sets an attribute of the server ({@code server().attribute(name, value)}).
     *
     * @param name the attribute's name
     * @param value its value, or null to remove it
     * @return this tester
     */
    public HandlerTester attribute(String name, @Nullable Object value) {
        host.attribute(name, value);
        return this;
    }

    /**
     * Begins a request with any method.
     *
     * @param method the method, {@code PROPFIND} for example; sent as it is
     * @param target the request target, percent-encoded, with the query
     * @return a request to add to and to send
     */
    public TestRequest request(String method, String target) {
        return new TestRequest(this, method, target);
    }

    /**
     * Begins a GET request.
     *
     * @param target the request target, percent-encoded, with the query
     * @return a request to add to and to send
     */
    public TestRequest get(String target) {
        return request("GET", target);
    }

    /**
     * Begins a HEAD request.
     *
     * @param target the request target, percent-encoded, with the query
     * @return a request to add to and to send
     */
    public TestRequest head(String target) {
        return request("HEAD", target);
    }

    /**
     * Begins a POST request.
     *
     * @param target the request target, percent-encoded, with the query
     * @return a request to add to and to send
     */
    public TestRequest post(String target) {
        return request("POST", target);
    }

    /**
     * Begins a PUT request.
     *
     * @param target the request target, percent-encoded, with the query
     * @return a request to add to and to send
     */
    public TestRequest put(String target) {
        return request("PUT", target);
    }

    /**
     * Begins a DELETE request.
     *
     * @param target the request target, percent-encoded, with the query
     * @return a request to add to and to send
     */
    public TestRequest delete(String target) {
        return request("DELETE", target);
    }

    /**
     * Begins an OPTIONS request.
     *
     * @param target the request target, percent-encoded, with the query
     * @return a request to add to and to send
     */
    public TestRequest options(String target) {
        return request("OPTIONS", target);
    }

    /**
     * Sends requests one behind the other on one connection, so that one handler serves them, as far as it keeps the
     * connection open.
     *
     * @param requests the requests, in order
     * @return the responses
     */
    public TestExchange sendAll(TestRequest... requests) {
        List<String> methods = new ArrayList<>();
        byte[] bytes = {};
        for (TestRequest request : requests) {
            methods.add(request.method());
            bytes = SentBytes.join(bytes, request.toBytes());
        }
        return exchange(bytes, methods);
    }

    /**
     * Sends bytes as they are, well-formed or not.
     *
     * @param connection all that the client sends on the connection
     * @return the responses
     */
    public TestExchange raw(byte[] connection) {
        return exchange(connection, SentBytes.methods(connection));
    }

    /**
     * Sends text as it is, in ISO-8859-1. Line ends have to be written out: {@code "GET / HTTP/1.0\r\n\r\n"}.
     *
     * @param connection all that the client sends on the connection
     * @return the responses
     */
    public TestExchange raw(String connection) {
        return raw(connection.getBytes(StandardCharsets.ISO_8859_1));
    }

    private TestExchange exchange(byte[] bytes, List<String> methods) {
        int linesBefore = host.logLines().size();
        int errorsBefore = host.errors().size();
        byte[] received = host.exchange(bytes);
        List<String> lines = host.logLines();
        List<Throwable> errors = host.errors();
        return new TestExchange(
                received,
                methods,
                lines.subList(linesBefore, lines.size()),
                errors.subList(errorsBefore, errors.size()));
    }
}
