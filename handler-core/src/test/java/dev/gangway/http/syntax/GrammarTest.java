package dev.gangway.http.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarTest {
    @Test
    void knowsTheClassesOfCharacters() {
        StringBuilder token = new StringBuilder();
        StringBuilder hex = new StringBuilder();
        StringBuilder space = new StringBuilder();
        StringBuilder optionalSpace = new StringBuilder();
        for (int c = 0; c <= 0x1ff; c++) {
            token.append(Grammar.isTokenChar(c) ? String.valueOf((char) c) : "");
            space.append(Grammar.isRequestLineSpace(c) ? String.valueOf((char) c) : "");
            optionalSpace.append(Grammar.isOptionalSpace(c) ? String.valueOf((char) c) : "");
            hex.append(Grammar.hexValue(c) >= 0 ? (char) c + "=" + Grammar.hexValue(c) + " " : "");
            assertEquals(c >= '0' && c <= '9', Grammar.isDigit(c));
        }
        assertEquals("!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz|~", token.toString());
        assertEquals("\t\n\u000b\f\r ", space.toString());
        assertEquals("\t ", optionalSpace.toString());
        assertEquals(
                "0=0 1=1 2=2 3=3 4=4 5=5 6=6 7=7 8=8 9=9 A=10 B=11 C=12 D=13 E=14 F=15 a=10 b=11 c=12 d=13 e=14 f=15 ",
                hex.toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a, true", "X-Y_z.1, true", "'', false", "'a b', false", "a:, false", "\u00e4, false", "a\u0131, false"
    })
    void tellsAToken(String text, boolean expected) {
        assertEquals(expected, Grammar.isToken(text));
    }

    @ParameterizedTest(name = "{0} has {1}")
    @CsvSource({
        "close, close, true",
        "CLOSE, close, true",
        "'keep-alive, close', close, true",
        "'close , x', close, true",
        "',,\tclose\t,', close, true",
        "closed, close, false",
        "'close x', close, false",
        "'x;close', close, false",
        "clo\u017fe, close, false",
        "'', close, false",
        "', ', close, false"
    })
    void findsMembersOfLists(String list, String member, boolean expected) {
        assertEquals(expected, Grammar.listContains(list, member));
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "Content-Length: 5, 0, content-length:, true",
        "x Content-Length: 5, 2, CONTENT-LENGTH:, true",
        "Content-Length, 0, content-length:, false",
        "[, 0, '{', false",
        "@, 0, `, false",
        "\u212a, 0, k, false",
        "a, -1, a, false",
        "a, 2, '', false",
        "a, 1, '', true"
    })
    void comparesWithoutCase(String text, int from, String expected, boolean matches) {
        assertEquals(matches, Grammar.matchesIgnoringCase(text, from, expected));
    }

    @ParameterizedTest(name = "\"{0}\" from {1}")
    @CsvSource({
        "' a b\t', 0, 'a b'",
        "'a', 0, 'a'",
        "' \t ', 0, ''",
        "'', 0, ''",
        "'A: b ', 2, 'b'",
        "'A:', 2, ''",
        "'\u00a0a\u2003', 0, '\u00a0a\u2003'",
        "'\u000ba', 0, '\u000ba'"
    })
    void stripsOptionalSpaceOnly(String text, int begin, String expected) {
        assertEquals(expected, Grammar.strip(text, begin));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0, 0",
        "5, 5",
        "0005, 5",
        "999999999999999999, 999999999999999999",
        "1000000000000000000, -1",
        "99999999999999999999, -1",
        "'', -1",
        "+5, -1",
        "-5, -1",
        "5x, -1",
        "' 5', -1",
        "\u0665, -1",
        "\u00b2, -1"
    })
    void readsALength(String text, long expected) {
        assertEquals(expected, Grammar.length(text));
    }
}
