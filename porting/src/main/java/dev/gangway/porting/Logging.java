package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's module {@code logging}, as far as {@code basicConfig} sets it up. */
public final class Logging {
    /** {@code logging.DEBUG}. */
    public static final long DEBUG = 10;
    /** {@code logging.INFO}. */
    public static final long INFO = 20;
    /** {@code logging.WARNING}. */
    public static final long WARNING = 30;
    /** {@code logging.WARN}. */
    public static final long WARN = 30;
    /** {@code logging.ERROR}. */
    public static final long ERROR = 40;
    /** {@code logging.CRITICAL}. */
    public static final long CRITICAL = 50;
    /** {@code logging.NOTSET}. */
    public static final long NOTSET = 0;

    private static final Logger ROOT = new Logger("root");
    private static final java.util.concurrent.atomic.AtomicLong THRESHOLD =
            new java.util.concurrent.atomic.AtomicLong(WARNING);
    private static final java.util.concurrent.atomic.AtomicReference<String> FORMAT =
            new java.util.concurrent.atomic.AtomicReference<>("%(levelname)s:%(name)s:%(message)s");

    private Logging() {}

    static long threshold() {
        return THRESHOLD.get();
    }

    static void level(@Nullable Object level) {
        THRESHOLD.set(
                level instanceof String name
                        ? switch (name) {
                            case "DEBUG" -> DEBUG;
                            case "INFO" -> INFO;
                            case "ERROR" -> ERROR;
                            case "CRITICAL" -> CRITICAL;
                            default -> WARNING;
                        }
                        : Ported.asLong(level));
    }

    static String line(String level, String name, String text) {
        DateTime now = DateTime.now();
        return Str.percent(
                java.util.Objects.requireNonNull(FORMAT.get()),
                Dicts.of(
                        "levelname",
                        level,
                        "name",
                        name,
                        "message",
                        text,
                        "asctime",
                        now.strftime("%Y-%m-%d %H:%M:%S,") + String.format("%03d", now.microsecond() / 1000),
                        "threadName",
                        Thread.currentThread().getName(),
                        "filename",
                        "",
                        "lineno",
                        0L,
                        "funcName",
                        "",
                        "module",
                        "",
                        "process",
                        Os.getpid()));
    }

    /** Does {@code logging.basicConfig()}. */
    public static void basicConfig() {}

    /** Does {@code logging.basicConfig(level=…, format=…)}. */
    public static void basicConfig(Keywords keywords) {
        if (keywords.has("level")) {
            level(keywords.get("level"));
        }
        if (keywords.has("format")) {
            FORMAT.set(Python.str(keywords.get("format")));
        }
    }

    /** Returns {@code logging.getLogger()}. */
    public static Logger getLogger() {
        return ROOT;
    }

    /** Returns {@code logging.getLogger(name)}. */
    public static Logger getLogger(@Nullable Object name) {
        return name == null ? ROOT : new Logger(Python.str(name));
    }

    /** Does {@code logging.debug(message, …)}. */
    public static void debug(@Nullable Object msg, @Nullable Object... args) {
        ROOT.debug(msg, args);
    }

    /** Does {@code logging.info(message, …)}. */
    public static void info(@Nullable Object msg, @Nullable Object... args) {
        ROOT.info(msg, args);
    }

    /** Does {@code logging.warning(message, …)}. */
    public static void warning(@Nullable Object msg, @Nullable Object... args) {
        ROOT.warning(msg, args);
    }

    /** Does {@code logging.warn(message, …)}. */
    public static void warn(@Nullable Object msg, @Nullable Object... args) {
        ROOT.warn(msg, args);
    }

    /** Does {@code logging.error(message, …)}. */
    public static void error(@Nullable Object msg, @Nullable Object... args) {
        ROOT.error(msg, args);
    }

    /** Does {@code logging.exception(message, …)}. */
    public static void exception(@Nullable Object msg, @Nullable Object... args) {
        ROOT.exception(msg, args);
    }

    /** Does {@code logging.critical(message, …)}. */
    public static void critical(@Nullable Object msg, @Nullable Object... args) {
        ROOT.critical(msg, args);
    }
}
