package dev.gangway.servlet;

import org.jspecify.annotations.Nullable;

/** Reads {@code X-Forwarded-Prefix}, the part of the path that a proxy in front has taken away. */
final class ForwardedPrefix {
    /** The field's name. */
    static final String FIELD = "X-Forwarded-Prefix";

    private ForwardedPrefix() {}

    /**
     * Reads the first value of a field.
     *
     * @return a path that begins with one slash and does not end with one; empty if the field has no such path, so that nothing
     *     that could lead to another host gets into a {@code Location}
     */
    static String of(@Nullable String field) {
        if (field == null) {
            return "";
        }
        int comma = field.indexOf(',');
        String value = (comma < 0 ? field : field.substring(0, comma)).strip();
        if (!value.startsWith("/") || value.startsWith("//") || !isPath(value)) {
            return "";
        }
        return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }

    /** Tells whether there are only characters that RFC 3986 §3.3 allows in a path. */
    private static boolean isPath(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && "/-._~%!$&'()*+;=:@".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
