package dev.gangway.files.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The form of a file of names and passwords: lines {@code NAME:HASH}, with hashes of bcrypt alone. */
public final class Htpasswd {
    private static final Pattern BCRYPT =
            Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-9]|2[0-9]|3[01])\\$[./A-Za-z0-9]{53}");

    private Htpasswd() {}

    /**
     * Reads lines.
     *
     * @param lines the lines of the file; empty ones, and those that begin with {@code #}, are left out
     * @return hashes by name
     * @throws IllegalArgumentException if a line has no name, or no hash of bcrypt; the message has its number and nothing of the
     *     hash
     */
    public static Map<String, String> parse(List<String> lines) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("line " + (i + 1) + " is not NAME:HASH");
            }
            String hash = line.substring(colon + 1);
            if (!BCRYPT.matcher(hash).matches()) {
                throw new IllegalArgumentException(
                        "line " + (i + 1) + " has no hash of bcrypt; write it with htpasswd -B");
            }
            hashes.put(line.substring(0, colon), hash);
        }
        return hashes;
    }
}
