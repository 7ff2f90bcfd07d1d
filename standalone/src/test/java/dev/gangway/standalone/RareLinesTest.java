package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.gangway.standalone.log.RareLines;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RareLinesTest {
    private static final long START = Long.MAX_VALUE - 5; // nanoTime may run over

    private final RareLines lines = new RareLines();

    private String admit(long seconds) {
        return lines.admit("sang", "first sang", at(seconds));
    }

    private static long at(long seconds) {
        return START + TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void theFirstOfAKindIsLoggedAtOnceAndTheOthersAreCounted() {
        assertEquals("first sang", admit(0));
        assertNull(admit(1));
        assertNull(admit(9));
        assertEquals("another danced", lines.admit("danced", "another danced", at(9)));
        assertEquals(List.of(), lines.takeSummary(at(9)));
        assertEquals(List.of("gangway: 2 more clients sang"), lines.takeSummary(at(10)));
        assertEquals(List.of(), lines.takeSummary(at(30)));
    }

    @Test
    void thereIsNoMoreThanOneLineInTenSeconds() {
        admit(0);
        admit(9);
        assertNull(admit(11), "the one before was not told yet");
        assertEquals(List.of("gangway: 2 more clients sang"), lines.takeSummary(at(11)));
        assertNull(admit(20));
        assertEquals(List.of("gangway: 1 more client sang"), lines.takeSummary(at(21)));
    }

    @Test
    void afterAPauseTheNextIsAFirst() {
        admit(0);
        assertEquals("first sang", admit(10));
        assertEquals(List.of(), lines.takeSummary(at(30)));
    }
}
