package dev.gangway.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The path parameter in which a container keeps the session of a client without cookies: {@code ;jsessionid=…}. It is the
 * container's own, and no part of the path that a handler sees.
 *
 * @param names the names by which this container may know it
 */
record SessionParameter(Set<String> names) {
    /** The name of Servlet 6.0 §7.1.3. */
    private static final String DEFAULT = "jsessionid";

    /** Jetty has an init-param for it, of the web application. */
    private static final String JETTY = "org.eclipse.jetty.session.SessionIdPathParameterName";

    private static final String OLD_JETTY = "org.eclipse.jetty.servlet.SessionIdPathParameterName";

    /** Reads the configuration. Tomcat takes the name of the cookie, Undertow that name in lower case. */
    static SessionParameter of(ServletContext context) {
        Set<String> names = new LinkedHashSet<>();
        names.add(DEFAULT);
        add(context.getInitParameter(JETTY), names);
        add(context.getInitParameter(OLD_JETTY), names);
        String cookie = cookieName(context);
        if (cookie != null && !cookie.equalsIgnoreCase(DEFAULT)) {
            add(cookie, names);
            add(cookie.toLowerCase(Locale.ROOT), names);
        }
        return new SessionParameter(Set.copyOf(names));
    }

    /** Takes the parameter out of a path as the client sent it. */
    String removedFrom(String path) {
        if (path.indexOf(';') < 0) {
            return path;
        }
        StringBuilder rest = new StringBuilder(path.length());
        int at = 0;
        while (at < path.length()) {
            int end = path.charAt(at) == ';' ? end(path, at + 1) : at + 1;
            if (end == at + 1 || !isSession(path, at + 1, end)) {
                rest.append(path, at, end);
            }
            at = end;
        }
        return rest.toString();
    }

    private boolean isSession(String path, int from, int to) {
        for (String name : names) {
            int end = from + name.length();
            if (end < to && path.startsWith(name, from) && path.charAt(end) == '=') {
                return true;
            }
        }
        return false;
    }

    private static int end(String path, int from) {
        int end = from;
        while (end < path.length() && path.charAt(end) != ';' && path.charAt(end) != '/') {
            end++;
        }
        return end;
    }

    private static @Nullable String cookieName(ServletContext context) {
        try {
            SessionCookieConfig config = context.getSessionCookieConfig();
            return config == null ? null : config.getName();
        } catch (UnsupportedOperationException | IllegalStateException e) {
            return null; // a context without sessions
        }
    }

    private static void add(@Nullable String name, Set<String> names) {
        if (name != null && !name.isEmpty() && !name.equals("none")) {
            names.add(name);
        }
    }
}
