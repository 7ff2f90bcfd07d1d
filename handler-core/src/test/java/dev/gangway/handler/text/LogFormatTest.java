package dev.gangway.handler.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.http.HTTPStatus;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogFormatTest {
    record Case(String expected, String format, List<@Nullable Object> arguments) {}

    private static Case row(String expected, String format, @Nullable Object... arguments) {
        return new Case(expected, format, Arrays.asList(arguments));
    }

    private static final class Unprintable {
        @Override
        public String toString() {
            throw new IllegalStateException("no");
        }
    }

    static List<Case> cases() {
        return List.of(
                row("", ""),
                row("plain", "plain"),
                row("\"GET / HTTP/1.1\" 200 -", "\"%s\" %s %s", "GET / HTTP/1.1", "200", "-"),
                row("code 404, message File not found", "code %d, message %s", 404, "File not found"),
                row("404 404", "%d %s", HTTPStatus.NOT_FOUND, HTTPStatus.NOT_FOUND),
                row("<HTTPStatus.NOT_FOUND: 404>", "%r", HTTPStatus.NOT_FOUND),
                row("  404|404  |00404|194", "%5d|%-5d|%05d|%x", HTTPStatus.NOT_FOUND, 404, 404, HTTPStatus.NOT_FOUND),
                row("None None None", "%s %d %r", null, null, null),
                row("True False", "%s %r", true, false),
                row("7 8 9223372036854775807", "%i %u %d", 7, 8L, Long.MAX_VALUE),
                row("'it\\'s \"x\"' \"it's\" 'a\\nb'", "%r %r %r", "it's \"x\"", "it's", "a\nb"),
                row("IllegalStateException('timed out')", "%r", new IllegalStateException("timed out")),
                row("IllegalStateException()", "%r", new IllegalStateException()),
                row("java.lang.IllegalStateException: x", "%s", new IllegalStateException("x")),
                row("100%", "100%%"),
                row("[   ab] [ab   ] [a] ['ab' ]", "[%5s] [%-5s] [%.1s] [%-5r]", "ab", "ab", "ab", "ab"),
                row("b a a", "%2$s %1$s %<s", "a", "b"),
                row("3.14 1,234", "%.2f %,d", 3.14159, 1234),
                row("3 abc   -", "%d %i %3d", 3.99, "abc", "-"),
                row("+7 None    ab", "%+d %+d %05s", 7, null, "ab"),
                row("[1, 2] [a, null]", "%s %s", List.of(1, 2), new String[] {"a", null}),
                row("2026", "%tY", java.time.LocalDate.of(2026, 11, 21)),
                row("one", "%s", "one", "left out"),
                row(Unprintable.class.getName(), "%s", new Unprintable()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void fillsIn(Case row) {
        assertEquals(
                row.expected(), LogFormat.format(row.format(), row.arguments().toArray()));
    }

    static List<Case> malformed() {
        return List.of(
                row("100%", "100%"),
                row("50% off", "50% off"),
                row("%s and %s only", "%s and %s", "only"),
                row("%q x 1", "%q", "x", 1),
                row("%y None", "%y", (Object) null),
                row("%x not a number", "%x", "not a number"),
                row("%5.2d 7", "%5.2d", 7),
                row("%(name)s a", "%(name)s", "a"),
                row("%0$s a", "%0$s", "a"),
                row("%<s a", "%<s", "a"),
                row("%99999999999s a", "%99999999999s", "a"),
                row("%-d 1", "%-d", 1),
                row("% a", "%", "a"),
                row("%c 1114112", "%c", 0x110000));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void putsTheArgumentsAfterAFormatThatIsMalformed(Case row) {
        assertEquals(
                row.expected(), LogFormat.format(row.format(), row.arguments().toArray()));
    }

    @Test
    void takesTheNullThatJavaMakesOfASingleNull() {
        Object[] nothing = null;
        assertEquals("None", LogFormat.format("%s", nothing));
    }
}
