package dev.gangway.testing;

import dev.gangway.host.ResponseHead;
import dev.gangway.http.HTTPMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response that a test has received. Does not change. */
public final class TestResponse {
    private final ResponseHead head;
    private final HTTPMessage headers;
    private final byte[] headBytes;
    private final ResponseReader.Content content;
    private final TestExchange exchange;

    TestResponse(ResponseHead head, byte[] headBytes, ResponseReader.Content content, TestExchange exchange) {
        this.head = head;
        this.headBytes = headBytes;
        this.content = content;
        this.exchange = exchange;
        headers = new HTTPMessage();
        head.fields().forEach(field -> headers.add(field.getKey(), field.getValue()));
    }

    /**
     * Reads one response from a stream, for a test that speaks to a server by itself.
     *
     * @param in the stream, at the first byte of a response; left behind the last one
     * @param method the method of the request, on which it depends whether there is content
     * @return the response; it has no log lines and no errors
     * @throws IOException if the stream fails, or its bytes are no response of HTTP/1.x
     */
    public static TestResponse read(InputStream in, String method) throws IOException {
        return ResponseReader.read(in, method, new TestExchange(new byte[0], List.of(), List.of(), List.of()));
    }

    /**
     * Returns the version in the status line.
     *
     * @return {@code HTTP/1.0} for example
     */
    public String version() {
        return head.version();
    }

    /**
     * Returns the status code.
     *
     * @return 100 to 999
     */
    public int status() {
        return head.status();
    }

    /**
     * Returns the reason phrase.
     *
     * @return may be empty
     */
    public String reason() {
        return head.reason();
    }

    /**
     * Returns the header fields.
     *
     * @return in the order they came, duplicates kept
     */
    public HTTPMessage headers() {
        return headers;
    }

    /**
     * Returns the value of the first field of a name.
     *
     * @param name the field name, in any case
     * @return its value, or null if there is no such field
     */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /**
     * Returns the content.
     *
     * @return a copy, without transfer coding; after 101 and CONNECT, all that came behind the head
     */
    public byte[] body() {
        return content.decoded().clone();
    }

    /**
     * Returns the content as text.
     *
     * @return the content, read in the charset that {@code Content-Type} names, or in UTF-8
     * @throws IllegalArgumentException if this JVM does not know the charset
     */
    public String text() {
        String charset = headers.getContentCharset();
        return new String(content.decoded(), charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset));
    }

    /**
     * Returns the response as it came.
     *
     * @return head and content, transfer coding included
     */
    public byte[] rawBytes() {
        return SentBytes.join(headBytes, content.received());
    }

    /**
     * Tells whether the connection ended before the content did.
     *
     * @return true if less came than {@code Content-Length} or the chunks said
     */
    public boolean isTruncated() {
        return content.truncated();
    }

    /**
     * Tells whether another response to the same request follows.
     *
     * @return true for 1xx, but for 101
     */
    public boolean isInterim() {
        return status() < 200 && status() != 101;
    }

    /**
     * Returns the lines that were logged during the connection that this response came on.
     *
     * @return oldest first
     */
    public List<String> logLines() {
        return exchange.logLines();
    }

    /**
     * Returns the exception that the handler threw out of {@code run} on the connection that this response came on.
     *
     * @return empty, or one exception
     */
    public List<Throwable> errors() {
        return exchange.errors();
    }

    /**
     * Returns the status line and the content, for the message of a failed assertion.
     *
     * @return one line or more
     */
    @Override
    public String toString() {
        return version() + " " + status() + " " + reason() + "\n" + headers + "\n"
                + new String(content.decoded(), StandardCharsets.UTF_8);
    }
}
