package dev.gangway.porting;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Python's module {@code syslog}. Java has no way to the system's log: the lines go to the standard error output, from where a service manager
 * such as systemd takes them, each behind its priority in angle brackets, as systemd reads it.
 */
public final class Syslog {
    /** {@code syslog.LOG_EMERG}. */
    public static final long LOG_EMERG = 0;
    /** {@code syslog.LOG_ALERT}. */
    public static final long LOG_ALERT = 1;
    /** {@code syslog.LOG_CRIT}. */
    public static final long LOG_CRIT = 2;
    /** {@code syslog.LOG_ERR}. */
    public static final long LOG_ERR = 3;
    /** {@code syslog.LOG_WARNING}. */
    public static final long LOG_WARNING = 4;
    /** {@code syslog.LOG_NOTICE}. */
    public static final long LOG_NOTICE = 5;
    /** {@code syslog.LOG_INFO}. */
    public static final long LOG_INFO = 6;
    /** {@code syslog.LOG_DEBUG}. */
    public static final long LOG_DEBUG = 7;
    /** {@code syslog.LOG_PID}. */
    public static final long LOG_PID = 1;
    /** {@code syslog.LOG_CONS}. */
    public static final long LOG_CONS = 2;
    /** {@code syslog.LOG_NDELAY}. */
    public static final long LOG_NDELAY = 8;
    /** {@code syslog.LOG_USER}. */
    public static final long LOG_USER = 8;
    /** {@code syslog.LOG_DAEMON}. */
    public static final long LOG_DAEMON = 24;
    /** {@code syslog.LOG_AUTH}. */
    public static final long LOG_AUTH = 32;
    /** {@code syslog.LOG_LOCAL0}. */
    public static final long LOG_LOCAL0 = 128;

    private static final AtomicReference<String> IDENT = new AtomicReference<>("");

    private Syslog() {}

    /** Does {@code syslog.openlog(ident)}: the name stands before each message. */
    public static void openlog(@Nullable Object ident) {
        IDENT.set(Python.str(ident) + ": ");
    }

    /** Does {@code syslog.openlog(ident, logoption, facility)}; the options do nothing. */
    public static void openlog(@Nullable Object ident, long logoption, long facility) {
        openlog(ident);
    }

    /** Does {@code syslog.syslog(message)}. */
    public static void syslog(@Nullable Object message) {
        syslog(LOG_INFO, message);
    }

    /** Does {@code syslog.syslog(priority, message)}. */
    public static void syslog(long priority, @Nullable Object message) {
        System.err.println("<" + priority % 8 + ">" + IDENT.get() + Python.str(message));
    }

    /** Does {@code syslog.closelog()}. */
    public static void closelog() {
        IDENT.set("");
    }
}
