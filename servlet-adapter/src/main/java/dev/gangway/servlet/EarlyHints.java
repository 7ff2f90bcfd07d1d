package dev.gangway.servlet;

import dev.gangway.host.ResponseHead;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sends 103 (Early Hints, RFC 8297) where the container has a means: the method {@code sendEarlyHints()} of Servlet 6.2, which
 * Tomcat 11 has already. It sends the fields that are set so far, so these are taken back before the final response. That
 * needs Servlet 6.1: an older container, as Tomcat 10.1, cannot remove a field, and its clients get no hints.
 */
final class EarlyHints {
    /** The names of the fields that were sent, in any case. */
    private final TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** Sends the fields of a head, or nothing if the container has no means. */
    void send(ResponseHead head, ServletContext context, HttpServletResponse response) {
        Sender sender = removesFields(context) ? Sender.of(response) : null;
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

    private static boolean removesFields(ServletContext context) {
        return context.getMajorVersion() > 6 || (context.getMajorVersion() == 6 && context.getMinorVersion() >= 1);
    }

    /** The container's own response and its method. */
    private record Sender(ServletResponse response, Method method) {
        static @Nullable Sender of(HttpServletResponse given) {
            ServletResponse inner = given;
            while (inner instanceof ServletResponseWrapper wrapper) {
                inner = wrapper.getResponse();
            }
            try {
                return new Sender(inner, inner.getClass().getMethod("sendEarlyHints"));
            } catch (NoSuchMethodException e) {
                return null;
            }
        }

        void send() {
            try {
                method.invoke(response);
            } catch (IllegalAccessException | InvocationTargetException e) {
                // A hint that is not sent changes nothing.
            }
        }
    }
}
