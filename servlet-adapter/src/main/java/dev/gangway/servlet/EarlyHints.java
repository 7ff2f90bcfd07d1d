package dev.gangway.servlet;

import dev.gangway.host.ResponseHead;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sends 103 (Early Hints, RFC 8297) where the container has a means: the method {@code sendEarlyHints()} of Servlet 6.2, which
 * Tomcat 10.1 and 11 have already. It sends the fields that are set so far, so these are taken back before the final response.
 */
final class EarlyHints {
    /** The names of the fields that were sent, in any case. */
    private final TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** Sends the fields of a head, or nothing if the container has no means. */
    void send(ResponseHead head, HttpServletResponse response) {
        Sender sender = Sender.of(response);
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

    /**
     * Takes the fields back. Before Servlet 6.1 a field cannot be removed; there, the first field of that name in the final head
     * takes its place.
     *
     * @return the final head without the fields that are set already
     */
    ResponseHead before(ResponseHead head, HttpServletResponse response) {
        if (names.isEmpty()) {
            return head;
        }
        takeBack(response);
        List<Map.Entry<String, String>> left = new ArrayList<>();
        for (Map.Entry<String, String> field : head.fields()) {
            if (names.remove(field.getKey())) {
                response.setHeader(field.getKey(), field.getValue());
            } else {
                left.add(field);
            }
        }
        return new ResponseHead(head.version(), head.status(), head.reason(), left);
    }

    private void takeBack(HttpServletResponse response) {
        for (String name : names) {
            response.setHeader(name, null);
        }
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
