package dev.gangway.files.upload;

import java.util.Locale;

/** The fate of an upload whose name is taken. */
public enum OverwritePolicy {
    /** It is refused. */
    NEVER,
    /** It gets another name. */
    RENAME,
    /** It takes the place of the file. */
    REPLACE;

    /**
     * Returns the policy of a name.
     *
     * @param name {@code never}, {@code rename} or {@code replace}
     * @return the policy
     */
    public static OverwritePolicy named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
