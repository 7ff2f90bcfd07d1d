package dev.gangway.standalone;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths at which the server itself answers, whatever the handler is. */
final class OwnPath {
    /** The part in front of the path of an absolute target (RFC 9112 §3.2.2). */
    private static final Pattern ORIGIN = Pattern.compile("https?://[^/?]*", Pattern.CASE_INSENSITIVE);

    private OwnPath() {}

    /** Tells whether a target leads to a path, with or without a query. */
    static boolean isAsked(String path, String target) {
        int start = 0;
        if (!target.startsWith("/")) {
            Matcher origin = ORIGIN.matcher(target);
            if (!origin.lookingAt()) {
                return false;
            }
            start = origin.end();
        }
        int end = start + path.length();
        return target.startsWith(path, start) && (target.length() == end || target.charAt(end) == '?');
    }

    /** Tells of the methods that read. */
    static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Tells of the methods of health checks. HAProxy's {@code option httpchk} asks by OPTIONS if it is told a path alone. */
    static boolean isCheck(String method) {
        return isRead(method) || method.equals("OPTIONS");
    }
}
