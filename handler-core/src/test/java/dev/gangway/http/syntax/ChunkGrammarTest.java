package dev.gangway.http.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines of chunked content are taken; {@code ~} stands for CR LF. */
class ChunkGrammarTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            1;x                     | taken
            1;x=y                   | taken
            1 ; x = y               | taken
            1\t;\tx\t=\ty           | taken
            1;x;y=z;w="v"           | taken
            1;x="a;b=c"             | taken
            1;x="a\\"b"             | taken
            1;x="a\\\\"             | taken
            1;x=""                  | taken
            1;x="\t \u00ff"         | taken
            1;x="a" ; y             | taken
            1;                      | a bad chunk extension
            '1; '                   | a bad chunk extension
            1;;x                    | a bad chunk extension
            1;=v                    | a bad chunk extension
            1;x=                    | a bad chunk extension
            1;x=;y                  | a bad chunk extension
            1;x=y=z                 | a bad chunk extension
            1;x y                   | a bad chunk extension
            1;x=y z                 | a bad chunk extension
            '1;x '                  | a bad chunk extension
            '1;x=y '                | a bad chunk extension
            '1;x="a" '              | a bad chunk extension
            1;x="a"b                | a bad chunk extension
            1;x="a""b"              | a bad chunk extension
            1;x=a"b"                | a bad chunk extension
            1;"x"=y                 | a bad chunk extension
            1;x="a                  | a bad chunk extension
            1;x="a~b"               | a bad chunk extension
            1;x="a\\~b"             | a bad chunk extension
            1;x="a\u007f"           | a bad chunk extension
            1;x="\u0001"            | a bad chunk extension
            1;x\u00e9               | a bad chunk extension
            1;x(y)                  | a bad chunk extension
            1;x<CR>;y               | a missing CRLF
            1;x<LF>                 | a bad chunk extension
            """)
    void hasExtensionsByTheGrammar(String line, String outcome) {
        assertEquals(outcome, outcome(line + "~a~0~~"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            ''                      | taken
            X: y~                   | taken
            X:~                     | taken
            X:y~                    | taken
            'X: \ty \t~'            | taken
            X: \u00ff~              | taken
            X: a:b~Y: c~            | taken
            no colon~               | a line that is no trailer field
            x~                      | a line that is no trailer field
            'X : y~'                | a line that is no trailer field
            ' X: y~'                | a trailer field without a name
            '\tX: y~'               | a trailer field without a name
            'X: y~ folded~'         | a trailer field without a name
            : y~                    | a trailer field without a name
            GET / HTTP/1.1~         | a line that is no trailer field
            GET http://x/ HTTP/1.1~ | a line that is no trailer field
            X(y): z~                | a line that is no trailer field
            \u00e9: z~              | a trailer field without a name
            X\u00e9: z~             | a line that is no trailer field
            "X": z~                 | a trailer field without a name
            X: \u0001~              | a bad trailer field
            X: \u007f~              | a bad trailer field
            X: y<CR> z~             | a missing CRLF
            X: y<LF>~               | a bad trailer field
            <LF>                    | a trailer field without a name
            """)
    void hasTrailersByTheGrammar(String trailers, String outcome) {
        assertEquals(outcome, outcome("1~a~0~" + trailers + "~"));
    }

    private static String outcome(String content) {
        ChunkedFraming framing = new ChunkedFraming();
        for (char c : content.replace("~", "\r\n")
                .replace("<CR>", "\r")
                .replace("<LF>", "\n")
                .toCharArray()) {
            if (framing.dataRemaining() > 0) {
                framing.dataTaken(1);
                continue;
            }
            try {
                framing.accept(c);
            } catch (MessageSyntaxException e) {
                return String.valueOf(e.explain()).replace("The chunked content has ", "");
            }
        }
        return framing.isComplete() ? "taken" : "not complete";
    }
}
