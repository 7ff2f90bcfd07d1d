package dev.gangway.handler.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gangway.tables.OracleTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PercentFormatTest {
    private static final Map<String, Object> VALUES = Map.of(
            "code",
            404,
            "message",
            "Not 'Found' \u00e9",
            "explain",
            "Nothing \ud83d\ude00 here",
            "(x)",
            7,
            "neg",
            -42,
            "one",
            "Z",
            "long",
            9876543210L,
            "",
            0);

    static List<OracleTable.Row> formats() {
        return OracleTable.rows("percent-formats");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void fillsInAsPythonDoes(OracleTable.Row row) {
        String text = row.nullable(1);
        if (text == null) {
            assertThrows(IllegalArgumentException.class, () -> PercentFormat.format(row.text(0), VALUES));
        } else {
            assertEquals(text, PercentFormat.format(row.text(0), VALUES));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a 50% off         | '% o' at index 4 of the format has no name in parentheses
            <b>%(code         | '%(code' at index 3 of the format is incomplete
            %(code)           | '%(code)' at index 0 of the format is incomplete
            %(reason)s        | '%(reason)s' at index 0 of the format names no value
            %(message)d       | '%(message)d' at index 0 of the format needs a number
            %(code)g          | '%(code)g' at index 0 of the format has an unknown conversion
            %(code)999999999d | '%(code)999999999d' at index 0 of the format is too wide
            %s                | '%s' at index 0 of the format has no name in parentheses
            """)
    void namesTheMalformedPiece(String template, String message) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> PercentFormat.format(template, VALUES));
        assertEquals(message, e.getMessage());
    }
}
