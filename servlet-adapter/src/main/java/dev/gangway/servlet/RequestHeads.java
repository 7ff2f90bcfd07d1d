package dev.gangway.servlet;

import dev.gangway.host.RequestHead;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import org.jspecify.annotations.Nullable;

/**
 * Turns the container's request into the head that a handler sees.
 *
 * <p>A request that was sent on (forward, include, asynchronous dispatch, error page) is seen as the path that it was sent on
 * to; its request line stays the client's.
 *
 * @param mount where the servlet is mounted
 * @param head the head
 * @param fields its header fields
 */
record RequestHeads(Mount mount, RequestHead head, RequestFields fields) {
    /** Servlet 6.1 has a constant for it. */
    private static final String ERROR_QUERY_STRING = "jakarta.servlet.error.query_string";

    /** Reads a request. */
    static RequestHeads of(HttpServletRequest request, SessionParameter session, boolean inFilter) {
        DispatcherType dispatch = request.getDispatcherType();
        Place place = dispatch == DispatcherType.INCLUDE ? Place.included(request) : Place.direct(request);
        Mount mount = Mount.of(
                session.removedFrom(place.uri()),
                place.contextPath(),
                place.servletPath(),
                inFilter ? null : place.match());
        String query = dispatch == DispatcherType.INCLUDE ? includedQuery(request) : request.getQueryString();
        String path = mount.path().isEmpty() ? "/" : mount.path();
        String method = request.getMethod();
        String target = firstTarget(request, dispatch);
        String protocol = request.getProtocol();
        String line = method + " " + target + (protocol.isEmpty() ? "" : " " + protocol);
        RequestFields fields = new RequestFields(request);
        return new RequestHeads(
                mount, new RequestHead(line, method, withQuery(path, query), version(protocol), fields), fields);
    }

    /** A handler only has to know whether the client understands chunks; containers translate them for HTTP/2. */
    private static String version(String protocol) {
        return protocol.equals("HTTP/1.1") || protocol.startsWith("HTTP/2") || protocol.startsWith("HTTP/3")
                ? "HTTP/1.1"
                : "HTTP/1.0";
    }

    /**
     * Where the container has found the servlet.
     *
     * @param match the kind of mapping, which a filter has not: its servlet is the one behind
     */
    private record Place(
            String uri,
            String contextPath,
            String servletPath,
            @Nullable MappingMatch match) {
        static Place direct(HttpServletRequest request) {
            return new Place(
                    request.getRequestURI(),
                    request.getContextPath(),
                    request.getServletPath(),
                    matched(request.getHttpServletMapping()));
        }

        static Place included(HttpServletRequest request) {
            String uri = attribute(request, RequestDispatcher.INCLUDE_REQUEST_URI);
            if (uri == null) {
                // A named dispatcher changes no paths.
                return direct(request);
            }
            return new Place(
                    uri,
                    orEmpty(attribute(request, RequestDispatcher.INCLUDE_CONTEXT_PATH)),
                    orEmpty(attribute(request, RequestDispatcher.INCLUDE_SERVLET_PATH)),
                    includedMatch(request));
        }

        /** Undertow gives the mapping of the servlet that includes; only the mapping of a path leaves path info. */
        private static @Nullable MappingMatch includedMatch(HttpServletRequest request) {
            boolean isPath = request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO) != null
                    || request.getAttribute(RequestDispatcher.INCLUDE_MAPPING) instanceof HttpServletMapping mapping
                            && matched(mapping) == MappingMatch.PATH;
            return isPath ? MappingMatch.PATH : null;
        }

        private static @Nullable MappingMatch matched(@Nullable HttpServletMapping mapping) {
            return mapping == null ? null : mapping.getMappingMatch();
        }
    }

    /** Undertow says of a path without a query that the query is empty. */
    private static @Nullable String includedQuery(HttpServletRequest request) {
        String query = attribute(request, RequestDispatcher.INCLUDE_QUERY_STRING);
        return query == null || query.isEmpty() ? null : query;
    }

    /** Returns what the client asked for, wherever the request was sent on to. */
    private static String firstTarget(HttpServletRequest request, DispatcherType dispatch) {
        return switch (dispatch) {
            case FORWARD ->
                target(request, RequestDispatcher.FORWARD_REQUEST_URI, RequestDispatcher.FORWARD_QUERY_STRING);
            case ASYNC -> target(request, AsyncContext.ASYNC_REQUEST_URI, AsyncContext.ASYNC_QUERY_STRING);
            case ERROR -> target(request, RequestDispatcher.ERROR_REQUEST_URI, ERROR_QUERY_STRING);
            default -> withQuery(request.getRequestURI(), request.getQueryString());
        };
    }

    private static String target(HttpServletRequest request, String uriAttribute, String queryAttribute) {
        String uri = attribute(request, uriAttribute);
        return uri == null
                ? withQuery(request.getRequestURI(), request.getQueryString())
                : withQuery(uri, attribute(request, queryAttribute));
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
