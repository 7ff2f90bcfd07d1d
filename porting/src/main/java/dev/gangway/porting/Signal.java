package dev.gangway.porting;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Python's module {@code signal}, for programs. Java hands no signals to a program, but runs shutdown hooks when SIGINT, SIGTERM or SIGHUP ends
 * it: a function for one of these runs then, and the program ends after it. Functions for other signals are never called.
 */
public final class Signal {
    /** {@code signal.SIGHUP}. */
    public static final long SIGHUP = 1;
    /** {@code signal.SIGINT}. */
    public static final long SIGINT = 2;
    /** {@code signal.SIGQUIT}. */
    public static final long SIGQUIT = 3;
    /** {@code signal.SIGKILL}. */
    public static final long SIGKILL = 9;
    /** {@code signal.SIGUSR1}. */
    public static final long SIGUSR1 = 10;
    /** {@code signal.SIGUSR2}. */
    public static final long SIGUSR2 = 12;
    /** {@code signal.SIGPIPE}. */
    public static final long SIGPIPE = 13;
    /** {@code signal.SIGALRM}. */
    public static final long SIGALRM = 14;
    /** {@code signal.SIGTERM}. */
    public static final long SIGTERM = 15;
    /** {@code signal.SIGCHLD}. */
    public static final long SIGCHLD = 17;
    /** {@code signal.SIG_DFL}. */
    public static final long SIG_DFL = 0;
    /** {@code signal.SIG_IGN}. */
    public static final long SIG_IGN = 1;

    private static final String HOOK = "signal-";

    private Signal() {}

    /** Does {@code signal.signal(signalnum, handler)}; SIG_DFL and SIG_IGN change nothing. */
    public static void signal(long signalnum, @Nullable Object handler) {
        boolean ends = signalnum == SIGINT || signalnum == SIGTERM || signalnum == SIGHUP;
        if (ends && handler instanceof Function function) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> run(function, signalnum), HOOK + signalnum));
        }
    }

    private static void run(Function function, long signalnum) {
        try {
            function.call(signalnum, null);
        } catch (SystemExit e) {
            // The program is ending.
        } catch (IOException e) {
            System.err.println(e);
        }
    }

    /** Tells whether this thread runs a function for a signal: the program ends then by itself. */
    static boolean isEnding() {
        return Thread.currentThread().getName().startsWith(HOOK);
    }
}
