package dev.gangway.servlet;

import dev.gangway.http.syntax.PercentCoding;
import jakarta.servlet.http.MappingMatch;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a servlet is mounted, as the client wrote it, and the path below that. Pure: strings in, strings out.
 *
 * <p>Containers decode and normalise before they map, and a handler wants what the client sent, so the prefix is looked
 * for in the raw path. Only a mapping such as {@code /x/*} is a mount; below an exact mapping, {@code *.ext} or {@code /}
 * the path is that below the context, since nothing else could be asked for there.
 *
 * @param mountPath "" or a path that begins and does not end with a slash
 * @param path what follows it, without the query; empty only if nothing follows
 */
record Mount(String mountPath, String path) {
    /**
     * Splits a raw path.
     *
     * @param requestUri the raw path of the request, with parameters, without the query
     * @param contextPath the context path as the container gives it, percent-encoded
     * @param servletPath the servlet path as the container gives it, decoded
     * @param match the kind of mapping; null if the container does not know
     */
    static Mount of(String requestUri, String contextPath, String servletPath, @Nullable MappingMatch match) {
        String below = match == MappingMatch.PATH ? servletPath : "";
        int plain = contextPath.length() + below.length();
        if (requestUri.startsWith(contextPath)
                && requestUri.startsWith(below, contextPath.length())
                && endsSegment(requestUri, plain)
                && !mayNormalise(requestUri)) {
            return new Mount(requestUri.substring(0, plain), requestUri.substring(plain));
        }
        int end = endOfSegments(requestUri, segments(contextPath) + segments(below));
        String mount = requestUri.substring(0, end);
        return new Mount(
                mayNormalise(mount) || mount.indexOf(';') >= 0
                        ? contextPath + PercentCoding.quote(below.getBytes(StandardCharsets.UTF_8))
                        : mount,
                requestUri.substring(end));
    }

    private static boolean endsSegment(String path, int index) {
        return index == path.length() || path.charAt(index) == '/';
    }

    /** Tells whether a container may have mapped by another path than the one that is written here. */
    private static boolean mayNormalise(String path) {
        return path.contains("//") || path.contains("/.") || path.contains("/%2e") || path.contains("/%2E");
    }

    private static int segments(String path) {
        int count = 0;
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '/') {
                count++;
            }
        }
        return count;
    }

    /** Finds where the first so many segments end, counted as a container does that drops empty ones and dots. */
    private static int endOfSegments(String path, int wanted) {
        int depth = 0;
        int end = wanted == 0 ? 0 : path.length();
        int start = 0;
        while (start < path.length()) {
            int next = path.indexOf('/', start + 1);
            int stop = next < 0 ? path.length() : next;
            String name = withoutParameters(path.substring(start + 1, stop));
            if (name.equals("..")) {
                depth = Math.max(0, depth - 1);
            } else if (!name.isEmpty() && !name.equals(".")) {
                depth++;
                if (depth == wanted) {
                    end = stop;
                }
            }
            start = stop;
        }
        return end;
    }

    private static String withoutParameters(String segment) {
        int semicolon = segment.indexOf(';');
        String name = semicolon < 0 ? segment : segment.substring(0, semicolon);
        return name.replace("%2e", ".").replace("%2E", ".");
    }
}
