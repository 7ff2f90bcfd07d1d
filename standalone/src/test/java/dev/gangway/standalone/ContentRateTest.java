package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.host.HandlerConnection.Phase;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts towards the least rate of content, at a time that the test makes up: 64 bytes a second after 30 s. */
class ContentRateTest {
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final Limits LIMITS = new Limits(
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            TimeUnit.SECONDS.toNanos(20),
            Long.MAX_VALUE,
            TimeUnit.SECONDS.toNanos(30),
            64);

    private final Activity activity = new Activity();
    private long nowNanos = 1;

    @BeforeEach
    void aRequestHasCome() {
        activity.phase(Phase.REQUEST);
        look(false);
    }

    private Overdue look(boolean ownTimeout) {
        nowNanos += TICK_NANOS;
        return activity.overdue(nowNanos, LIMITS, ownTimeout, Long.MAX_VALUE);
    }

    /** Lets the handler wait while so many bytes come each second; returns after how many seconds it ends, at most 120. */
    private int endsAfter(int bytesPerSecond, boolean ownTimeout) {
        for (int second = 0; second < 120; second++) {
            activity.readBegins();
            for (int tick = 0; tick < 4; tick++) {
                if (look(ownTimeout) != Overdue.NOTHING) {
                    return second;
                }
            }
            activity.contentCame(bytesPerSecond);
            activity.readEnds();
        }
        return 120;
    }

    @ParameterizedTest(name = "{0} bytes a second")
    @CsvSource({"1, 30", "60, 30", "70, 120", "100000, 120"})
    void isTheLeastOverAllOfTheWait(int bytesPerSecond, int seconds) {
        assertEquals(seconds, endsAfter(bytesPerSecond, false));
    }

    @Test
    void countsAgainWhenWhatCameAtOnceIsUsedUp() {
        activity.readBegins();
        activity.contentCame(64 * 60);
        activity.readEnds();
        assertEquals(60, endsAfter(1, false), 1);
    }

    @Test
    void isNotLookedAtWhereTheHandlerHasALimitOfItsOwn() {
        assertEquals(120, endsAfter(1, true));
    }

    @Test
    void isNotLookedAtOnARawConnection() {
        activity.phase(Phase.RAW);
        assertEquals(120, endsAfter(1, false));
    }

    @Test
    void doesNotCountWhatTheHandlerWorks() {
        endsAfterWork(activity::readEnds);
    }

    @Test
    void doesNotCountWhatTheHandlerWrites() {
        endsAfterWork(activity::writeBegins);
    }

    private void endsAfterWork(Runnable begin) {
        activity.readBegins();
        begin.run();
        for (int tick = 0; tick < 1000; tick++) {
            assertEquals(Overdue.NOTHING, look(false));
        }
        activity.readEnds();
        activity.writeEnds();
        assertEquals(30, endsAfter(1, false));
    }

    @Test
    void beginsAnewWithEachRequest() {
        for (int request = 0; request < 3; request++) {
            for (int second = 0; second < 29; second++) {
                activity.readBegins();
                for (int tick = 0; tick < 4; tick++) {
                    assertEquals(Overdue.NOTHING, look(false));
                }
                activity.contentCame(1);
                activity.readEnds();
            }
            // So fast that the watchdog sees nothing between the two.
            activity.phase(Phase.IDLE);
            activity.phase(Phase.REQUEST);
        }
    }

    @Test
    void isNoneIfTheServerSaysSo() {
        Limits none = new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 0);
        activity.readBegins();
        for (int tick = 0; tick < 1000; tick++) {
            nowNanos += TICK_NANOS;
            assertEquals(Overdue.NOTHING, activity.overdue(nowNanos, none, false, Long.MAX_VALUE));
        }
    }
}
