package dev.gangway.files.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A name and a password as a client sends them (RFC 7617).
 *
 * @param name the name, without a colon
 * @param password the password
 */
public record BasicCredentials(String name, String password) {
    private static final String SCHEME = "basic ";
    private static final int MAX_CHARACTERS = 4096;

    /**
     * Reads the field {@code Authorization}.
     *
     * @param field its value, or null if there is none
     * @return the credentials, in UTF-8; null if there are none of this scheme, or malformed ones
     */
    public static @Nullable BasicCredentials parse(@Nullable String field) {
        if (field == null
                || field.length() > MAX_CHARACTERS
                || !field.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        byte[] decoded;
        try {
            decoded =
                    Base64.getDecoder().decode(field.substring(SCHEME.length()).strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
        String text = new String(decoded, StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        return colon < 0 ? null : new BasicCredentials(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Shows no password, in case it is logged. */
    @Override
    public String toString() {
        return "BasicCredentials[name=" + name + "]";
    }
}
