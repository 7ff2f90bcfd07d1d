package dev.gangway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.gangway.tables.OracleTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HTTPStatusTest {
    static List<OracleTable.Row> statuses() {
        return OracleTable.rows("statuses");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statuses")
    void isAsInPython(OracleTable.Row row) throws ReflectiveOperationException {
        HTTPStatus status = (HTTPStatus) HTTPStatus.class.getField(row.text(0)).get(null);
        assertEquals(row.number(1), status.value());
        assertSame(status, HTTPStatus.of(row.number(1)));
        assertEquals(row.text(2), status.phrase());
        assertEquals(row.text(3), status.description());
        assertEquals(row.text(4).equals("True"), status.isInformational());
        assertEquals(row.text(5).equals("True"), status.isSuccess());
        assertEquals(row.text(6).equals("True"), status.isRedirection());
        assertEquals(row.text(7).equals("True"), status.isClientError());
        assertEquals(row.text(8).equals("True"), status.isServerError());
    }

    @Test
    void hasNoOthers() {
        assertEquals(statuses().stream().map(row -> row.number(1)).distinct().count(), HTTPStatus.values().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 99, 104, 299, 306, 599, 600, 999, Integer.MAX_VALUE})
    void isNullForOtherCodes(int code) {
        assertNull(HTTPStatus.of(code));
    }
}
