package dev.gangway.http.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.MessageText;
import dev.gangway.host.RequestInputStream;
import dev.gangway.tables.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkedFramingTest {
    private static final String SIZE = "400 The chunked content has ";

    /** Follows the content to its end, and returns its data, or {@code cut} where the stream ends before. */
    private static String follow(RequestInputStream in) throws IOException, MessageSyntaxException {
        ChunkedFraming framing = new ChunkedFraming();
        StringBuilder data = new StringBuilder();
        while (!framing.isComplete()) {
            int b = in.read();
            if (b < 0) {
                return "cut";
            }
            if (framing.dataRemaining() > 0) {
                data.append((char) b);
                framing.dataTaken(1);
            } else {
                framing.accept(b);
            }
        }
        return data.toString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0~~, ''",
        "3~abc~0~~, abc",
        "3~abc~2~de~0~~, abcde",
        "a~0123456789~0~~, 0123456789",
        "A~0123456789~0~~, 0123456789",
        "1F~0123456789abcdef0123456789abcde~0~~, 0123456789abcdef0123456789abcde",
        "003~abc~000~~, abc",
        "000000000000003~abc~0~~, abc",
        "5~0~~~0~~, 0~~",
        "3;a~abc~0;b=c~~, abc",
        "3;a=\"b;c\"~abc~0~~, abc",
        "3 ;a~abc~0~~, abc",
        "3<HT>;<SP>a~abc~0~~, abc",
        "0~A: b~~, ''",
        "0~A: b~C: d~~, ''"
    })
    void findsData(String content, String data) throws IOException {
        Delivery.ofWhole(
                content, new String(MessageText.bytes(data), StandardCharsets.ISO_8859_1), ChunkedFramingTest::follow);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"''", "3", "3~", "3~ab", "3~abc", "3~abc~", "3~abc~0~", "3~abc~0~<CR>", "0~A: b~"})
    void isNotCompleteBeforeTheLastLineEnd(String content) throws IOException {
        Delivery.ofCut(content, "cut", ChunkedFramingTest::follow);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "~, no chunk size",
        "<SP>3~abc~0~~, no chunk size",
        ";a~, no chunk size",
        "g~, no chunk size",
        "-1~, no chunk size",
        "+1~, no chunk size",
        "0x3~abc~0~~, a bad chunk size",
        "3g~abc~0~~, a bad chunk size",
        "3<LF>abc~0~~, a bad chunk size",
        "3<NUL>~abc~0~~, a bad chunk size",
        "3 ~abc~0~~, white space after a chunk size",
        "3<HT>~abc~0~~, white space after a chunk size",
        "3 a~abc~0~~, a bad chunk size",
        "0000000000000003~abc~0~~, a chunk size that is too long",
        "ffffffffffffffff~, a chunk size that is too long",
        "3<CR>abc~0~~, a missing CRLF",
        "3~abcd~0~~, a missing CRLF",
        "3~abc<LF>0~~, a missing CRLF",
        "3~abc<CR>0~~, a missing CRLF",
        "3~abc0~~, a missing CRLF",
        "3;a<LF>abc~0~~, a bad chunk extension",
        "3;a<NUL>~abc~0~~, a bad chunk extension",
        "3;a<CR>b~abc~0~~, a missing CRLF",
        "0~<LF>, a trailer field without a name",
        "0~A: b<LF>~, a bad trailer field",
        "0~A: <NUL>~~, a bad trailer field",
        "0~A: b<CR>c~~, a missing CRLF",
        "0~<CR><CR>, a missing CRLF"
    })
    void refuses(String content, String what) throws IOException {
        Delivery.ofWhole(content, SIZE + what, ChunkedFramingTest::follow);
    }

    @Test
    void boundsExtensionsAndTrailers() throws IOException {
        String extension = "x".repeat(ChunkedFraming.MAX_EXTENSION_BYTES - 1);
        Delivery.ofWhole("0;" + extension + "~~", "", ChunkedFramingTest::follow);
        Delivery.ofWhole(
                "0;" + extension + "x~~",
                SIZE + "more than 8192 bytes of chunk extensions",
                ChunkedFramingTest::follow);
        String chunks = "1;123456789~x~".repeat(820);
        Delivery.ofWhole(chunks, SIZE + "more than 8192 bytes of chunk extensions", ChunkedFramingTest::follow);
        Delivery.ofWhole("0~" + "A: b~".repeat(100) + "~", "", ChunkedFramingTest::follow);
        Delivery.ofWhole(
                "0~" + "A: b~".repeat(101) + "~", SIZE + "more than 100 trailer fields", ChunkedFramingTest::follow);
        String trailer = "A: " + "b".repeat(ChunkedFraming.MAX_TRAILER_BYTES);
        Delivery.ofWhole(
                "0~" + trailer + "~~", SIZE + "more than 8192 bytes of trailer fields", ChunkedFramingTest::follow);
    }

    @Test
    void tellsTheTrailerFromTheChunks() throws MessageSyntaxException {
        ChunkedFraming framing = new ChunkedFraming();
        for (char c : "1\r\n".toCharArray()) {
            framing.accept(c);
        }
        assertEquals(1, framing.dataRemaining());
        framing.dataTaken(1);
        for (char c : "\r\n0\r".toCharArray()) {
            framing.accept(c);
            assertFalse(framing.isInTrailer());
        }
        for (byte b : "\nA: b\r\n\r".getBytes(StandardCharsets.ISO_8859_1)) {
            framing.accept(b);
            assertTrue(framing.isInTrailer());
        }
        framing.accept('\n');
        assertFalse(framing.isInTrailer());
        assertThrows(IllegalStateException.class, () -> framing.accept('x'));
    }
}
