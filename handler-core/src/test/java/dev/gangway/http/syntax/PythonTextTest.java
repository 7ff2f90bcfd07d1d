package dev.gangway.http.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.tables.OracleTable;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PythonTextTest {
    static List<OracleTable.Row> reprs() {
        return OracleTable.rows("reprs");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reprs")
    void quotesAsPythonDoes(OracleTable.Row row) {
        assertEquals(row.text(1), PythonText.repr(row.text(0)));
        assertEquals(row.text(2), PythonText.ascii(row.text(0)));
    }
}
