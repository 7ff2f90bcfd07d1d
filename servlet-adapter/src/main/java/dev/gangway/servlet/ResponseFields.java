package dev.gangway.servlet;

import dev.gangway.host.ResponseHead;
import dev.gangway.http.syntax.Grammar;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the head of a handler's response to the container.
 *
 * @param locationPrefix what goes in front of a {@code Location} that is an absolute path; may be empty
 * @param persistent whether the protocol has a {@code Connection} field (HTTP/2 has none, RFC 9113 §8.2.2)
 * @param version11 whether the client speaks HTTP/1.1
 */
record ResponseFields(String locationPrefix, boolean persistent, boolean version11) {
    /**
     * Sets the status and the fields of a final response.
     *
     * @param close whether the connection ends with this response
     * @return the length that the head promises, or −1
     */
    long send(ResponseHead head, boolean close, HttpServletResponse response) {
        response.setStatus(head.status());
        long length = -1;
        boolean connection = false;
        for (Map.Entry<String, String> field : head.fields()) {
            if (isConnection(field.getKey())) {
                connection = true;
            } else {
                length = Math.max(length, add(field.getKey(), field.getValue(), response));
            }
        }
        if (persistent) {
            if (connection) {
                ConnectionFields.of(head, close, version11).send(response);
            } else if (close) {
                response.setHeader("Connection", "close");
            }
        }
        return length;
    }

    /** Sets the fields of 101 (Switching Protocols), where {@code Connection} and {@code Upgrade} are what matters. */
    void sendUpgrade(ResponseHead head, HttpServletResponse response) {
        response.setStatus(head.status());
        for (Map.Entry<String, String> field : head.fields()) {
            if (isOnce(field.getKey()) || isConnection(field.getKey())) {
                response.setHeader(field.getKey(), field.getValue());
            } else {
                response.addHeader(field.getKey(), field.getValue());
            }
        }
    }

    /** Returns the length of the content if this field says it, or −1. */
    private long add(String name, String value, HttpServletResponse response) {
        // Most names are ruled out by their length.
        switch (name.length()) {
            case 4, 6 -> {
                if (isOnce(name)) {
                    // The container has, or adds, one of its own.
                    response.setHeader(name, value);
                    return -1;
                }
            }
            case 7 -> {
                if (name.equalsIgnoreCase("Upgrade") && !persistent) {
                    return -1;
                }
            }
            case 8 -> {
                if (name.equalsIgnoreCase("Location")) {
                    response.addHeader(name, location(value));
                    return -1;
                }
            }
            case 12 -> {
                if (name.equalsIgnoreCase("Content-Type")) {
                    addType(name, value, response);
                    return -1;
                }
            }
            case 14 -> {
                long length = name.equalsIgnoreCase("Content-Length") ? length(value) : -1;
                if (length >= 0) {
                    response.setContentLengthLong(length);
                    return length;
                }
            }
            default -> {}
        }
        response.addHeader(name, value);
        return -1;
    }

    /** Some containers add a charset of their own choice to types of text; the charset of a file is not known. */
    private static void addType(String name, String value, HttpServletResponse response) {
        response.addHeader(name, value);
        String type = response.getContentType();
        if (type != null && type.length() > value.length() && value.indexOf(';') < 0) {
            response.setCharacterEncoding(null);
        }
    }

    private static boolean isOnce(String name) {
        return name.equalsIgnoreCase("Server") || name.equalsIgnoreCase("Date");
    }

    /** Tells whether a field is about the connection between the container and the client. */
    private static boolean isConnection(String name) {
        int length = name.length();
        return (length == 10 || length == 16)
                && (name.equalsIgnoreCase("Connection")
                        || name.equalsIgnoreCase("Keep-Alive")
                        || name.equalsIgnoreCase("Proxy-Connection"));
    }

    private String location(String value) {
        boolean absolutePath = value.startsWith("/") && !value.startsWith("//");
        return absolutePath ? locationPrefix + value : value;
    }

    private static long length(@Nullable String digits) {
        return digits == null ? -1 : Grammar.length(digits);
    }
}
