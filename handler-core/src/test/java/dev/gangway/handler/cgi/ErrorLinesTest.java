package dev.gangway.handler.cgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorLinesTest {
    private final List<String> log = new ArrayList<>();
    private final ErrorLines lines = new ErrorLines(log::add);

    private void accept(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        lines.accept(bytes, bytes.length);
    }

    @Test
    void cutsAtLineEndsInAnyPieces() {
        accept("one\r\ntw");
        accept("o\n\nthr");
        accept("ee");
        assertEquals(List.of("one", "two", ""), log);
        lines.finish();
        assertEquals(List.of("one", "two", "", "three"), log);
    }

    @Test
    void truncatesALongLine() {
        accept("x".repeat(100_000) + "\nshort\n");
        assertEquals(List.of("x".repeat(2048) + " ...", "short"), log);
    }

    @Test
    void countsWhatIsTooMuch() {
        accept("x\n".repeat(5000));
        lines.finish();
        assertTrue(log.size() <= 202, () -> log.size() + " lines");
        assertTrue(log.get(log.size() - 1).endsWith(" more lines)"), () -> log.get(log.size() - 1));
    }
}
