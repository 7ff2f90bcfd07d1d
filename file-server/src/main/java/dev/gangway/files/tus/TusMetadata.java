package dev.gangway.files.tus;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The field {@code Upload-Metadata}: names, and values in base64. */
public final class TusMetadata {
    private TusMetadata() {}

    /**
     * Reads the field.
     *
     * @param field its value; empty for none
     * @return values by name, in UTF-8
     * @throws TusException with 400 if it is malformed
     */
    public static Map<String, String> parse(String field) throws TusException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : field.split(",", -1)) {
            String[] words = pair.strip().split(" +", 2);
            if (words[0].isEmpty() && field.isBlank()) {
                continue;
            }
            try {
                byte[] value =
                        words.length < 2 ? new byte[0] : Base64.getDecoder().decode(words[1].strip());
                boolean isNew = values.put(words[0], new String(value, StandardCharsets.UTF_8)) == null;
                if (words[0].isEmpty() || !isNew) {
                    throw new TusException(400, "Malformed Upload-Metadata");
                }
            } catch (IllegalArgumentException e) {
                throw new TusException(400, "Malformed Upload-Metadata");
            }
        }
        return values;
    }
}
