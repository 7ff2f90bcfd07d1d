package dev.gangway.servlet;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * Cuts the connection of a response that cannot be completed.
 *
 * <p>A servlet that throws is enough for most containers. Undertow ends such a response as if it were whole, last chunk included,
 * and a client would take the part for the whole; there, the connection is closed by the container's own object, which is found
 * by the names of its methods, because an application does not see its classes.
 */
final class ConnectionCut {
    private ConnectionCut() {}

    /** Sends the bytes written so far and closes the connection, if this is Undertow. Over HTTP/2 others share the connection. */
    static void cut(HttpServletRequest request, HttpServletResponse response) {
        if (request.getProtocol().startsWith("HTTP/1.") && connection(request) instanceof Closeable connection) {
            try (connection) {
                response.flushBuffer();
            } catch (IOException e) {
                // The client has gone, which is as good.
            }
        }
    }

    private static Object connection(HttpServletRequest request) {
        ServletRequest inner = ServletContainer.own(request);
        if (!ServletContainer.UNDERTOW.has(inner.getClass())) {
            return inner;
        }
        try {
            Object exchange = inner.getClass().getMethod("getExchange").invoke(inner);
            return exchange.getClass().getMethod("getConnection").invoke(exchange);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException | RuntimeException e) {
            return inner;
        }
    }
}
