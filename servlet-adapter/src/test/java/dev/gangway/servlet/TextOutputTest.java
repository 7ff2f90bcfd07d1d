package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.host.ResponseHead;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextOutputTest {
    /** One byte at a time, and all at once: more than is decoded in one go. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "text/plain, UTF-8, \u00dcber \uD83D\uDEE0",
        "text/plain; charset=unheard-of, UTF-8, \u00dcber \uD83D\uDEE0",
        "text/plain; charset=iso-8859-1, ISO-8859-1, \u00dcber",
        "text/plain; charset=utf-16le, UTF-16LE, \u00dcber \uD83D\uDEE0"
    })
    void decodesByTheCharsetOfTheHead(String type, String charset, String word) throws IOException {
        String text = word.repeat(1000);
        byte[] bytes = text.getBytes(Charset.forName(charset));
        Charset found =
                TextOutput.charset(new ResponseHead("HTTP/1.1", 200, "OK", List.of(Map.entry("Content-type", type))));
        StringWriter whole = new StringWriter();
        new TextOutput(whole, found).write(bytes, 0, bytes.length);
        assertEquals(text, whole.toString());

        StringWriter single = new StringWriter();
        TextOutput out = new TextOutput(single, found);
        for (byte b : bytes) {
            out.write(b);
        }
        assertEquals(text, single.toString());
    }
}
