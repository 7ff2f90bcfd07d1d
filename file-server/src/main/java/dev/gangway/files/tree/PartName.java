package dev.gangway.files.tree;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Names of files that are being written: {@code .NAME.part-} and 32 hexadecimal digits. They stand beside the file that they
 * become, and are never listed, served or written by name.
 */
public final class PartName {
    private static final String MARK = ".part-";
    private static final int ID_DIGITS = 32;
    /** The suffix of a file that describes an upload. */
    private static final String NOTE = ".info";

    private static final int MAX_NAME_BYTES = 255;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PartName() {}

    /**
     * Makes an identifier that cannot be guessed.
     *
     * @return 32 hexadecimal digits
     */
    public static String newId() {
        byte[] bytes = new byte[ID_DIGITS / 2];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Tells whether a text can be an identifier.
     *
     * @param id any text
     * @return whether it is 32 hexadecimal digits in lower case
     */
    public static boolean isId(String id) {
        if (id.length() != ID_DIGITS) {
            return false;
        }
        for (int i = 0; i < ID_DIGITS; i++) {
            char c = id.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the name of a file that is being written.
     *
     * @param name the name that it will have; cut if the result would be longer than file systems allow
     * @param id as of {@link #newId()}
     * @return a name of at most 255 bytes
     */
    public static String of(String name, String id) {
        int room = MAX_NAME_BYTES - 1 - MARK.length() - ID_DIGITS - NOTE.length();
        String kept = name;
        while (kept.getBytes(StandardCharsets.UTF_8).length > room) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return "." + kept + MARK + id;
    }

    /**
     * Returns the name of the file that tells of an upload.
     *
     * @param part the name of the file that is being written
     * @return a name of at most 255 bytes
     */
    public static String noteOf(String part) {
        return part + NOTE;
    }

    /**
     * Tells whether a name is one of those.
     *
     * @param name the name of a file
     * @return whether it is that of a file that is being written, or of one that tells of it
     */
    public static boolean is(String name) {
        String part = name.endsWith(NOTE) ? name.substring(0, name.length() - NOTE.length()) : name;
        int mark = part.length() - ID_DIGITS - MARK.length();
        return mark >= 1
                && part.charAt(0) == '.'
                && part.startsWith(MARK, mark)
                && isId(part.substring(part.length() - ID_DIGITS));
    }
}
