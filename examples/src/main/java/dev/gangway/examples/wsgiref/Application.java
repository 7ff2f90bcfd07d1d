package dev.gangway.examples.wsgiref;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A WSGI application (PEP 3333) in Java's types.
 *
 * <pre>{@code
 * Application hello = (environ, startResponse) -> {
 *     startResponse.start("200 OK", List.of(Map.entry("Content-Type", "text/plain")));
 *     return List.of("hello\n".getBytes(UTF_8));
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Application {
    /**
     * Answers a request.
     *
     * @param environ the CGI variables and the {@code wsgi.} ones: {@code wsgi.input} is a
     *     {@link dev.gangway.host.RequestInputStream}, {@code wsgi.errors} a {@link java.util.function.Consumer} of lines
     * @param startResponse begins the response
     * @return the parts of the body; closed afterwards if it is {@link AutoCloseable}. A {@link java.util.Collection} of one part has
     *     its length sent
     * @throws Exception for an answer of 500, if nothing has been sent yet
     */
    Iterable<byte[]> call(Map<String, @Nullable Object> environ, StartResponse startResponse) throws Exception;
}
