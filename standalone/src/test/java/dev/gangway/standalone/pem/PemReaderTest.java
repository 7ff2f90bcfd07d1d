package dev.gangway.standalone.pem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gangway.standalone.pem.PemReader.Block;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemReaderTest {
    @Test
    void readsBlocksInOrderAndSkipsWhatIsBetween() throws Exception {
        List<Block> blocks = PemReader.read("""
                subject=CN = localhost
                -----BEGIN CERTIFICATE-----
                AQID
                BAUG
                -----END CERTIFICATE-----
                -----END NOTHING-----
                -----BEGIN PRIVATE KEY-----
                BwgJ
                -----END PRIVATE KEY-----
                """);
        assertEquals(
                List.of("CERTIFICATE", "PRIVATE KEY"),
                blocks.stream().map(Block::label).toList());
        assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 6}, blocks.get(0).content());
        assertArrayEquals(new byte[] {7, 8, 9}, blocks.get(1).content());
    }

    @Test
    void readsHeadersOfABlock() throws Exception {
        Block block = PemReader.read("""
                        -----BEGIN RSA PRIVATE KEY-----
                        Proc-Type: 4,ENCRYPTED
                        DEK-Info: AES-128-CBC,00112233

                        AQID
                        -----END RSA PRIVATE KEY-----""").get(0);
        assertEquals(Map.of("Proc-Type", "4,ENCRYPTED", "DEK-Info", "AES-128-CBC,00112233"), block.headers());
        assertArrayEquals(new byte[] {1, 2, 3}, block.content());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no blocks      | ''
            one line       | -----BEGIN X-----
            carriage ends  | text^
            too short      | -----BEGIN -----
            """)
    void readsNothingOrRefuses(String name, String text) throws Exception {
        if (text.contains("BEGIN")) {
            assertThrows(PemException.class, () -> PemReader.read(text));
        } else {
            assertEquals(List.of(), PemReader.read(text.replace('^', '\r')));
        }
    }

    @Test
    void readsLinesThatEndWithCarriageReturns() throws Exception {
        String text = "-----BEGIN X-----\nAQID\n-----END X-----\n".replace("\n", "\r\n");
        assertArrayEquals(new byte[] {1, 2, 3}, PemReader.read(text).get(0).content());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            -----BEGIN A-----^AQID                      | the block "A" has no end
            -----BEGIN A-----^AQID^-----END B-----      | the block "A" ends with "-----END B-----"
            -----BEGIN A-----^A*ID^-----END A-----      | the block "A" is not in base64
            -----BEGIN A-----^AQIDA^-----END A-----     | the block "A" is not in base64
            """)
    void refuses(String text, String message) {
        PemException refused = assertThrows(PemException.class, () -> PemReader.read(text.replace('^', '\n')));
        assertEquals(message, refused.getMessage());
    }
}
