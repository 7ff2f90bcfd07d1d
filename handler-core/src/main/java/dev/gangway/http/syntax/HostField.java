package dev.gangway.http.syntax;

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
        check(host);
    }

    /**
     * Checks a value of the field ({@link Authority}).
     *
     * @param host the value; an empty one is valid
     * @throws MessageSyntaxException with 400 if it is no host and port
     */
    public static void check(String host) throws MessageSyntaxException {
        if (!Authority.isValid(host)) {
            throw new MessageSyntaxException(400, "Bad Host header (" + PythonText.repr(host) + ")");
        }
    }
}
