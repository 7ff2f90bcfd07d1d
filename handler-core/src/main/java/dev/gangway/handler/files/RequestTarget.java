package dev.gangway.handler.files;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a request target means before any disk is asked: where its path ends, and where its redirect leads. */
public final class RequestTarget {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private RequestTarget() {}

    /**
     * Finds the end of the path in a target.
     *
     * @param target a path; a query or a fragment may follow
     * @return the offset of the first {@code ?} or {@code #}, or the length
     */
    static int endOfPath(String target) {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == '?' || c == '#') {
                return i;
            }
        }
        return target.length();
    }

    /**
     * Takes the scheme and the authority off a target in absolute-form (RFC 9112 §3.2.2).
     *
     * @param target a target in any form
     * @return what is left of {@code http://host/path}, at least {@code /}; any other target as it is
     */
    public static String originForm(String target) {
        if (target.startsWith("/")) {
            return target;
        }
        int authority = target.regionMatches(true, 0, "http://", 0, 7)
                ? 7
                : target.regionMatches(true, 0, "https://", 0, 8) ? 8 : -1;
        if (authority < 0) {
            return target;
        }
        int slash = target.indexOf('/', authority);
        int end = endOfPath(target);
        if (slash < 0 || slash > end) {
            return "/" + target.substring(end);
        }
        int path = slash;
        while (target.startsWith("//", path)) {
            path++;
        }
        return target.substring(path);
    }

    /**
     * Tells whether the path of a target ends with a slash, and so cannot mean a file.
     *
     * @param target a path; a query or a fragment may follow
     * @return whether it does, white space behind the slash aside
     */
    public static boolean hasTrailingSlash(String target) {
        int end = endOfPath(target);
        while (end > 0 && Character.isWhitespace(target.charAt(end - 1))) {
            end--;
        }
        return end > 0 && target.charAt(end - 1) == '/';
    }

    /**
     * Returns where a directory that was asked for without a slash at the end really is.
     *
     * <p>The path stays as it was received, but for what would mislead a client: it never begins with two slashes, or a
     * slash and a backslash, which would name another host, and it holds no control character.
     *
     * @param target the target of the request
     * @return a value for {@code Location}, or null if the path ends with a slash already
     */
    static @Nullable String withSlash(String target) {
        int fragmentAt = target.indexOf('#');
        String beforeFragment = fragmentAt < 0 ? target : target.substring(0, fragmentAt);
        int queryAt = beforeFragment.indexOf('?');
        String path = queryAt < 0 ? beforeFragment : beforeFragment.substring(0, queryAt);
        if (path.endsWith("/")) {
            return null;
        }
        StringBuilder location = new StringBuilder(target.length() + 1);
        int start = 0;
        while (path.startsWith("//", start)) {
            start++;
        }
        boolean hostLike = path.startsWith("/\\", start) || path.startsWith("\\", start);
        escape(location, path.substring(start), hostLike, 0x80);
        location.append('/');
        if (queryAt >= 0 && queryAt < beforeFragment.length() - 1) {
            escape(location.append('?'), beforeFragment.substring(queryAt + 1), false, 0x100);
        }
        if (fragmentAt >= 0 && fragmentAt < target.length() - 1) {
            escape(location.append('#'), target.substring(fragmentAt + 1), false, 0x100);
        }
        return location.toString();
    }

    /** Appends text, percent-encoding control characters, backslashes if told to, and characters from a limit on. */
    private static void escape(StringBuilder to, String text, boolean backslashes, int limit) {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c < limit && !Character.isISOControl(c) && !(c == '\\' && backslashes)) {
                to.appendCodePoint(c);
            } else if (c < limit) {
                HEX.toHexDigits(to.append('%'), (byte) c);
            } else {
                for (byte b : NameText.encodeLossy(Character.toString(c))) {
                    HEX.toHexDigits(to.append('%'), b);
                }
            }
        }
    }
}
