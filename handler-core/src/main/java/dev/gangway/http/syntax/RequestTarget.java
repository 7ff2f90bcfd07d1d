package dev.gangway.http.syntax;

import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a request target without a look at the disk: the end of its path, and the target of its redirect. */
public final class RequestTarget {
    private static final String ENCODED_SLASH = "%2F";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private RequestTarget() {}

    /**
     * Finds the end of the path in a target.
     *
     * @param target a path; a query or a fragment may follow
     * @return the offset of the first {@code ?} or {@code #}, or the length
     */
    public static int endOfPath(String target) {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == '?' || c == '#') {
                return i;
            }
        }
        return target.length();
    }

    /**
     * Returns the path of a target.
     *
     * @param target a path; a query and a fragment may follow
     * @return what stands in front of them, as it was received
     */
    public static String path(String target) {
        return target.substring(0, endOfPath(target));
    }

    /**
     * Returns the query of a target.
     *
     * @param target a path; a query and a fragment may follow
     * @return what stands between the question mark and the fragment, as it was received; empty if there is none
     */
    public static String query(String target) {
        int mark = endOfPath(target);
        if (mark == target.length() || target.charAt(mark) == '#') {
            return "";
        }
        int hash = target.indexOf('#', mark);
        return target.substring(mark + 1, hash < 0 ? target.length() : hash);
    }

    /**
     * Takes the scheme and the authority off a target in absolute-form (RFC 9112 §3.2.2).
     *
     * @param target a target in any form
     * @return the path of {@code http://host/path}, at least {@code /}; any other target as it is
     */
    public static String originForm(String target) {
        if (target.startsWith("/")) {
            return target;
        }
        int authority = authorityAt(target);
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
     * Returns the authority of a target in absolute-form, which takes the place of {@code Host} (RFC 9112 §3.2.2).
     *
     * @param target a target in any form
     * @return {@code host:port} of {@code http://host:port/path} as it was sent, which may be empty or malformed; null if the
     *     target is in another form
     */
    public static @Nullable String authority(String target) {
        int start = authorityAt(target);
        if (start < 0) {
            return null;
        }
        int slash = target.indexOf('/', start);
        int end = endOfPath(target);
        return target.substring(start, slash < 0 || slash > end ? end : slash);
    }

    /** Returns where the authority of a target in absolute-form begins; −1 if the target is in another form. */
    private static int authorityAt(String target) {
        if (target.regionMatches(true, 0, "http://", 0, 7)) {
            return 7;
        }
        return target.regionMatches(true, 0, "https://", 0, 8) ? 8 : -1;
    }

    /**
     * Tells whether the path of a target ends with a slash, and so cannot mean a file.
     *
     * @param target a path; a query or a fragment may follow
     * @return whether it does; {@code %2F} is a slash, too
     */
    public static boolean hasTrailingSlash(String target) {
        return endsWithSlash(target.substring(0, endOfPath(target)));
    }

    private static boolean endsWithSlash(String path) {
        return path.endsWith("/")
                || path.regionMatches(
                        true, path.length() - ENCODED_SLASH.length(), ENCODED_SLASH, 0, ENCODED_SLASH.length());
    }

    /**
     * Returns where a directory that was asked for without a slash at the end really is.
     *
     * <p>The target stays as it was received, but for what would mislead a client: it never begins with two slashes, or a
     * slash and a backslash, which would name another host, and it holds no control character. Of a target in absolute-form
     * the scheme and the authority stay, as in Python, if the authority is one
     * that {@code Host} could have.
     *
     * @param target the target of the request
     * @return a value for {@code Location}, or null if the path ends with a slash already
     * @throws IllegalArgumentException if the target has an authority that is malformed, which makes CPython fail
     */
    public static @Nullable String withSlash(String target) {
        String location = originWithSlash(originForm(target));
        String authority = authority(target);
        if (location == null || authority == null || authority.isEmpty() || !Authority.isValid(authority)) {
            return location;
        }
        String scheme = target.substring(0, authorityAt(target)).toLowerCase(Locale.ROOT);
        return scheme + authority + location;
    }

    private static @Nullable String originWithSlash(String target) {
        int start = 0;
        while (target.startsWith("//", start)) {
            start++;
        }
        boolean hostLike = target.startsWith("/\\", start) || target.startsWith("\\", start);
        SplitTarget split = SplitTarget.of(withoutControls(target.substring(start), hostLike));
        if (endsWithSlash(split.path())) {
            return null;
        }
        SplitTarget located = new SplitTarget(
                split.scheme(),
                split.netloc(),
                encoded(split.path(), 0x80) + "/",
                encoded(split.query(), 0x100),
                encoded(split.fragment(), 0x100));
        return located.unsplit();
    }

    /** Percent-encodes control characters, and backslashes if told to. */
    private static String withoutControls(String text, boolean backslashes) {
        StringBuilder clean = new StringBuilder(text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || (c == '\\' && backslashes)) {
                HEX.toHexDigits(clean.append('%'), (byte) c);
            } else {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /** Percent-encodes characters from a limit on, in UTF-8. */
    private static String encoded(String text, int limit) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c < limit) {
                encoded.append((char) c);
            } else {
                for (byte b : NameText.encodeLossy(Character.toString(c))) {
                    HEX.toHexDigits(encoded.append('%'), b);
                }
            }
        });
        return encoded.toString();
    }
}
