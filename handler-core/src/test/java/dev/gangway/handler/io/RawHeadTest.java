package dev.gangway.handler.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.tables.Delivery;
import java.io.IOException;
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
            return head.isImpossible()
                    ? "impossible"
                    : head.isComplete() ? head.lines().toString() : "incomplete";
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 200 OK~~                | [HTTP/1.1 200 OK]
            HTTP/1.0 200~~                   | [HTTP/1.0 200]
            HTTP/1.1 200 OK~A: b~C:~~        | [HTTP/1.1 200 OK, A: b, C:]
            HTTP/1.1 200 OK<LF>A: b<LF><LF>  | [HTTP/1.1 200 OK, A: b]
            HTTP/1.1 99 Low~~                | impossible
            HTTP/1.1 2000 High~~             | impossible
            HTTP/1.1~~                       | impossible
            """)
    void reads(String text, String expected) throws IOException {
        Delivery.inPieces(text, expected, Reading::new);
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
        byte[] bytes = Delivery.bytes(text);
        reading.accept(bytes, 0, bytes.length);
        assertEquals(expected, reading.outcome());
    }

    @Test
    void isImpossibleOnceItIsTooLong() {
        RawHead head = new RawHead();
        byte[] line = Delivery.bytes("HTTP/1.1 200 OK~A: " + "x".repeat(RawHead.MAX_BYTES));
        head.accept(line, 0, RawHead.MAX_BYTES);
        assertFalse(head.isImpossible());
        head.accept(line, RawHead.MAX_BYTES, 1);
        assertTrue(head.isImpossible());
    }
}
