package dev.gangway.handler.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.tables.OracleTable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LogLineTest {
    static List<OracleTable.Row> escapes() {
        return OracleTable.rows("log-escapes");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("escapes")
    void escapesAsPythonDoes(OracleTable.Row row) {
        assertEquals(row.text(1), LogLine.escape(row.text(0)));
    }

    @Test
    void escapesLineSeparatorsToo() {
        assertEquals("a\\u2028b\\u2029c", LogLine.escape("a\u2028b\u2029c"));
    }

    @Test
    void putsALineTogether() {
        assertEquals(
                "127.0.0.1 - - [21/Nov/2026 07:14:00] \"GET / HTTP/1.1\" 200 -",
                LogLine.of("127.0.0.1", "21/Nov/2026 07:14:00", "\"GET / HTTP/1.1\" 200 -"));
    }

    @Test
    void letsNothingStartAnotherLine() {
        assertEquals(
                "evil\\x0a10.0.0.1 - - [today] a\\x0d\\x0ab\\x1b[2J",
                LogLine.of("evil\n10.0.0.1", "today", "a\r\nb\u001b[2J"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T07:14:00Z, UTC, 21/Nov/2026 07:14:00",
        "2026-11-21T07:14:00Z, Asia/Tokyo, 21/Nov/2026 16:14:00",
        "2026-01-01T00:00:00.999Z, America/New_York, 31/Dec/2025 19:00:00",
        "1970-01-01T00:00:00Z, UTC, 01/Jan/1970 00:00:00",
        "0987-05-04T03:02:01Z, UTC, 04/May/0987 03:02:01"
    })
    void writesTheDateInEnglish(Instant time, String zone, String date) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertEquals(date, LogLine.logDate(time, TimeZone.getTimeZone(zone)));
        } finally {
            Locale.setDefault(before);
        }
    }
}
