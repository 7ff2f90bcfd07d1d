package dev.gangway.files.upload;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The name that a client wants for a file that it sends in a form or by tus. */
public final class UploadName {
    /** How long a name can be on the usual file systems. */
    public static final int MAX_BYTES = 255;

    private UploadName() {}

    /**
     * Takes the name from what a client has sent, which may be a path of its own machine.
     *
     * @param sent the name, with or without directories
     * @return the last name; null if it is none that a file can have
     */
    public static @Nullable String of(String sent) {
        int slash = Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\'));
        String name = sent.substring(slash + 1).strip();
        boolean usable = !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(Character::isISOControl)
                && !isTooLong(name);
        return usable ? name : null;
    }

    /**
     * Tells whether a name is longer than a file system can hold.
     *
     * @param name the name of a file
     * @return whether it has more than {@link #MAX_BYTES} bytes in UTF-8
     */
    public static boolean isTooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }
}
