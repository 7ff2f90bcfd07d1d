package dev.gangway.handler.platform;

import java.util.Locale;

/** The operating system that the JVM runs on. */
public final class OperatingSystem {
    /** Whether it is Windows. */
    public static final boolean IS_WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private OperatingSystem() {}
}
