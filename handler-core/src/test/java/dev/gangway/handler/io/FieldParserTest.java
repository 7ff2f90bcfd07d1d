package dev.gangway.handler.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.contract.MessageText;
import dev.gangway.host.RequestInputStream;
import dev.gangway.http.HTTPMessage;
import dev.gangway.http.syntax.MessageSyntaxException;
import dev.gangway.tables.Delivery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldParserTest {
    private static final String NO_NAME =
            "400 A header line has no name made of token characters with a colon right behind it";
    private static final String CONTROL = "400 A header line has a NUL or a bare CR in it";
    private static final String WHITE_SPACE = "400 A header section cannot begin with white space";

    private static String parse(RequestInputStream in) throws IOException, MessageSyntaxException {
        return parse(in, HeadLimits.DEFAULT);
    }

    private static String parse(RequestInputStream in, HeadLimits limits) throws IOException, MessageSyntaxException {
        HTTPMessage fields = new HTTPMessage();
        FieldParser.parse(in, fields, limits);
        return fields.items().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .toList()
                .toString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '=', quoteCharacter = '"', textBlock = """
            ~                           = []
            <LF>                        = []
            A: b~~                      = [A: b]
            A: b<LF><LF>                = [A: b]
            A: b<LF>~                   = [A: b]
            A:b~~                       = [A: b]
            A: <HT> b c<SP><HT>~~       = [A: b c]
            A:~~                        = [A: ]
            A:<SP><SP>~~                = [A: ]
            A: 1~B: 2~a: 3~~            = [A: 1, B: 2, a: 3]
            A: b: c~~                   = [A: b: c]
            A: \u00fc\u00ff~~           = [A: \u00fc\u00ff]
            A: b<HT>c<SP>d~~            = [A: b<HT>c d]
            !#$%&'*+-.^_`|0: x~~        = [!#$%&'*+-.^_`|0: x]
            A: b~<SP>c~~                = [A: b c]
            A: b~<HT><HT>c~<SP>d~B: e~~ = [A: b c d, B: e]
            A:~<SP>b~~                  = [A: b]
            A: b~<SP>~~                 = [A: b]
            """)
    void reads(String section, String expected) throws IOException {
        Delivery.ofWhole(section, expected.replace("<HT>", "\t"), FieldParserTest::parse);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'', []", "A: b, [A: b]", "A: b~, [A: b]", "A: b~B: c, '[A: b, B: c]'"})
    void takesTheEndOfTheStreamForTheEndOfTheSection(String section, String expected) throws IOException {
        Delivery.ofCut(section, expected, FieldParserTest::parse);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "A~~, " + NO_NAME,
        ": b~~, " + NO_NAME,
        "A : b~~, " + NO_NAME,
        "A<HT>: b~~, " + NO_NAME,
        "A B: c~~, " + NO_NAME,
        "A(: c~~, " + NO_NAME,
        "\u00fc: c~~, " + NO_NAME,
        "A: b~GET / HTTP/1.1~~, " + NO_NAME,
        "<SP>A: b~~, " + WHITE_SPACE,
        "<HT>~~, " + WHITE_SPACE,
        "A: b<NUL>c~~, " + CONTROL,
        "A<NUL>: b~~, " + CONTROL,
        "A: b<CR>c~~, " + CONTROL,
        "A: b<CR>~~, " + CONTROL,
        "A: b<CR>B: c~~, " + CONTROL,
        "A: b~<SP>c<CR>d~~, " + CONTROL,
        "<CR>A: b~~, " + CONTROL
    })
    void refuses(String section, String expected) throws IOException {
        Delivery.ofWhole(section, expected, FieldParserTest::parse);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"A: b<NUL>, " + CONTROL, "A: b<CR>, " + CONTROL, "A, " + NO_NAME})
    void refusesWhatTheEndOfTheStreamCuts(String section, String expected) throws IOException {
        Delivery.ofCut(section, expected, FieldParserTest::parse);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "A: 345~~, [A: 345]",
        "A: 3456~~, 431 got more than 8 bytes when reading header line",
        "A: 3~B: 4~C: 5~~, '[A: 3, B: 4, C: 5]'",
        "A: 3~B: 4~C: 5~D: 6~~, 431 got more than 4 headers",
        "A: 345~B: 456~C: 67~~, '[A: 345, B: 456, C: 67]'",
        "A: 345~B: 456~C: 678~~, 431 got more than 25 bytes of headers"
    })
    void keepsToItsLimits(String section, String expected) throws IOException {
        HeadLimits limits = new HeadLimits(8, 4, 25);
        Delivery.ofWhole(section, expected, in -> parse(in, limits));
    }

    @Test
    void growsWithItsSection() throws Exception {
        String value = "x".repeat(60_000);
        byte[] section = MessageText.bytes("A: " + value + "~B: " + value + "~~");
        HTTPMessage fields = new HTTPMessage();
        FieldParser.parse(
                new RequestInputStream(new ByteArrayInputStream(section)),
                fields,
                new HeadLimits(65_536, 100, 262_144));
        assertEquals(value, fields.get("a"));
        assertEquals(value, fields.get("b"));
    }
}
