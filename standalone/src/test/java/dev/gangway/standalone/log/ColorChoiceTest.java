package dev.gangway.standalone.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColorChoiceTest {
    @ParameterizedTest(name = "{0}, {1}, terminal: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            auto   |                                            | true  | true
            auto   |                                            | false | false
            auto   | TERM=dumb                                  | true  | false
            auto   | TERM=xterm                                 | true  | true
            auto   | TERM=xterm                                 | false | false
            auto   | NO_COLOR=1                                 | true  | false
            auto   | NO_COLOR=                                  | true  | true
            auto   | FORCE_COLOR=1                              | false | true
            auto   | FORCE_COLOR=                               | false | false
            auto   | FORCE_COLOR=0                              | false | true
            auto   | FORCE_COLOR=1 TERM=dumb                    | false | true
            auto   | NO_COLOR=1 FORCE_COLOR=1                   | true  | false
            auto   | PYTHON_COLORS=1                            | false | true
            auto   | PYTHON_COLORS=0                            | true  | false
            auto   | PYTHON_COLORS=2                            | true  | true
            auto   | PYTHON_COLORS=                             | false | false
            auto   | PYTHON_COLORS=1 NO_COLOR=1 TERM=dumb       | false | true
            auto   | PYTHON_COLORS=0 FORCE_COLOR=1              | true  | false
            always | PYTHON_COLORS=0 NO_COLOR=1 TERM=dumb       | false | true
            never  | PYTHON_COLORS=1 FORCE_COLOR=1              | true  | false
            """)
    void decidesAsCPythonDoes(String choice, String variables, boolean terminal, boolean colored) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables == null ? new String[0] : variables.split(" ", -1)) {
            String[] parts = variable.split("=", 2);
            environment.put(parts[0], parts[1]);
        }
        ColorChoice named = ColorChoice.named(choice);
        assertNotNull(named);
        assertEquals(colored, named.decide(environment, () -> terminal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Auto", "yes", "1"})
    void knowsNoOtherWord(String word) {
        assertNull(ColorChoice.named(word));
    }
}
