package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptPauseTest {
    private final AcceptPause pause = new AcceptPause();

    @Test
    void doublesUpToASecond() {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            millis.add(pause.failed());
        }
        assertEquals(List.of(50L, 100L, 200L, 400L, 800L, 1000L, 1000L), millis);
    }

    @Test
    void beginsAnewAfterASuccess() {
        pause.failed();
        pause.failed();
        pause.succeeded();
        assertEquals(50, pause.failed());
    }

    @Test
    void logsOnceInASecond() {
        long second = 1_000_000_000L;
        long start = Long.MAX_VALUE - second; // nanoTime may run over
        List<Boolean> logged = new ArrayList<>();
        for (long after : new long[] {0, 1, second - 1, second, second + 1, 2 * second}) {
            logged.add(pause.shouldLog(start + after));
        }
        assertEquals(List.of(true, false, false, true, false, true), logged);
    }
}
