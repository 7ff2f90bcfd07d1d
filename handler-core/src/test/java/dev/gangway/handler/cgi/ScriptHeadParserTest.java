package dev.gangway.handler.cgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each head is delivered whole, byte by byte, and with content behind it that must stay. */
class ScriptHeadParserTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Content-Type: text/plain~~                             | 200 null null -1 [Content-Type=text/plain]
            content-type:text/plain~~                              | 200 null null -1 [content-type=text/plain]
            Status: 404 Not Here~~                                 | 404 Not Here null -1 []
            Status: 404~~                                          | 404 null null -1 []
            status:503  a b ~~                                     | 503 a b null -1 []
            Location: http://x/y~~                                 | 302 null http://x/y -1 []
            Location: /a?b~~                                       | 302 null /a?b -1 []
            Status: 301 Gone~Location: http://x/~~                 | 301 Gone http://x/ -1 []
            Content-Type: a/b~Content-Length: 12~~                 | 200 null null 12 [Content-Type=a/b]
            Content-Type: a/b~Content-Length: x~~                  | 200 null null -1 [Content-Type=a/b]
            Content-Type: a/b~Content-Length: 1~Content-Length: 2~~| 200 null null -1 [Content-Type=a/b]
            Content-Type: a/b~Transfer-Encoding: gzip~~            | 200 null null -1 [Content-Type=a/b]
            Content-Type: a/b~Transfer-Encoding: chunked~~         | refused
            Content-Type: a/b~transfer-encoding: gzip, CHUNKED~~   | refused
            Content-Type: a/b~Connection: keep-alive~Date: x~~     | 200 null null -1 [Content-Type=a/b]
            Content-Type: a/b~X-A: 1~X-A: 2~~                      | 200 null null -1 [Content-Type=a/b, X-A=1, X-A=2]
            Content-Type: a/b~Empty:~~                             | 200 null null -1 [Content-Type=a/b, Empty=]
            ~~                                                     | refused
            X-Own: x~~                                             | refused
            no colon~~                                             | refused
            : no name~~                                            | refused
            two words: x~~                                         | refused
            Content-Type : a/b~~                                   | refused
            Content-Type: a/b~ folded~~                            | refused
            Status: 99 Low~~                                       | refused
            Status: 100 Continue~~                                 | refused
            Status: 600 High~~                                     | refused
            Status: 2000~~                                         | refused
            Status: OK~~                                           | refused
            Status: 200~Status: 404~~                              | refused
            Location:~~                                            | refused
            Location: /a~Location: /b~~                            | refused
            Content-Type: a@b~~                               | refused
            Content-Type: a^b~~                                   | refused
            """)
    void reads(String text, String expected) throws ScriptHeadException {
        for (String end : new String[] {"\n", "\r\n"}) {
            byte[] bytes =
                    text.replace('@', '\0').replace('^', '\r').replace("~", end).getBytes(StandardCharsets.ISO_8859_1);
            assertEquals(expected, whole(bytes), "whole");
            assertEquals(expected, byteByByte(bytes), "byte by byte");
        }
    }

    private static String whole(byte[] head) {
        ScriptHeadParser parser = new ScriptHeadParser();
        byte[] more = java.util.Arrays.copyOf(head, head.length + 5);
        try {
            int taken = parser.accept(more, 0, more.length);
            assertEquals(head.length, taken);
            return show(parser);
        } catch (ScriptHeadException e) {
            return "refused";
        }
    }

    private static String byteByByte(byte[] head) {
        ScriptHeadParser parser = new ScriptHeadParser();
        try {
            for (int i = 0; i < head.length; i++) {
                assertFalse(parser.isComplete());
                assertEquals(1, parser.accept(head, i, 1));
            }
            return show(parser);
        } catch (ScriptHeadException e) {
            return "refused";
        }
    }

    private static String show(ScriptHeadParser parser) {
        assertTrue(parser.isComplete());
        ScriptHead head = parser.head();
        return head.effectiveStatus() + " " + head.reason() + " " + head.location() + " " + head.contentLength() + " "
                + head.fields();
    }

    @Test
    void refusesAHeadWithoutEnd() {
        byte[] long1 = ("X: " + "x".repeat(70_000)).getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(ScriptHeadException.class, () -> new ScriptHeadParser().accept(long1, 0, long1.length));
        byte[] many = "X: y\n".repeat(101).getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(ScriptHeadException.class, () -> new ScriptHeadParser().accept(many, 0, many.length));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/a,true", "/,true", "//host/a,false", "http://x/,false", "a,false"})
    void tellsALocalRedirect(String location, boolean local) throws ScriptHeadException {
        ScriptHeadParser parser = new ScriptHeadParser();
        byte[] bytes = ("Location: " + location + "\n\n").getBytes(StandardCharsets.ISO_8859_1);
        parser.accept(bytes, 0, bytes.length);
        assertEquals(local, parser.head().isLocalRedirect());
    }
}
