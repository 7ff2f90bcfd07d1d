package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as progress of a write that waits, at a time that the test makes up: the limit is 30 s. */
class WriteProgressTest {
    private static final long LIMIT_SECONDS = 30;
    private static final Limits LIMITS = new Limits(
            Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, TimeUnit.SECONDS.toNanos(LIMIT_SECONDS), Long.MAX_VALUE, 0);

    private final Activity activity = new Activity();

    /** -1 is what is known where the table cannot be read, for instance for want of a descriptor. */
    @ParameterizedTest(name = "{0}, {1}, {2} bytes are left")
    @CsvSource({
        "1000, 1000, 1000, WRITE",
        "1000, 1000, 999, NOTHING",
        "-1, -1, -1, WRITE",
        "-1, 1000, 1000, WRITE",
        "1000, -1, -1, WRITE",
        "1000, -1, 1000, WRITE",
        "1000, -1, 999, NOTHING"
    })
    void isThatTheClientHasTakenSomething(long first, long second, long third, Overdue expected) {
        activity.writeBegins();
        look(0);
        activity.queued(first, seconds(5));
        activity.queued(second, seconds(15));
        activity.queued(third, seconds(25));
        assertEquals(expected, look(LIMIT_SECONDS + 1));
    }

    @Test
    void isAnotherWrite() {
        activity.writeBegins();
        look(0);
        activity.writeGoesOn();
        look(20);
        assertEquals(Overdue.NOTHING, look(LIMIT_SECONDS + 1));
        assertEquals(Overdue.WRITE, look(20 + LIMIT_SECONDS + 1));
    }

    private Overdue look(long seconds) {
        return activity.overdue(seconds(seconds), LIMITS, false, 0);
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
