package dev.gangway.standalone.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each header comes whole, byte by byte, and with the first bytes of a request behind it. */
class ProxyHeaderTest {
    private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";
    private static final String V4 = "c0000201cb007109" + "c000" + "01bb"; // 192.0.2.1:49152 to 203.0.113.9:443
    private static final String V6 =
            "20010db8000000000000000000000001" + "20010db8000000000000000000000002" + "c000" + "01bb";
    private static final byte[] TAIL = "GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);

    private static ProxyHeader parse(byte[] header) throws ProxyHeaderException {
        for (int count = 0; count < header.length; count++) {
            assertNull(ProxyHeader.parse(Arrays.copyOf(header, count), count), "after " + count + " bytes");
        }
        ProxyHeader whole = ProxyHeader.parse(header, header.length);
        byte[] more = Arrays.copyOf(header, header.length + TAIL.length);
        System.arraycopy(TAIL, 0, more, header.length, TAIL.length);
        assertEquals(whole, ProxyHeader.parse(more, more.length));
        assertNotNull(whole);
        assertEquals(header.length, whole.length());
        return whole;
    }

    private static String source(ProxyHeader header) {
        return header.source() == null ? "unknown" : header.source().toString().substring(1);
    }

    private static byte[] bytes(String text) {
        return text.replace("^", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "PROXY TCP4 192.0.2.1 203.0.113.9 49152 443^, 192.0.2.1:49152",
        "PROXY TCP4 0.0.0.0 255.255.255.255 0 65535^, 0.0.0.0:0",
        "PROXY TCP6 2001:db8::1 ::1 49152 443^, [2001:db8:0:0:0:0:0:1]:49152",
        "PROXY TCP6 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 65535 65535^,"
                + " [ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]:65535",
        "PROXY UNKNOWN^, unknown",
        "PROXY UNKNOWN ffff::1 ffff::1 65535 65535 or whatever^, unknown",
    })
    void readsVersion1(String text, String source) throws ProxyHeaderException {
        assertEquals(source, source(parse(bytes(text))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            GET / HTTP/1.1^
            PRoXY TCP4 192.0.2.1 203.0.113.9 1 2^
            PROXY  TCP4 192.0.2.1 203.0.113.9 1 2^
            PROXY TCP4 192.0.2.1 203.0.113.9 1 2 ^
            PROXY TCP4 192.0.2.1 203.0.113.9 1^
            PROXY TCP4 192.0.2.1 203.0.113.9 1 65536^
            PROXY TCP4 192.0.2.1 203.0.113.9 01 2^
            PROXY TCP4 192.0.2.1 203.0.113.9 +1 2^
            PROXY TCP4 192.0.2.1 203.0.113.9 -1 2^
            PROXY TCP4 192.0.2.256 203.0.113.9 1 2^
            PROXY TCP4 192.0.2 203.0.113.9 1 2^
            PROXY TCP4 192.000.2.1 203.0.113.9 1 2^
            PROXY TCP4 localhost 203.0.113.9 1 2^
            PROXY TCP4 ::1 ::1 1 2^
            PROXY TCP6 192.0.2.1 203.0.113.9 1 2^
            PROXY TCP6 ::1%lo ::1 1 2^
            PROXY TCP6 [::1] ::1 1 2^
            PROXY TCP5 ::1 ::1 1 2^
            PROXY UDP4 192.0.2.1 203.0.113.9 1 2^
            PROXY ^
            """)
    void refusesVersion1(String text) {
        byte[] header = bytes(text);
        assertThrows(ProxyHeaderException.class, () -> ProxyHeader.parse(header, header.length));
    }

    @Test
    void refusesALineThatDoesNotEnd() throws ProxyHeaderException {
        byte[] header = bytes("PROXY UNKNOWN " + "x".repeat(91) + "^");
        assertEquals(107, header.length);
        assertEquals("unknown", source(parse(header)));
        byte[] longer = bytes("PROXY UNKNOWN " + "x".repeat(92) + "^");
        assertThrows(ProxyHeaderException.class, () -> ProxyHeader.parse(longer, 107));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2111000c V4, 192.0.2.1:49152, false",
        "21210024 V6, [2001:db8:0:0:0:0:0:1]:49152, false",
        "20000000, unknown, false",
        "2000000c V4, unknown, false",
        "20110002 abcd, unknown, false",
        "21000000, unknown, false",
        "21000003 040000, unknown, false",
        "2112000c V4, unknown, false",
        "2131" + "00d8 UNIX, unknown, false",
        "21110012 V4 20 0003 010000, 192.0.2.1:49152, true",
        "21110012 V4 20 0003 000000, 192.0.2.1:49152, false",
        "21110012 V4 04 0003 010000, 192.0.2.1:49152, false",
        "2111000f V4 200000, 192.0.2.1:49152, false",
    })
    void readsVersion2(String hex, String source, boolean secure) throws ProxyHeaderException {
        ProxyHeader header = parse(v2(hex));
        assertEquals(source, source(header));
        assertEquals(secure, header.isSecure());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "1111000c V4", // version 1
        "2211000c V4", // no such command
        "2111000b c0000201cb007109c00001", // too short for its addresses
        "2121000c V4",
        "2111000e V4 2000", // half a type and length
        "2111000f V4 200001", // longer than the header
        "21110010 V4 03 0001 00", // a checksum has four bytes
        "21110013 V4 03 0004 00000000", // a wrong checksum
        "21111000 V4", // 4,096 and 16 bytes
    })
    void refusesVersion2(String hex) {
        byte[] header = v2(hex);
        assertThrows(ProxyHeaderException.class, () -> ProxyHeader.parse(header, header.length));
    }

    @Test
    void refusesAnotherSignatureAtOnce() {
        byte[] other = HexFormat.of().parseHex("0d0a0d0a01");
        assertThrows(ProxyHeaderException.class, () -> ProxyHeader.parse(other, other.length));
        assertThrows(ProxyHeaderException.class, () -> ProxyHeader.parse(new byte[] {0x16, 3}, 2));
    }

    @Test
    void believesARightChecksum() throws ProxyHeaderException {
        byte[] header = v2("21110013 V4 03 0004 00000000");
        CRC32C crc = new CRC32C();
        crc.update(header);
        int sum = (int) crc.getValue();
        for (int i = 0; i < 4; i++) {
            header[header.length - 4 + i] = (byte) (sum >> 24 - 8 * i);
        }
        assertEquals("192.0.2.1:49152", source(parse(header)));
    }

    private static byte[] v2(String hex) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of()
                .parseHex(SIGNATURE
                        + hex.replace("V4", V4)
                                .replace("V6", V6)
                                .replace("UNIX", "2f".repeat(216))
                                .replace(" ", "")));
        return bytes.toByteArray();
    }
}
