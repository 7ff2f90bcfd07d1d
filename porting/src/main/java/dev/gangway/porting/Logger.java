package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** A logger of Python's {@code logging}: lines go to the standard error, in the format that {@code basicConfig} has set. */
public final class Logger {
    private final String name;

    Logger(String name) {
        this.name = name;
    }

    private void log(String level, long number, @Nullable Object message, @Nullable Object... args) {
        if (number < Logging.threshold()) {
            return;
        }
        int count = args.length > 0 && args[args.length - 1] instanceof Keywords ? args.length - 1 : args.length;
        Object[] values = java.util.Arrays.copyOf(args, count);
        String text = count == 0
                ? Python.str(message)
                : Str.percent(
                        Python.str(message),
                        count == 1 && values[0] instanceof java.util.Map ? values[0] : Tuple.of(values));
        System.err.println(Logging.line(level, name, text));
    }

    /** Does {@code logger.debug(message, …)}. */
    public void debug(@Nullable Object msg, @Nullable Object... args) {
        log("DEBUG", 10, msg, args);
    }

    /** Does {@code logger.info(message, …)}. */
    public void info(@Nullable Object msg, @Nullable Object... args) {
        log("INFO", 20, msg, args);
    }

    /** Does {@code logger.warning(message, …)}. */
    public void warning(@Nullable Object msg, @Nullable Object... args) {
        log("WARNING", 30, msg, args);
    }

    /** Does {@code logger.warn(message, …)}. */
    public void warn(@Nullable Object msg, @Nullable Object... args) {
        warning(msg, args);
    }

    /** Does {@code logger.error(message, …)}. */
    public void error(@Nullable Object msg, @Nullable Object... args) {
        log("ERROR", 40, msg, args);
    }

    /** Does {@code logger.exception(message, …)}, without the trace. */
    public void exception(@Nullable Object msg, @Nullable Object... args) {
        error(msg, args);
    }

    /** Does {@code logger.critical(message, …)}. */
    public void critical(@Nullable Object msg, @Nullable Object... args) {
        log("CRITICAL", 50, msg, args);
    }

    /** Does {@code logger.setLevel(level)}. */
    public void setLevel(@Nullable Object level) {
        Logging.level(level);
    }

    /** Does nothing: lines go to the standard error. */
    public void addHandler(@Nullable Object handler) {}
}
