package dev.gangway.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The responses on one connection of a {@link HandlerTester}. Immutable. */
public final class TestExchange {
    private final byte[] rawBytes;
    private final List<String> methods;
    private final List<String> logLines;
    private final List<Throwable> errors;

    TestExchange(byte[] rawBytes, List<String> methods, List<String> logLines, List<Throwable> errors) {
        this.rawBytes = rawBytes;
        this.methods = List.copyOf(methods);
        this.logLines = List.copyOf(logLines);
        this.errors = List.copyOf(errors);
    }

    /**
     * Returns all that the client received.
     *
     * @return a copy; empty if nothing came
     */
    public byte[] rawBytes() {
        return rawBytes.clone();
    }

    /**
     * Returns all that the client received as text.
     *
     * @return the bytes read as ISO-8859-1, one character for each
     */
    public String rawText() {
        return new String(rawBytes, StandardCharsets.ISO_8859_1);
    }

    /**
     * Returns the responses, interim ones (1xx) included.
     *
     * @return in the order they came; empty if nothing came
     * @throws IllegalStateException if the bytes are no sequence of responses, as after an HTTP/0.9 request
     */
    public List<TestResponse> responses() {
        List<TestResponse> responses = new ArrayList<>();
        ByteArrayInputStream in = new ByteArrayInputStream(rawBytes);
        int answered = 0;
        try {
            while (in.available() > 0) {
                String method = answered < methods.size() ? methods.get(answered) : "GET";
                TestResponse response = ResponseReader.read(in, method, this);
                responses.add(response);
                answered += response.isInterim() ? 0 : 1;
            }
        } catch (IOException e) {
            throw failure("no response of HTTP/1.x: " + e.getMessage());
        }
        return responses;
    }

    /**
     * Returns the first final response: the first that is not interim (1xx, but for 101).
     *
     * @return the response
     * @throws IllegalStateException if there is none; its cause is the handler's exception
     */
    public TestResponse response() {
        return responses().stream()
                .filter(response -> !response.isInterim())
                .findFirst()
                .orElseThrow(() -> failure("no response came"));
    }

    /**
     * Returns the lines that were logged during the connection.
     *
     * @return oldest first
     */
    public List<String> logLines() {
        return logLines;
    }

    /**
     * Returns the exception that the handler threw out of {@code run}.
     *
     * @return empty, or one exception
     */
    public List<Throwable> errors() {
        return errors;
    }

    private IllegalStateException failure(String message) {
        return new IllegalStateException(message, errors.isEmpty() ? null : errors.get(0));
    }
}
