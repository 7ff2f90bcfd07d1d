package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The thread of the watchdog: that it runs, goes on, and ends. What it looks for is in {@link TimeLimitTest}. */
@Timeout(30)
class WatchdogTest {
    /** A server that limits nothing but headers, so that the watchdog looks often. */
    private static final Limits LIMITS = new Limits(
            Long.MAX_VALUE, TimeUnit.MILLISECONDS.toNanos(20), Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 0);

    private final LinkedBlockingQueue<String> looks = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> logged = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final Connections connections = new Connections();
    private LingeringClose lingering;
    private Watchdog watchdog;

    private final class Server implements Watchdog.Watched {
        @Override
        public int port() {
            return 1;
        }

        @Override
        public Limits limits() {
            return LIMITS;
        }

        @Override
        public void tidyUp() {
            looks.add(Thread.currentThread().getName());
            if (failures.getAndDecrement() > 0) {
                throw new OutOfMemoryError("made up");
            }
        }

        @Override
        public void log(String line) {
            logged.add(line);
        }
    }

    @BeforeEach
    void make() throws IOException {
        lingering = new LingeringClose();
        watchdog = new Watchdog(new Server(), connections, lingering);
    }

    @AfterEach
    void close() {
        watchdog.close();
    }

    private void awaitLook() throws InterruptedException {
        assertEquals("gangway-watchdog", looks.poll(10, TimeUnit.SECONDS));
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("gangway-watchdog"))
                .count();
    }

    private static void awaitThreads(long count) {
        while (threads() > count) {
            Thread.onSpinWait();
        }
    }

    @Test
    void looksAgainAndAgainOnceItIsStarted() throws InterruptedException {
        assertTrue(looks.isEmpty());
        watchdog.start();
        watchdog.start();
        for (int i = 0; i < 3; i++) {
            awaitLook();
        }
    }

    @Test
    void goesOnAfterAnError() throws InterruptedException {
        failures.set(1);
        watchdog.start();
        awaitLook();
        assertEquals("gangway: java.lang.OutOfMemoryError: made up", logged.poll(10, TimeUnit.SECONDS));
        awaitLook();
    }

    @Test
    void endsWithTheServer() throws Exception {
        long before = threads();
        watchdog.start();
        awaitLook();
        watchdog.close();
        awaitThreads(before);
        assertFalse(lingering.add(null), "sockets do not linger any more");
    }

    @Test
    void onceClosedItDoesNotStart() throws IOException {
        watchdog.close();
        watchdog.start();
        assertTrue(looks.isEmpty());
        assertFalse(lingering.add(null), "sockets do not linger any more");
    }
}
