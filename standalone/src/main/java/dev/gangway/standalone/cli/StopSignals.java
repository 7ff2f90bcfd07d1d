package dev.gangway.standalone.cli;

import dev.gangway.standalone.node.Stop;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
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

    /** The status after a stop that has failed. Looked up now: later its class may not be found any more. */
    private final int failure = ExitCode.FAILURE.status();

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Consumer<String> stop;
    private final Runnable last;
    private final Duration limit;

    private StopSignals(Consumer<String> stop, Runnable last, Duration limit) {
        this.stop = stop;
        this.last = last;
        this.limit = limit;
    }

    /**
     * Stops with the first signal, on a thread of its own; a second signal ends the process at once, after {@code last}, which gets a
     * second for what must not be left undone. A stop that fails or takes too long ends the process, too, with status 1.
     */
    static void handle(Stop stop, Runnable last) {
        handle(stop::run, last, stop.longest());
    }

    /** The same with a stop that may take {@code limit}. */
    static void handle(Consumer<String> stop, Runnable last, Duration limit) {
        StopSignals signals = new StopSignals(stop, last, limit);
        try {
            signals.register(INTERRUPT, TERMINATE);
        } catch (ReflectiveOperationException | RuntimeException e) {
            signals.registerHook();
        }
    }

    private void register(String... names) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object made = handler(signal, handler);
        for (String name : names) {
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), made);
        }
    }

    /** Makes a {@code SignalHandler} that calls {@link #received}, as the compiler would: a proxy takes ten times as long. */
    private Object handler(Class<?> signal, Class<?> handler) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        MethodType takesSignal = MethodType.methodType(void.class, signal);
        MethodHandle received =
                lookup.findVirtual(StopSignals.class, "received", MethodType.methodType(void.class, Object.class));
        try {
            return (Object) LambdaMetafactory.metafactory(
                            lookup,
                            "handle",
                            MethodType.methodType(handler, StopSignals.class),
                            takesSignal,
                            received,
                            takesSignal)
                    .getTarget()
                    .asType(MethodType.methodType(Object.class, StopSignals.class))
                    .invokeExact(this);
        } catch (ReflectiveOperationException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new ReflectiveOperationException(e);
        }
    }

    /** Called by the {@link #handler}, which finds it by its name. */
    void received(Object signal) {
        if (!stopped.compareAndSet(false, true)) {
            halt(FATAL_SIGNAL + (int) property(signal, "getNumber"), last);
        }
        stop((String) property(signal, "getName"));
    }

    private static Object property(Object signal, String getter) {
        try {
            return signal.getClass().getMethod(getter).invoke(signal);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops, and makes sure that the process ends. */
    private void stop(String name) {
        Thread lastResort = new Thread(() -> endIfLate(name), "gangway-last-resort");
        lastResort.setDaemon(true);
        lastResort.start();
        try {
            stop.accept(name);
        } catch (RuntimeException | Error e) {
            // A class that cannot be loaded, for instance, because the archive was overwritten.
            halt(failure, () -> {
                last.run();
                System.err.println("gangway: the stop after SIG" + name + " has failed: " + e);
            });
        }
    }

    /** Ends a process that a stuck thread or a stuck disk would keep, and shows which. */
    private void endIfLate(String name) {
        sleep(limit.toMillis());
        halt(failure, () -> {
            last.run();
            System.err.println("gangway: did not end within " + limit.toSeconds() + " s of SIG" + name
                    + ", so it is ended now; its threads:");
            Thread.getAllStackTraces().forEach(StopSignals::print);
        });
    }

    private static void print(Thread thread, StackTraceElement[] stack) {
        System.err.println('"' + thread.getName() + "\" " + thread.getState());
        for (StackTraceElement element : stack) {
            System.err.println("\tat " + element);
        }
    }

    private static void halt(int status, Runnable last) {
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
        sleep(2 * LAST_MILLIS);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void registerHook() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (stopped.compareAndSet(false, true)) {
                                stop(TERMINATE);
                                Runtime.getRuntime().halt(ExitCode.OK.status());
                            }
                        },
                        "gangway-stop"));
    }
}
