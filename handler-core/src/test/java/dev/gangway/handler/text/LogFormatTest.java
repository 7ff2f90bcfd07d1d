package dev.gangway.handler.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.http.HTTPStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogFormatTest {
    record Case(String expected, String format, @Nullable Object... arguments) {}

    private static final class Unprintable {
        @Override
        public String toString() {
            throw new IllegalStateException("no");
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case("", ""),
                new Case("plain", "plain"),
                new Case("\"GET / HTTP/1.1\" 200 -", "\"%s\" %s %s", "GET / HTTP/1.1", "200", "-"),
                new Case("code 404, message File not found", "code %d, message %s", 404, "File not found"),
                new Case("404 404", "%d %s", HTTPStatus.NOT_FOUND, HTTPStatus.NOT_FOUND),
                new Case("<HTTPStatus.NOT_FOUND: 404>", "%r", HTTPStatus.NOT_FOUND),
                new Case(
                        "  404|404  |00404|194",
                        "%5d|%-5d|%05d|%x",
                        HTTPStatus.NOT_FOUND,
                        404,
                        404,
                        HTTPStatus.NOT_FOUND),
                new Case("None None None", "%s %d %r", null, null, null),
                new Case("True False", "%s %r", true, false),
                new Case("7 8 9223372036854775807", "%i %u %d", 7, 8L, Long.MAX_VALUE),
                new Case("'it\\'s \"x\"' \"it's\" 'a\\nb'", "%r %r %r", "it's \"x\"", "it's", "a\nb"),
                new Case("IllegalStateException('timed out')", "%r", new IllegalStateException("timed out")),
                new Case("IllegalStateException()", "%r", new IllegalStateException()),
                new Case("java.lang.IllegalStateException: x", "%s", new IllegalStateException("x")),
                new Case("100%", "100%%"),
                new Case("[   ab] [ab   ] [a] ['ab' ]", "[%5s] [%-5s] [%.1s] [%-5r]", "ab", "ab", "ab", "ab"),
                new Case("b a a", "%2$s %1$s %<s", "a", "b"),
                new Case("3.14 1,234", "%.2f %,d", 3.14159, 1234),
                new Case("3 abc   -", "%d %i %3d", 3.99, "abc", "-"),
                new Case("+7 None    ab", "%+d %+d %05s", 7, null, "ab"),
                new Case("[1, 2] [a, null]", "%s %s", List.of(1, 2), new String[] {"a", null}),
                new Case("2026", "%tY", java.time.LocalDate.of(2026, 11, 21)),
                new Case("one", "%s", "one", "left out"),
                new Case(Unprintable.class.getName(), "%s", new Unprintable()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void fillsIn(Case row) {
        assertEquals(row.expected(), LogFormat.format(row.format(), row.arguments()));
    }

    static List<Case> malformed() {
        return List.of(
                new Case("100%", "100%"),
                new Case("50% off", "50% off"),
                new Case("%s and %s only", "%s and %s", "only"),
                new Case("%q x 1", "%q", "x", 1),
                new Case("%y None", "%y", (Object) null),
                new Case("%x not a number", "%x", "not a number"),
                new Case("%5.2d 7", "%5.2d", 7),
                new Case("%(name)s a", "%(name)s", "a"),
                new Case("%0$s a", "%0$s", "a"),
                new Case("%<s a", "%<s", "a"),
                new Case("%99999999999s a", "%99999999999s", "a"),
                new Case("%-d 1", "%-d", 1),
                new Case("% a", "%", "a"),
                new Case("%c 1114112", "%c", 0x110000));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void putsTheArgumentsAfterAFormatThatIsMalformed(Case row) {
        assertEquals(row.expected(), LogFormat.format(row.format(), row.arguments()));
    }

    @Test
    void takesTheNullThatJavaMakesOfASingleNull() {
        Object[] nothing = null;
        assertEquals("None", LogFormat.format("%s", nothing));
    }
}
