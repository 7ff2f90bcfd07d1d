package dev.gangway.handler.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.MessageText;
import dev.gangway.tables.Delivery;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawHeadTest {
    /** Says what the bytes are once they have all come. */
    private static final class Reading implements Delivery.Sink {
        private final RawHead head = new RawHead();

        @Override
        public int accept(byte[] source, int offset, int length) {
            return head.accept(source, offset, length);
        }

        @Override
        public String outcome() {
            if (head.isImpossible() || !head.isComplete()) {
                return head.isImpossible() ? "impossible" : "incomplete";
            }
            return (head.isUnclear() ? "unclear " : "") + head.lines();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 200 OK~~                       | [HTTP/1.1 200 OK]
            HTTP/1.0 200~~                          | [HTTP/1.0 200 ]
            HTTP/1.1 200 O<CR>K<NUL>~~              | [HTTP/1.1 200 O K ]
            HTTP/1.1 200 OK~A: b~C:~~               | [HTTP/1.1 200 OK, A: b, C:]
            HTTP/1.1 200 OK<LF>A: b<LF><LF>         | [HTTP/1.1 200 OK, A: b]
            HTTP/1.1 200 OK<CR>~A: b<CR><CR>~<CR>~  | [HTTP/1.1 200 OK, A: b]
            HTTP/1.1 200 OK~A: b<CR>C: d~~          | [HTTP/1.1 200 OK, A: b C: d]
            HTTP/1.1 200 OK~A: b<NUL>c<HT>d~~       | [HTTP/1.1 200 OK, A: b c<HT>d]
            HTTP/1.1 200 OK~A : b~C<HT>: d~~        | [HTTP/1.1 200 OK, A: b, C: d]
            HTTP/1.1 200 OK~A: b~<SP>c~<HT> d~E: f~~ | [HTTP/1.1 200 OK, A: b c d, E: f]
            HTTP/1.1 200 OK~<SP>A: b~C: d~~         | [HTTP/1.1 200 OK, C: d]
            HTTP/1.1 200 OK~no field~A: b~~         | unclear [HTTP/1.1 200 OK, no field, A: b]
            HTTP/1.1 200 OK~: b~~                   | unclear [HTTP/1.1 200 OK, : b]
            HTTP/1.1 200 OK~A B: c~~                | unclear [HTTP/1.1 200 OK, A B: c]
            """)
    void reads(String text, String expected) throws IOException {
        Delivery.inPieces(text, expected.replace("<HT>", "\t"), Reading::new);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Hello~ world~, H, 5",
        "Hello~ world~, HTTP/1.1 99 Low~, 1000",
        "Hello, HTTP/1.1 2000 High~, 1000",
        "x, HTTP/1.1~, 1",
        "x, HTTP/1x1 200 OK~, 1",
        "x, HTTP/1.1  200 OK~, 3",
        "x, HTTP/1.1 20 OK~, 3"
    })
    void isNoneAsSoonAsThatIsCertain(String behind, String text, int piece) {
        RawHead head = new RawHead();
        byte[] bytes = MessageText.bytes(text + behind);
        int at = 0;
        while (at < bytes.length && !head.isImpossible()) {
            at += head.accept(bytes, at, Math.min(piece, bytes.length - at));
        }
        assertTrue(head.isImpossible());
        assertFalse(head.hasStatus());
        assertArrayEquals(Arrays.copyOf(bytes, at), head.rest());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 200 OK~                             | HTTP/1.1 200 OK        | ''
            HTTP/1.1 200 OK~A: b~                        | HTTP/1.1 200 OK        | A: b~
            HTTP/1.1 200 OK~A: b~C                       | HTTP/1.1 200 OK        | A: b~C
            HTTP/1.1 200 OK~A: b~C: d<LF>                | HTTP/1.1 200 OK, A: b  | C: d<LF>
            HTTP/1.1 200 OK~A: b~<SP>c~D: e~F: g~        | HTTP/1.1 200 OK, A: b c, D: e | F: g~
            HTTP/1.1 200 OK~Content-Length: 2~A: b~C: d~ | HTTP/1.1 200 OK        | Content-Length: 2~A: b~C: d~
            HTTP/1.1 200 OK~A: b~connection:x~A: b~      | HTTP/1.1 200 OK, A: b  | connection:x~A: b~
            HTTP/1.1 200 OK~A: b<CR>C: d~E<NUL>~F<CR>    | HTTP/1.1 200 OK, A: b C: d | E<SP>~F<SP>
            """)
    void showsItsBeginningWhileNothingInItMayChange(String text, String shown, String rest) {
        RawHead head = new RawHead();
        byte[] bytes = MessageText.bytes(text);
        head.accept(bytes, 0, bytes.length);
        assertEquals(shown, String.join(", ", head.release()));
        assertEquals(List.of(), head.release());
        assertArrayEquals(MessageText.bytes(rest), head.rest());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "HT, incomplete",
        "HTTP/1.1 200 OK, incomplete",
        "HTTP/1.1 200 OK~A: b~, incomplete",
        "HTTP/1.1 200 OK~A: b~<CR>, incomplete",
        "Hello, impossible",
        "http/1.1 200 OK, impossible"
    })
    void tellsEarlyWhatCannotBeAHead(String text, String expected) {
        Reading reading = new Reading();
        byte[] bytes = MessageText.bytes(text);
        reading.accept(bytes, 0, bytes.length);
        assertEquals(expected, reading.outcome());
    }

    @Test
    void isImpossibleOnceItIsTooLong() {
        RawHead head = new RawHead();
        byte[] line = MessageText.bytes("HTTP/1.1 200 OK~A: " + "x".repeat(RawHead.MAX_BYTES));
        head.accept(line, 0, RawHead.MAX_BYTES);
        assertFalse(head.isImpossible());
        head.accept(line, RawHead.MAX_BYTES, 1);
        assertTrue(head.isImpossible());
    }
}
