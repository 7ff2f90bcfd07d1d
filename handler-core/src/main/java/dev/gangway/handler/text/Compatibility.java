package dev.gangway.handler.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The versions of CPython whose bytes a handler can send: each stands for its newest release. */
public enum Compatibility {
    /** CPython 3.13, the default. */
    PYTHON_3_13("3.13", false),

    /** CPython 3.14: pages say that they can be shown light and dark. */
    PYTHON_3_14("3.14", true),

    /** CPython 3.15, whose pages are those of 3.14. */
    PYTHON_3_15("3.15", true);

    private final String version;
    private final boolean colorScheme;

    Compatibility(String version, boolean colorScheme) {
        this.version = version;
        this.colorScheme = colorScheme;
    }

    /**
     * Finds a version.
     *
     * @param version {@code 3.13}, {@code 3.14} or {@code 3.15}
     * @return the version
     * @throws IllegalArgumentException if it is another one; the message lists these
     */
    public static Compatibility named(String version) {
        for (Compatibility compatibility : values()) {
            if (compatibility.version.equals(version)) {
                return compatibility;
            }
        }
        throw new IllegalArgumentException(
                "\"" + version + "\" is none of the versions of CPython to be compatible with: "
                        + Arrays.stream(values()).map(Compatibility::toString).collect(Collectors.joining(", ")));
    }

    /**
     * Tells whether error pages and listings declare {@code color-scheme: light dark}.
     *
     * @return whether they do
     */
    public boolean declaresColorScheme() {
        return colorScheme;
    }

    /** Returns the version, {@code 3.13} for example. */
    @Override
    public String toString() {
        return version;
    }
}
