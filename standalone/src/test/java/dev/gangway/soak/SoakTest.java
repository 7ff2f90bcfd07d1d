package dev.gangway.soak;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs for {@code soak.duration} (an hour) with {@code soak.clients} (6) clients that do {@code soak.rate} (40) things a
 * second in all, and prints the server's figures every minute. See docs/security.md.
 */
@Tag("soak")
class SoakTest {
    private static final Duration DURATION = Duration.parse(System.getProperty("soak.duration", "PT1H"));
    private static final int CLIENTS = Integer.getInteger("soak.clients", 6);
    private static final int RATE = Integer.getInteger("soak.rate", 40);
    private static final long SEED = Long.getLong("soak.seed", 1);

    private static final long HEAP_SLACK_BYTES = 8 * 1024 * 1024;
    private static final int THREAD_SLACK = 4;

    @TempDir
    Path directory;

    @Test
    void nothingIsLostOrWrongAndNothingIsLeftBehind() throws Exception {
        SoakTree tree = new SoakTree(directory, SEED);
        Process process = start();
        try (BufferedReader from = process.inputReader(StandardCharsets.US_ASCII);
                PrintStream to = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            int port = Integer.parseInt(from.readLine());
            Tally tally = new Tally();
            // Classes are loaded and pools filled before the first look.
            run(
                    port,
                    tree,
                    tally,
                    DURATION.dividedBy(20).compareTo(Duration.ofMinutes(2)) > 0
                            ? Duration.ofMinutes(2)
                            : DURATION.dividedBy(20),
                    () -> {});
            quiesce();
            Figures start = figures(from, to);
            print("start", start, tally);
            run(port, tree, tally, DURATION, () -> print("now", figures(from, to), tally));
            quiesce();
            Figures end = figures(from, to);
            print("end", end, tally);
            assertAll(
                    () -> assertEquals(0, tally.lostOrWrong(), "lost or wrong answers"),
                    () -> assertTrue(tally.answers() > 0),
                    () -> assertEquals(0, end.unexpected(), "exceptions that no client ordered"),
                    () -> assertTrue(end.heapBytes() <= start.heapBytes() + HEAP_SLACK_BYTES, "the heap grows"),
                    () -> assertTrue(end.descriptors() <= start.descriptors() + 2, "descriptors are left behind"),
                    () -> assertTrue(end.threads() <= start.threads() + THREAD_SLACK, "threads are left behind"));
        } finally {
            process.destroy();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        }
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java,
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SoakServer.class.getName(),
                        directory.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Has clients act until the time is over, and looks at the server once a minute. */
    private static void run(int port, SoakTree tree, Tally tally, Duration duration, Runnable look)
            throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        long pauseNanos = TimeUnit.SECONDS.toNanos(1) * CLIENTS / RATE;
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            SoakClient client = new SoakClient(port, tree, SEED + i, tally);
            clients.execute(() -> {
                while (System.nanoTime() - end < 0) {
                    long next = System.nanoTime() + pauseNanos;
                    client.act();
                    LockSupport.parkNanos(next - System.nanoTime());
                }
            });
        }
        clients.shutdown();
        while (!clients.awaitTermination(1, TimeUnit.MINUTES)) {
            look.run();
        }
    }

    /** Lets connections linger to their end, and threads that wait for work go. */
    private static void quiesce() throws InterruptedException {
        TimeUnit.SECONDS.sleep(35);
    }

    private static Figures figures(BufferedReader from, PrintStream to) {
        to.println("figures");
        try {
            return Figures.parse(from.readLine());
        } catch (IOException e) {
            throw new AssertionError("the server has gone", e);
        }
    }

    private static void print(String when, Figures figures, Tally tally) {
        System.out.printf(
                "soak %s: heap %,d kB, descriptors %d, threads %d, unexpected %d; %s%n",
                when,
                figures.heapBytes() / 1024,
                figures.descriptors(),
                figures.threads(),
                figures.unexpected(),
                tally);
    }
}
