package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.host.HandlerConnection.Phase;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a connection does, and what of it lasts too long, at a time that the test makes up. */
class ActivityTest {
    /** Idle 30 s, head 20 s, content 10 s, write 5 s; content at 100 bytes a second after 4 s. */
    private static final Limits LIMITS = new Limits(seconds(30), seconds(20), seconds(10), seconds(5), seconds(4), 100);

    private static final Map<String, Consumer<Activity>> STEPS = Map.of(
            "bytes",
            Activity::bytesCame,
            "request",
            activity -> activity.phase(Phase.REQUEST),
            "read",
            Activity::readBegins,
            "read-ends",
            Activity::readEnds,
            "much",
            activity -> activity.contentCame(100_000),
            "raw",
            activity -> activity.phase(Phase.RAW),
            "closing",
            activity -> activity.phase(Phase.CLOSING),
            "idle",
            activity -> activity.phase(Phase.IDLE),
            "write",
            Activity::writeBegins,
            "write-ends",
            Activity::writeEnds);

    private final Activity activity = new Activity();

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    private void play(String steps) {
        for (String step : steps.isEmpty() ? new String[0] : steps.split(" ")) {
            STEPS.get(step).accept(activity);
        }
    }

    /** The watchdog looks four times a second. */
    private Overdue after(long seconds, boolean ownTimeout) {
        Overdue seen = Overdue.NOTHING;
        for (long tick = 0; tick <= 4 * seconds + 1 && seen == Overdue.NOTHING; tick++) {
            seen = activity.overdue(tick * seconds(1) / 4, LIMITS, ownTimeout, seconds(60));
        }
        return seen;
    }

    @ParameterizedTest(name = "after {0}: {1} s, {2}")
    @CsvSource(textBlock = """
            '',                          29, NOTHING
            '',                          30, IDLE
            bytes,                       19, NOTHING
            bytes,                       20, HEAD
            bytes request,               99, NOTHING
            bytes request read,           4, SLOW_BODY
            bytes request read much,      9, NOTHING
            bytes request read much,     10, BODY
            bytes request read read-ends, 99, NOTHING
            bytes request write,          4, NOTHING
            bytes request write,          5, WRITE
            bytes request write write-ends, 99, NOTHING
            bytes request idle,          30, IDLE
            bytes request raw,           99, NOTHING
            bytes request closing,       99, NOTHING
            """)
    void lastsTooLong(String steps, long seconds, Overdue expected) {
        play(steps);
        assertEquals(expected, after(seconds, false));
    }

    @ParameterizedTest(name = "after {0}: {1} s, {2}")
    @CsvSource(textBlock = """
            '',                  99, NOTHING
            bytes,               20, HEAD
            bytes request read,  99, NOTHING
            bytes request write, 59, NOTHING
            bytes request write, 60, WRITE
            """)
    void aHandlersOwnTimeoutTakesThePlaceOfALimit(String steps, long seconds, Overdue expected) {
        play(steps);
        assertEquals(expected, after(seconds, true));
    }

    @Test
    void anIdleConnectionThatIsGivenUpReadsNothingMore() {
        assertTrue(activity.endIfIdle());
        assertFalse(activity.bytesCame());
        assertTrue(activity.hasEnded());
        activity.phase(Phase.REQUEST);
        assertTrue(activity.hasEnded(), "nothing brings it back");
    }

    @ParameterizedTest
    @CsvSource({"bytes", "bytes request", "bytes request read", "closing"})
    void onlyAnIdleConnectionIsGivenUp(String steps) {
        play(steps);
        assertFalse(activity.endIfIdle());
        assertFalse(activity.hasEnded());
    }

    @ParameterizedTest(name = "after {0}: {1}")
    @CsvSource({"'', 7", "bytes, 7", "bytes request, -1", "closing, -1"})
    void tellsForHowLongItWaitsForARequest(String steps, long seconds) {
        play(steps);
        activity.overdue(seconds(1), LIMITS, false, 0);
        assertEquals(seconds < 0 ? -1 : seconds(seconds), activity.waitingNanos(seconds(8)));
    }

    @Test
    void aNewStateBeginsTheWaitAnew() {
        activity.overdue(0, LIMITS, false, 0);
        play("bytes request idle");
        assertEquals(-1, activity.waitingNanos(seconds(20)), "the watchdog has not seen it yet");
        assertEquals(Overdue.NOTHING, activity.overdue(seconds(29), LIMITS, false, 0));
        assertEquals(Overdue.NOTHING, activity.overdue(seconds(31), LIMITS, false, 0));
        assertEquals(Overdue.IDLE, activity.overdue(seconds(60), LIMITS, false, 0));
    }
}
