package dev.gangway.http.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.tables.OracleTable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LenientDateTest {
    static List<OracleTable.Row> dates() {
        return OracleTable.rows("lenient-dates");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dates")
    void readsIfModifiedSinceAsPythonDoes(OracleTable.Row row) {
        String second = row.nullable(1);
        assertEquals(
                second == null ? null : Instant.ofEpochSecond(Long.parseLong(second)),
                HttpDate.parseLenient(row.text(0)));
    }
}
