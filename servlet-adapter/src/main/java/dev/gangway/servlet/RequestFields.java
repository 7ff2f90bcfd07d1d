package dev.gangway.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.AbstractList;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a request, collected when they are first asked for: containers take time to give them all, and many
 * handlers want none.
 */
final class RequestFields extends AbstractList<Map.Entry<String, String>> implements RandomAccess {
    private final HttpServletRequest request;
    private @Nullable List<Map.Entry<String, String>> collected;
    private volatile boolean over;

    RequestFields(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public Map.Entry<String, String> get(int index) {
        return collected().get(index);
    }

    @Override
    public int size() {
        return collected().size();
    }

    /** Returns the values of one name, without collecting the others. */
    List<String> values(String name) {
        if (request.getHeader(name) != null) {
            return list(request.getHeaders(name));
        }
        return name.equalsIgnoreCase("Host") && lacksHost() ? List.of(authority()) : List.of();
    }

    /** Most fields come once. */
    private static List<String> list(Enumeration<String> values) {
        if (!values.hasMoreElements()) {
            return List.of();
        }
        String first = values.nextElement();
        if (!values.hasMoreElements()) {
            return List.of(first);
        }
        List<String> all = new ArrayList<>();
        all.add(first);
        all.addAll(Collections.list(values));
        return all;
    }

    /** Collects nothing from now on: containers use the same object again for another client's request. */
    void end() {
        over = true;
    }

    private List<Map.Entry<String, String>> collected() {
        List<Map.Entry<String, String>> known = collected;
        if (known == null) {
            if (over) {
                throw new IllegalStateException(
                        "the request is over: a thread that outlives it calls headers() before the handler returns");
            }
            known = collect();
            collected = known;
        }
        return known;
    }

    private List<Map.Entry<String, String>> collect() {
        List<Map.Entry<String, String>> fields = new ArrayList<>(16);
        if (lacksHost()) {
            fields.add(new SimpleImmutableEntry<>("Host", authority()));
        }
        Enumeration<String> names = request.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            Enumeration<String> values = request.getHeaders(name);
            while (values.hasMoreElements()) {
                fields.add(new SimpleImmutableEntry<>(name, values.nextElement()));
            }
        }
        return fields;
    }

    /** HTTP/2 has the field's value in a pseudo-header (RFC 9113 §8.3.1). */
    private boolean lacksHost() {
        return request.getProtocol().startsWith("HTTP/2") && request.getHeader("Host") == null;
    }

    private String authority() {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getServerName() + (usual ? "" : ":" + port);
    }
}
