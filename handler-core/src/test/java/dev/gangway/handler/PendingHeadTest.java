package dev.gangway.handler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gangway.handler.io.Exchange;
import dev.gangway.handler.io.RequestWire;
import dev.gangway.handler.io.ResponseOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PendingHeadTest {
    /** A request for which nothing special holds. */
    private static final Exchange EXCHANGE = new Exchange() {
        @Override
        public String method() {
            return "GET";
        }

        @Override
        public boolean isSimple() {
            return false;
        }

        @Override
        public boolean understandsChunks() {
            return true;
        }

        @Override
        public boolean closes() {
            return true;
        }

        @Override
        public void close() {}
    };

    private final ByteArrayOutputStream client = new ByteArrayOutputStream();
    private final ByteArrayOutputStream wrapped = new ByteArrayOutputStream();
    private final ResponseOutput own = RequestWire.of(new UnhostedConnection(InputStream.nullInputStream(), client))
            .output(EXCHANGE);
    private final PendingHead head = new PendingHead();

    /** Lines are parted by {@code |}; a full stop is the empty one, which ends the head. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            nothing held,           '',                             ''
            a whole head,           'HTTP/1.0 200 OK|A: b|.',        'HTTP/1.0 200 OK/A: b//'
            a head without its end, 'HTTP/1.0 200 OK|A: b',       'HTTP/1.0 200 OK/A: b/'
            an end alone,           '.',                            '/'
            a status line alone,    'HTTP/1.0 204 No Content|.',     'HTTP/1.0 204 No Content//'
            """)
    void givesBytesToAStreamOfTheHandlers(String name, String lines, String sent) throws IOException {
        add(lines);
        head.send(own, wrapped);
        assertEquals(sent, wrapped.toString(ISO_8859_1).replace("\r\n", "/"));
        head.send(own, wrapped);
        assertEquals(sent, wrapped.toString(ISO_8859_1).replace("\r\n", "/"), "a second time");
    }

    @Test
    void givesAWholeHeadToItsOwnOutputInLines() throws IOException {
        add("HTTP/1.0 200 OK|Content-Length: 0|.");
        head.send(own, own);
        own.finish();
        assertEquals("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", client.toString(ISO_8859_1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"CR, 'A: b\rC: d'", "LF, 'A: b\nC: d'", "NUL, 'A: \0'", "beyond ISO-8859-1, 'A: \u20ac'"})
    void sendsNothingOfLinesThatCannotBeSent(String name, String line) {
        head.add("HTTP/1.0 200 OK");
        head.edit().add(line);
        assertThrows(IllegalArgumentException.class, () -> head.send(own, wrapped));
        assertEquals(0, wrapped.size());
        assertEquals(List.of("HTTP/1.0 200 OK", line), head.edit());
    }

    @Test
    void tellsWhetherAnythingWasDropped() throws IOException {
        assertEquals(false, head.drop());
        add("HTTP/1.0 200 OK|.");
        assertEquals(true, head.drop());
        head.send(own, wrapped);
        assertEquals(0, wrapped.size());
    }

    private void add(String lines) {
        if (lines.isEmpty()) {
            return;
        }
        for (String line : List.of(lines.split("\\|"))) {
            head.add(line.equals(".") ? "" : line);
        }
    }
}
