package dev.gangway.http.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.tables.OracleTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PercentCodingTest {
    static List<OracleTable.Row> paths() {
        return OracleTable.rows("decoded-paths");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    void asksForTheFileThatPythonAsksFor(OracleTable.Row row) {
        assertEquals(row.nullable(1), octets(PercentCoding.decode(row.text(0))));
        assertEquals(row.nullable(2), octets(PercentCoding.decodeReplacing(row.text(0))));
    }

    private static @Nullable String octets(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static List<OracleTable.Row> names() {
        return OracleTable.rows("quoted-names");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void linksAsPythonDoes(OracleTable.Row row) {
        byte[] name = row.text(0).getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(row.text(1), PercentCoding.quote(name));
        assertArrayEquals(name, PercentCoding.decode(row.text(1)));
    }

    @Test
    void leadsBackFromAnyName() {
        Random random = new Random(20240613);
        byte[] edges = {
            (byte) 0xed,
            (byte) 0xb2,
            (byte) 0xa0,
            (byte) 0x80,
            (byte) 0xbf,
            (byte) 0xc3,
            (byte) 0xe2,
            (byte) 0xf0,
            'a',
            '%'
        };
        for (int i = 0; i < 20_000; i++) {
            byte[] name = new byte[random.nextInt(12)];
            random.nextBytes(name);
            for (int j = 0; j < name.length; j++) {
                name[j] = random.nextBoolean() ? edges[random.nextInt(edges.length)] : name[j];
            }
            assertArrayEquals(name, PercentCoding.decode(PercentCoding.quote(name)));
        }
    }
}
