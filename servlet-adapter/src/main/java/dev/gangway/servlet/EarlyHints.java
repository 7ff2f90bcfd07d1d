package dev.gangway.servlet;

import dev.gangway.host.ResponseHead;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sends 103 (Early Hints, RFC 8297) where the container has a means. In Jetty that is {@code sendError(103)}; in Tomcat 11 it is
 * the method {@code sendEarlyHints()} of Servlet 6.2. Both send the fields that are set so far, so these are taken back before
 * the final response. That needs Jetty or Servlet 6.1: Tomcat 10.1 cannot remove a field, so its clients get no hints. Undertow has
 * no means.
 */
final class EarlyHints {
    private static final int STATUS = 103;

    /** The names of the fields that were sent, in any case. */
    private final TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** Sends the fields of a head, or nothing if the container has no means. */
    void send(ResponseHead head, ServletContext context, HttpServletResponse response) {
        Sender sender = Sender.of(response, context);
        if (sender == null) {
            return;
        }
        takeBack(response);
        for (Map.Entry<String, String> field : head.fields()) {
            response.addHeader(field.getKey(), field.getValue());
            names.add(field.getKey());
        }
        sender.send();
    }

    /** Takes all the fields back. */
    void takeBack(HttpServletResponse response) {
        for (String name : names) {
            response.setHeader(name, null);
        }
        names.clear();
    }

    /** The container's own response, and its method if it has one for hints. */
    private record Sender(
            HttpServletResponse response, @Nullable Method method) {
        static @Nullable Sender of(HttpServletResponse given, ServletContext context) {
            if (!(ServletContainer.own(given) instanceof HttpServletResponse own)) {
                return null;
            }
            if (ServletContainer.JETTY.has(own.getClass())) {
                return new Sender(own, null);
            }
            if (!removesFields(context)) {
                return null;
            }
            try {
                return new Sender(own, own.getClass().getMethod("sendEarlyHints"));
            } catch (NoSuchMethodException e) {
                return null;
            }
        }

        private static boolean removesFields(ServletContext context) {
            return context.getMajorVersion() > 6 || (context.getMajorVersion() == 6 && context.getMinorVersion() >= 1);
        }

        void send() {
            try {
                if (method == null) {
                    response.sendError(STATUS);
                } else {
                    method.invoke(response);
                }
            } catch (IOException | IllegalAccessException | InvocationTargetException e) {
                // A hint that is not sent changes nothing.
            }
        }
    }
}
