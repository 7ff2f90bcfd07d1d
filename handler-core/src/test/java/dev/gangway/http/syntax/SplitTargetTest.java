package dev.gangway.http.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gangway.tables.OracleTable;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SplitTargetTest {
    static List<OracleTable.Row> targets() {
        return OracleTable.rows("split-targets");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void splitsAsPythonDoes(OracleTable.Row row) {
        if (row.nullable(1) == null) {
            assertThrows(IllegalArgumentException.class, () -> SplitTarget.of(row.text(0)));
            return;
        }
        SplitTarget target = SplitTarget.of(row.text(0));
        assertEquals(new SplitTarget(row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)), target);
        assertEquals(row.text(6), target.unsplit());
        assertEquals(row.text(7), target.withPath(target.path() + "/").unsplit());
    }
}
