package dev.gangway.standalone.cli;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Tells when the process should end: on SIGINT and SIGTERM.
 *
 * <p>A JVM that is left to itself ends with status 130 or 143 after the first of them, and does not let its shutdown hooks
 * know which it was. So this takes {@code sun.misc.Signal}, the only door to signals, by reflection: it is in the
 * supported module {@code jdk.unsupported}, which a small runtime image may lack. Then a shutdown hook does the work.
 */
final class StopSignals {
    /** Ctrl-C. */
    static final String INTERRUPT = "INT";

    private static final String TERMINATE = "TERM";
    private static final int FATAL_SIGNAL = 128;
    private static final long LAST_MILLIS = 1000;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Consumer<String> stop;
    private final Runnable last;

    private StopSignals(Consumer<String> stop, Runnable last) {
        this.stop = stop;
        this.last = last;
    }

    /**
     * Calls {@code stop} with the signal's name, on a thread of its own; a second signal ends the process at once, after
     * {@code last}, which gets a second for what must not be left undone.
     */
    static void handle(Consumer<String> stop, Runnable last) {
        StopSignals signals = new StopSignals(stop, last);
        try {
            signals.register(INTERRUPT);
            signals.register(TERMINATE);
        } catch (ReflectiveOperationException | RuntimeException e) {
            signals.registerHook();
        }
    }

    private void register(String name) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object proxy = Proxy.newProxyInstance(
                StopSignals.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                    if (method.getName().equals("handle")) {
                        received(name, (int) signal.getMethod("getNumber").invoke(arguments[0]));
                    }
                    return null;
                });
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    }

    private void received(String name, int number) {
        if (!stopped.compareAndSet(false, true)) {
            halt(FATAL_SIGNAL + number);
        }
        stop.accept(name);
    }

    private void halt(int status) {
        try {
            // The server may end with its last script, and would give the process another status.
            Runtime.getRuntime().addShutdownHook(new Thread(StopSignals::awaitHalt, "gangway-halt"));
        } catch (IllegalStateException e) {
            // The process is ending already.
        }
        try {
            Thread thread = new Thread(last, "gangway-last");
            thread.setDaemon(true);
            thread.start();
            thread.join(LAST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().halt(status);
        }
    }

    private static void awaitHalt() {
        try {
            Thread.sleep(2 * LAST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void registerHook() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (stopped.compareAndSet(false, true)) {
                                stop.accept(TERMINATE);
                                Runtime.getRuntime().halt(ExitCode.OK.status());
                            }
                        },
                        "gangway-stop"));
    }
}
