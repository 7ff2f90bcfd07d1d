package dev.gangway.standalone.porting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalTest {
    static Stream<Arguments> environments() {
        return Stream.of(
                Arguments.of(Map.of("TERM", "xterm-256color"), true),
                Arguments.of(Map.of("TERM", "dumb"), false),
                Arguments.of(Map.of(), false),
                Arguments.of(Map.of("WT_SESSION", "1"), true),
                Arguments.of(Map.of("TERM", "xterm", "NO_COLOR", ""), true),
                Arguments.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), false));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void takesColorsAsTheEnvironmentSays(Map<String, String> environment, boolean taken) {
        assertEquals(taken, Terminal.takesColors(environment));
    }
}
