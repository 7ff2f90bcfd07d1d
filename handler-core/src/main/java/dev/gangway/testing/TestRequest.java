package dev.gangway.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A request that a test puts together and sends, begun with a method of {@link HandlerTester}.
 *
 * <p>It is HTTP/1.1 with a {@code Host} field unless the test says otherwise, and a {@code Content-Length} is added where
 * there is a body and no field says how long it is. One thread at a time may use it.
 */
public final class TestRequest {
    private final HandlerTester tester;
    private final String method;
    private final String target;
    private final List<String> lines = new ArrayList<>();
    private String version = "HTTP/1.1";
    private byte[] body = {};
    private boolean hasBody;

    TestRequest(HandlerTester tester, String method, String target) {
        this.tester = tester;
        this.method = method;
        this.target = target;
    }

    /**
     * Adds a header field; a name may be added more than once.
     *
     * @param name the field name; {@code Host} replaces the one that is added by itself
     * @param value the value, sent as it is in ISO-8859-1
     * @return this request
     */
    public TestRequest header(String name, String value) {
        lines.add(name + ": " + value);
        return this;
    }

    /**
     * Sets the version in the request line. Only an HTTP/1.1 request gets a {@code Host} field by itself.
     *
     * @param httpVersion {@code HTTP/1.0} for example
     * @return this request
     */
    public TestRequest version(String httpVersion) {
        version = httpVersion;
        return this;
    }

    /**
     * Sets the content.
     *
     * @param content the bytes after the head, as they are
     * @return this request
     */
    public TestRequest body(byte[] content) {
        body = content.clone();
        hasBody = true;
        return this;
    }

    /**
     * Sets the content to a text in UTF-8.
     *
     * @param content the text
     * @return this request
     */
    public TestRequest body(String content) {
        return body(content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the bytes to send.
     *
     * @return head and content
     */
    public byte[] toBytes() {
        StringBuilder head = new StringBuilder();
        head.append(method)
                .append(' ')
                .append(target)
                .append(' ')
                .append(version)
                .append("\r\n");
        if (version.equals("HTTP/1.1") && !has("host")) {
            head.append("Host: localhost\r\n");
        }
        for (String line : lines) {
            head.append(line).append("\r\n");
        }
        if (hasBody && !has("content-length") && !has("transfer-encoding")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        return SentBytes.join(head.toString().getBytes(StandardCharsets.ISO_8859_1), body);
    }

    /**
     * Sends the request on a connection of its own.
     *
     * @return the final response
     * @throws IllegalStateException if there is none, or it is no response of HTTP/1.x; its cause is the handler's exception
     */
    public TestResponse send() {
        return exchange().response();
    }

    /**
     * Sends the request on a connection of its own, for any number of responses.
     *
     * @return the exchange, with all responses
     */
    public TestExchange exchange() {
        return tester.sendAll(this);
    }

    String method() {
        return method;
    }

    private boolean has(String lowerCaseName) {
        return lines.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(lowerCaseName + ":"));
    }
}
