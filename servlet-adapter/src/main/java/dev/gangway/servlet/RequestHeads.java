package dev.gangway.servlet;

import dev.gangway.host.RequestHead;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the container's request into the head that a handler sees.
 *
 * <p>A request that was forwarded or included is seen as the path that it was sent on to; its request line stays the
 * client's.
 *
 * @param mount where the servlet is mounted
 * @param head the head
 */
record RequestHeads(Mount mount, RequestHead head) {
    /** Reads a request. */
    static RequestHeads of(HttpServletRequest request) {
        DispatcherType dispatch = request.getDispatcherType();
        Mount mount = dispatch == DispatcherType.INCLUDE ? included(request) : direct(request);
        String query = dispatch == DispatcherType.INCLUDE
                ? attribute(request, RequestDispatcher.INCLUDE_QUERY_STRING)
                : request.getQueryString();
        String path = mount.path().isEmpty() ? "/" : mount.path();
        String method = request.getMethod();
        String target = dispatch == DispatcherType.FORWARD ? forwardedTarget(request) : null;
        if (target == null) {
            target = withQuery(request.getRequestURI(), request.getQueryString());
        }
        String protocol = request.getProtocol();
        return new RequestHeads(
                mount,
                new RequestHead(
                        (method + " " + target + " " + protocol).strip(),
                        method,
                        withQuery(path, query),
                        version(protocol),
                        fields(request)));
    }

    /** What a handler has to know is whether the client understands chunks; containers do so for HTTP/2. */
    private static String version(String protocol) {
        return protocol.equals("HTTP/1.1") || protocol.startsWith("HTTP/2") || protocol.startsWith("HTTP/3")
                ? "HTTP/1.1"
                : "HTTP/1.0";
    }

    private static Mount direct(HttpServletRequest request) {
        return Mount.of(
                request.getRequestURI(),
                request.getContextPath(),
                request.getServletPath(),
                match(request.getHttpServletMapping()));
    }

    private static Mount included(HttpServletRequest request) {
        String uri = attribute(request, RequestDispatcher.INCLUDE_REQUEST_URI);
        if (uri == null) {
            // A named dispatcher changes no paths.
            return direct(request);
        }
        return Mount.of(
                uri,
                orEmpty(attribute(request, RequestDispatcher.INCLUDE_CONTEXT_PATH)),
                orEmpty(attribute(request, RequestDispatcher.INCLUDE_SERVLET_PATH)),
                request.getAttribute(RequestDispatcher.INCLUDE_MAPPING) instanceof HttpServletMapping mapping
                        ? match(mapping)
                        : null);
    }

    private static @Nullable MappingMatch match(@Nullable HttpServletMapping mapping) {
        return mapping == null ? null : mapping.getMappingMatch();
    }

    private static @Nullable String forwardedTarget(HttpServletRequest request) {
        String uri = attribute(request, RequestDispatcher.FORWARD_REQUEST_URI);
        return uri == null ? null : withQuery(uri, attribute(request, RequestDispatcher.FORWARD_QUERY_STRING));
    }

    private static List<Map.Entry<String, String>> fields(HttpServletRequest request) {
        List<Map.Entry<String, String>> fields = new ArrayList<>(16);
        boolean hasHost = false;
        Enumeration<String> names = request.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            hasHost |= name.equalsIgnoreCase("Host");
            Enumeration<String> values = request.getHeaders(name);
            while (values.hasMoreElements()) {
                fields.add(new SimpleImmutableEntry<>(name, values.nextElement()));
            }
        }
        if (!hasHost && request.getProtocol().startsWith("HTTP/2")) {
            // HTTP/2 has the field's value in a pseudo-header (RFC 9113 §8.3.1).
            fields.add(0, new SimpleImmutableEntry<>("Host", authority(request)));
        }
        return fields;
    }

    private static String authority(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getServerName() + (usual ? "" : ":" + port);
    }

    private static String withQuery(String path, @Nullable String query) {
        return query == null ? path : path + "?" + query;
    }

    private static @Nullable String attribute(HttpServletRequest request, String name) {
        return (String) request.getAttribute(name);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
