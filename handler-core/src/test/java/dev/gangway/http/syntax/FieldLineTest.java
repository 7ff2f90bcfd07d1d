package dev.gangway.http.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldLineTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "A: b, A, b",
        "A:b, A, b",
        "'A:\t b c \t', A, 'b c'",
        "A: b: c, A, 'b: c'",
        "A:, A, ''",
        "'A : b', 'A ', b"
    })
    void splits(String line, String name, String value) {
        assertEquals(Map.entry(name, value), FieldLine.parse(line));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "A", ":", ": b"})
    void isNoneWithoutAName(String line) {
        assertNull(FieldLine.parse(line));
    }
}
