package dev.gangway.handler.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadLineTest {
    /** A name that is not there makes a line of text. */
    @ParameterizedTest(name = "{0}|{1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Content-Length | 13              | Content-Length: 13  | Content-Length=13  | true
            content-length | 13              | content-length: 13  | content-length=13  | true
            Content-Length | ' 13 '          | Content-Length:  13 | Content-Length=13  | true
            X-Length       | é               | X-Length: é         | X-Length=é         | false
            -              | Content-Length:13 | Content-Length:13 | Content-Length=13  | true
            -              | CONTENT-LENGTH: 1 | CONTENT-LENGTH: 1 | CONTENT-LENGTH=1   | true
            -              | Content-Length 13 | Content-Length 13 | -                  | false
            -              | Content-Length-2: 1 | Content-Length-2: 1 | Content-Length-2=1 | false
            -              | HTTP/1.1 200 a: b | HTTP/1.1 200 a: b | -                  | false
            -              | ''              | ''                  | -                  | false
            """)
    void isTheSameAsTextAsBytesAndInParts(
            String name, String rest, String text, String parts, boolean isContentLength) {
        HeadLine line = name == null ? HeadLine.of(rest) : HeadLine.of(name, rest);
        assertEquals(text.strip(), line.toString().strip());
        assertEquals(parts, line.field() == null ? null : line.field().toString());
        assertEquals(isContentLength, line.isField("Content-Length"));
        assertEquals(line.toString().isEmpty() ? 0 : line.toString().charAt(0), line.first());
        byte[] bytes = new byte[line.length() + 2];
        assertEquals(line.length() + 1, line.put(bytes, 1));
        assertEquals(line.toString(), new String(bytes, 1, line.length(), ISO_8859_1));
    }
}
