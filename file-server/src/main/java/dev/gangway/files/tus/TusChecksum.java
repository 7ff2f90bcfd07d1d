package dev.gangway.files.tus;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The field {@code Upload-Checksum}: the checksum that a piece of content must have. */
public final class TusChecksum {
    /** The value of {@code Tus-Checksum-Algorithm}. */
    public static final String ALGORITHMS = "md5,sha1,sha256,sha512";

    private static final Map<String, String> NAMES =
            Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512");

    private final MessageDigest digest;
    private final byte[] expected;

    private TusChecksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /**
     * Reads the field.
     *
     * @param field its value, or null if there is none
     * @return the checksum; null if there is no field
     * @throws TusException with 400 if it is malformed, or of an unknown algorithm
     */
    public static @Nullable TusChecksum parse(@Nullable String field) throws TusException {
        if (field == null) {
            return null;
        }
        String[] words = field.strip().split(" +", 2);
        String algorithm = NAMES.get(words[0].toLowerCase(Locale.ROOT));
        if (algorithm == null || words.length < 2) {
            throw new TusException(400, "Unknown checksum; known are " + ALGORITHMS);
        }
        try {
            return new TusChecksum(
                    MessageDigest.getInstance(algorithm), Base64.getDecoder().decode(words[1]));
        } catch (NoSuchAlgorithmException | IllegalArgumentException e) {
            throw new TusException(400, "Malformed Upload-Checksum");
        }
    }

    /** Takes content. */
    void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /** Tells whether the content was right. */
    boolean matches() {
        return MessageDigest.isEqual(digest.digest(), expected);
    }
}
