package dev.gangway.handler.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.tables.OracleTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorPageTest {
    static List<OracleTable.Row> pages() {
        return OracleTable.rows("error-pages");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void hasTheBytesOfPythonsPage(OracleTable.Row row) {
        byte[] page = ErrorPage.render(ErrorPage.DEFAULT_FORMAT, row.number(0), row.text(1), row.text(2));
        assertEquals(row.text(3), new String(page, StandardCharsets.ISO_8859_1));
    }
}
