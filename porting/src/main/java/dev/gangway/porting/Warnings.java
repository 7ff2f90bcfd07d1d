package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's module {@code warnings}: messages for the developer, on standard error. */
public final class Warnings {
    private Warnings() {}

    /** Does {@code warnings.warn(message)}. */
    public static void warn(@Nullable Object message) {
        Sys.stderr.write("UserWarning: " + Python.str(message) + "\n");
    }

    /** Does {@code warnings.warn(message, category)}. */
    public static void warn(@Nullable Object message, @Nullable Object category) {
        Sys.stderr.write("Warning: " + Python.str(message) + "\n");
    }

    /** Does {@code warnings.warn(message, …)}. */
    public static void warn(@Nullable Object message, Keywords keywords) {
        warn(message);
    }

    /** Does {@code warnings.warn(message, category, …)}. */
    public static void warn(@Nullable Object message, @Nullable Object category, Keywords keywords) {
        warn(message, category);
    }

    /** Does {@code warnings.filterwarnings(action)}: nothing, because Java has no such filters. */
    public static void filterwarnings(@Nullable Object action, Keywords keywords) {}

    /** Does {@code warnings.filterwarnings(action)}: nothing, because Java has no such filters. */
    public static void filterwarnings(@Nullable Object action) {}

    /** Does {@code warnings.simplefilter(action)}: nothing, because Java has no such filters. */
    public static void simplefilter(@Nullable Object action) {}
}
