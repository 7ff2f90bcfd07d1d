package dev.gangway.files.values;

import org.jspecify.annotations.Nullable;

/** The path in front of everything that is served. */
public final class PathPrefix {
    private PathPrefix() {}

    /**
     * Returns a prefix without a slash at its end.
     *
     * @param prefix the prefix, as it was set
     * @return the prefix; empty if there is none
     * @throws IllegalArgumentException if it is no path
     */
    public static String checked(String prefix) {
        String path = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        if (path.isEmpty()) {
            return "";
        }
        boolean plain = path.startsWith("/")
                && !path.contains("//")
                && !(path + "/").contains("/./")
                && !(path + "/").contains("/../");
        for (int i = 0; plain && i < path.length(); i++) {
            char c = path.charAt(i);
            plain = c > ' ' && c < 0x7f && "?#\\\"<>".indexOf(c) < 0;
        }
        if (!plain) {
            throw new IllegalArgumentException("pathPrefix is no path such as /files: " + prefix);
        }
        return path;
    }

    /**
     * Takes the prefix off a target in origin-form.
     *
     * @param prefix as of {@link #checked(String)}
     * @param target the target
     * @return the rest, which begins with a slash or a query; empty if it is the prefix alone; null if it does not begin with it
     */
    public static @Nullable String strip(String prefix, String target) {
        if (!target.startsWith(prefix)) {
            return null;
        }
        String rest = target.substring(prefix.length());
        boolean ends = rest.isEmpty() || "/?#".indexOf(rest.charAt(0)) >= 0;
        return ends ? rest : null;
    }
}
