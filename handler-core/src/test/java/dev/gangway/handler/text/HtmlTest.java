package dev.gangway.handler.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.tables.OracleTable;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlTest {
    static List<OracleTable.Row> escapes() {
        return OracleTable.rows("html-escapes");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("escapes")
    void escapesAsPythonDoes(OracleTable.Row row) {
        assertEquals(row.text(1), Html.escape(row.text(0)));
        assertEquals(row.text(2), Html.escapeQuoted(row.text(0)));
    }
}
