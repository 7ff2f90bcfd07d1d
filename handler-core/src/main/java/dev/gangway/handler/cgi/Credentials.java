package dev.gangway.handler.cgi;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an {@code Authorization} field that scripts may know: the scheme and, for Basic, the name of the user.
 *
 * @param scheme the scheme as the client wrote it
 * @param user the user's name, which has not been checked
 */
record Credentials(String scheme, Optional<String> user) {
    /** Reads a field; null if it is not two words. */
    static @Nullable Credentials parse(@Nullable String field) {
        String[] words = field == null ? new String[0] : field.strip().split("\\s+");
        if (words.length != 2) {
            return null;
        }
        boolean basic = words[0].equalsIgnoreCase("basic");
        return new Credentials(words[0], basic ? user(words[1]) : Optional.empty());
    }

    private static Optional<String> user(String base64) {
        String letters = base64.replaceAll("[^A-Za-z0-9+/=]", "");
        if (letters.length() % 4 != 0 || base64.chars().anyMatch(c -> c > 0x7f)) {
            return Optional.empty();
        }
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(letters);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        String text = new String(decoded, StandardCharsets.ISO_8859_1);
        String[] parts = text.split(":", -1);
        boolean ascii = text.chars().allMatch(c -> c > 0 && c <= 0x7f);
        return ascii && parts.length == 2 ? Optional.of(parts[0]) : Optional.empty();
    }
}
