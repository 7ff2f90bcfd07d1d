package dev.gangway.http.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.gangway.tables.OracleTable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    static List<OracleTable.Row> texts() {
        return OracleTable.rows("date-texts");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void writesWhatPythonWrites(OracleTable.Row row) {
        Instant instant = Instant.ofEpochSecond(Long.parseLong(row.text(0)));
        assertEquals(row.text(1), HttpDate.format(instant));
        assertEquals(row.text(1), HttpDate.format(instant.plusNanos(999_999_999)));
        assertEquals(instant, HttpDate.parse(row.text(1)));
    }

    @Test
    void tellsSecondsApartThatShareASlot() {
        for (long second = 784_111_777; second < 784_111_777 + 1000; second += 64) {
            assertEquals(Instant.ofEpochSecond(second), HttpDate.parse(HttpDate.format(Instant.ofEpochSecond(second))));
        }
    }

    @Test
    void writesFourDigitsForAnyInstant() {
        assertEquals("Fri, 31 Dec 9999 23:59:59 GMT", HttpDate.format(Instant.MAX));
        assertEquals("Mon, 01 Jan 0001 00:00:00 GMT", HttpDate.format(Instant.MIN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sun, 06 Nov 1994 08:49:37 GMT  | 1994-11-06T08:49:37Z
            Mon, 06 Nov 1994 08:49:37 GMT  | 1994-11-06T08:49:37Z
            Thu, 29 Feb 2024 00:00:00 GMT  | 2024-02-29T00:00:00Z
            Sat, 31 Dec 2016 23:59:60 GMT  | 2016-12-31T23:59:59Z
            Sunday, 06-Nov-94 08:49:37 GMT | 1994-11-06T08:49:37Z
            Sunday, 06-Nov-76 08:49:37 GMT | 2076-11-06T08:49:37Z
            Sunday, 06-Nov-77 08:49:37 GMT | 1977-11-06T08:49:37Z
            Sunday, 06-Nov-00 08:49:37 GMT | 2000-11-06T08:49:37Z
            Sun Nov  6 08:49:37 1994       | 1994-11-06T08:49:37Z
            Sun Nov 16 08:49:37 1994       | 1994-11-16T08:49:37Z
            Sun Nov 06 08:49:37 1994       | 1994-11-06T08:49:37Z
            """)
    void readsTheThreeForms(String text, Instant instant) {
        assertEquals(instant, HttpDate.parse(text, 2026));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "now",
                "Sun, 06 Nov 1994 08:49:37 gmt",
                "sun, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 UTC",
                "Sun, 06 Nov 1994 08:49:37",
                "Sun, 06 Nov 1994 08:49:37 +0000",
                "Sun, 6 Nov 1994 08:49:37 GMT",
                "Sun,  6 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 94 08:49:37 GMT",
                "Sun,06 Nov 1994 08:49:37 GMT",
                " Sun, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 GMT ",
                "Sun, 06 Nov 1994 08:49:37 GMT\n",
                "Sunday, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06-Nov-94 08:49:37 GMT",
                "Sunday, 06-Nov-1994 08:49:37 GMT",
                "Sun Nov 6 08:49:37 1994",
                "Sun Nov  6 08:49:37 1994 GMT",
                "Sun, 31 Feb 1994 08:49:37 GMT",
                "Sun, 00 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 0000 08:49:37 GMT",
                "Sun, 06 Nov 1994 24:00:00 GMT",
                "Sun, 06 Nov 1994 08:60:00 GMT",
                "Sun, 06 Nov 1994 08:49:61 GMT",
                "Sun, \u0660\u0666 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov +994 08:49:37 GMT"
            })
    void readsNothingElse(String text) {
        assertNull(HttpDate.parse(text));
    }
}
