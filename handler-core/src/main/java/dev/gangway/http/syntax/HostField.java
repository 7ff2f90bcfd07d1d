package dev.gangway.http.syntax;

import dev.gangway.handler.text.PythonText;
import dev.gangway.http.HTTPMessage;

/** The field {@code Host}, of which an HTTP/1.1 request has exactly one (RFC 9112 §3.2). */
public final class HostField {
    private HostField() {}

    /**
     * Checks that there is no more than one {@code Host} field, and that it is valid.
     *
     * @param fields the request's fields
     * @param required whether there has to be one
     * @throws MessageSyntaxException with 400 if there is none though it is required, more than one, or one that is no host
     *     and port
     */
    public static void check(HTTPMessage fields, boolean required) throws MessageSyntaxException {
        String host = fields.get("Host");
        if (host == null) {
            if (!required) {
                return;
            }
            throw new MessageSyntaxException(400, "Missing Host header");
        }
        if (fields.count("Host") > 1) {
            throw new MessageSyntaxException(400, "More than one Host header");
        }
        if (!isValid(host)) {
            throw new MessageSyntaxException(400, "Bad Host header (" + PythonText.repr(host) + ")");
        }
    }

    /**
     * Checks {@code uri-host [ ":" port ]} (RFC 9110 §7.2) as far as the characters go.
     *
     * @param host a value of {@code Host}, or the authority of a target in absolute-form
     * @return whether it could be one; an empty one is allowed
     */
    public static boolean isValid(String host) {
        int end = host.length();
        int colon = host.lastIndexOf(':');
        if (colon >= 0 && colon > host.lastIndexOf(']')) {
            for (int i = colon + 1; i < end; i++) {
                if (!Grammar.isDigit(host.charAt(i))) {
                    return false;
                }
            }
            end = colon;
        }
        boolean literal = end > 1 && host.charAt(0) == '[' && host.charAt(end - 1) == ']';
        for (int i = literal ? 1 : 0; i < (literal ? end - 1 : end); i++) {
            char c = host.charAt(i);
            boolean allowed = c < 0x7f && (Character.isLetterOrDigit(c) || "-._~!$&'()*+,;=%".indexOf(c) >= 0);
            if (!allowed && !(literal && c == ':')) {
                return false;
            }
        }
        return true;
    }
}
