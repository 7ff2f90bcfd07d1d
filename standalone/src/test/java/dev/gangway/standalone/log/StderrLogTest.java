package dev.gangway.standalone.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StderrLogTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private PrintStream target() {
        return new PrintStream(written, true, StandardCharsets.UTF_8);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesLinesInOrder() {
        StderrLog log = new StderrLog(this::target, 1_000_000);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            log.log("line " + i);
            expected.append("line ").append(i).append('\n');
        }
        log.flush(LONG);
        assertEquals(expected.toString(), text());
    }

    @Test
    void writesALineAfterAPauseToo() {
        StderrLog log = new StderrLog(this::target, 1_000_000);
        for (int i = 0; i < 5; i++) {
            log.log("x");
            log.flush(LONG);
            assertEquals("x\n".repeat(i + 1), text());
        }
    }

    @Test
    void dropsAndCountsWhatAStuckTargetDoesNotTake() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch loose = new CountDownLatch(1);
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                stuck.countDown();
                try {
                    loose.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                written.write(value);
            }
        };
        PrintStream target = new PrintStream(slow, true, StandardCharsets.UTF_8);
        StderrLog log = new StderrLog(() -> target, 100);
        log.log("first");
        assertTrue(stuck.await(10, TimeUnit.SECONDS));
        for (int i = 0; i < 50; i++) {
            log.log("123456789"); // ten fit
        }
        log.flush(Duration.ofMillis(10));
        loose.countDown();
        log.flush(LONG);
        assertEquals("first\n" + "123456789\n".repeat(10) + "gangway: 40 log lines were lost\n", text());
    }

    @Test
    void countsWhatAFullDiskDoesNotTake() {
        AtomicBoolean full = new AtomicBoolean();
        OutputStream disk = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                if (full.get()) {
                    throw new IOException("No space left on device");
                }
                written.write(value);
            }
        };
        StandardError target = new StandardError(disk, StandardCharsets.UTF_8);
        StderrLog log = new StderrLog(() -> target, 1_000_000);
        log.log("first");
        log.flush(LONG);
        full.set(true);
        for (int i = 0; i < 3; i++) {
            log.log("lost");
            log.flush(LONG);
        }
        full.set(false);
        log.log("kept");
        log.flush(LONG);
        assertEquals("first\nkept\n\ngangway: 3 log lines were lost\n", text());
    }

    @Test
    void aTargetThatFailsHarmsNobody() {
        StderrLog log = new StderrLog(
                () -> {
                    if (written.size() == 0) {
                        written.write('!');
                        throw new IllegalStateException("no target");
                    }
                    return target();
                },
                1000);
        log.log("lost");
        log.flush(LONG);
        log.log("kept");
        log.flush(LONG);
        assertEquals("!kept\n", text());
    }
}
