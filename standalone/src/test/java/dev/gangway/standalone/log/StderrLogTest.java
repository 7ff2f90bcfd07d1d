package dev.gangway.standalone.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.standalone.log.LogSink.Outcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class StderrLogTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final StringBuffer written = new StringBuffer();

    /** A sink that takes text at once, or only from the log's own thread. */
    private final class Sink implements LogSink {
        private final boolean atOnce;

        Sink(boolean atOnce) {
            this.atOnce = atOnce;
        }

        @Override
        public Outcome offer(String text) {
            if (!atOnce) {
                return Outcome.WOULD_WAIT;
            }
            return write(text) ? Outcome.WRITTEN : Outcome.FAILED;
        }

        @Override
        public boolean write(String text) {
            if (!atOnce) {
                assertEquals("gangway-log", Thread.currentThread().getName());
            }
            written.append(text);
            return true;
        }
    }

    /** A sink whose own write does what the test says, after none was taken at once. */
    private interface Slow extends LogSink {
        @Override
        default Outcome offer(String text) {
            return Outcome.WOULD_WAIT;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyLineIsOutWhenLogReturns(boolean atOnce) {
        Sink sink = new Sink(atOnce);
        StderrLog log = new StderrLog(sink, 1_000_000);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            log.log("line " + i);
            if (!atOnce) {
                log.flush(LONG); // on a busy machine the log's thread may come too late
            }
            expected.append("line ").append(i).append('\n');
            assertEquals(expected.toString(), written.toString());
        }
    }

    @Test
    void linesOfOneThreadKeepTheirOrderWhateverTheSinkTakes() {
        AtomicBoolean atOnce = new AtomicBoolean();
        LogSink sink = new LogSink() {
            @Override
            public Outcome offer(String text) {
                if (!atOnce.getAndSet(!atOnce.get())) {
                    return Outcome.WOULD_WAIT;
                }
                written.append(text);
                return Outcome.WRITTEN;
            }

            @Override
            public boolean write(String text) {
                written.append(text);
                return true;
            }
        };
        StderrLog log = new StderrLog(sink, 1_000_000);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            log.log("line " + i);
            expected.append("line ").append(i).append('\n');
        }
        log.flush(LONG);
        assertEquals(expected.toString(), written.toString());
    }

    @Test
    void dropsAndCountsWhatAStuckSinkDoesNotTake() {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch loose = new CountDownLatch(1);
        Slow sink = text -> {
            stuck.countDown();
            await(loose);
            written.append(text);
            return true;
        };
        StderrLog log = new StderrLog(sink, 100);
        log.log("first");
        await(stuck);
        for (int i = 0; i < 50; i++) {
            log.log("123456789"); // ten fit
        }
        log.flush(Duration.ofMillis(10));
        loose.countDown();
        log.flush(LONG);
        assertEquals("first\n" + "123456789\n".repeat(10) + "gangway: 40 log lines were lost\n", written.toString());
    }

    @Test
    void aStuckSinkHoldsUpAtMostOneLineASecond() {
        CountDownLatch loose = new CountDownLatch(1);
        Slow sink = text -> {
            await(loose);
            return true;
        };
        StderrLog log = new StderrLog(sink, 1_000_000);
        long start = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            log.log("line " + i); // 20 s if each were held up
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        loose.countDown();
        assertTrue(seconds < 5, seconds + " s");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countsWhatAFullDiskDoesNotTake(boolean atOnce) {
        AtomicBoolean full = new AtomicBoolean();
        LogSink disk = new LogSink() {
            @Override
            public Outcome offer(String text) {
                if (!atOnce) {
                    return Outcome.WOULD_WAIT;
                }
                return write(text) ? Outcome.WRITTEN : Outcome.FAILED;
            }

            @Override
            public boolean write(String text) {
                if (!full.get()) {
                    written.append(text);
                }
                return !full.get();
            }
        };
        StderrLog log = new StderrLog(disk, 1_000_000);
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
        assertEquals("first\nkept\n\ngangway: 3 log lines were lost\n", written.toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSinkThatFailsHarmsNobody(boolean atOnce) {
        AtomicBoolean fails = new AtomicBoolean(true);
        LogSink sink = new Sink(atOnce);
        LogSink failing = new LogSink() {
            @Override
            public Outcome offer(String text) {
                check();
                return sink.offer(text);
            }

            @Override
            public boolean write(String text) {
                check();
                return sink.write(text);
            }

            private void check() {
                if (fails.get()) {
                    throw new IllegalStateException("no sink");
                }
            }
        };
        StderrLog log = new StderrLog(failing, 1000);
        log.log("lost");
        log.flush(LONG);
        fails.set(false);
        log.log("kept");
        log.flush(LONG);
        assertEquals("kept\n\ngangway: 1 log lines were lost\n", written.toString());
    }
}
