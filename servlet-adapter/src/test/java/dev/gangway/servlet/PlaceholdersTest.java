package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {
    private final Placeholders placeholders = new Placeholders(
            Map.of("HOME", "/home/ada", "EMPTY", "", "NESTED", "${sys:a.b}")::get, Map.of("a.b", "c$1\\")::get);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "plain             | plain",
                "${env:HOME}/files | /home/ada/files",
                "${sys:a.b}        | c$1\\",
                "${env:HOME}${sys:a.b} | /home/adac$1\\",
                "<${env:EMPTY}>    | <>",
                "${env:NESTED}     | ${sys:a.b}",
                "$${env:HOME}      | ${env:HOME}",
                "$$${env:HOME}     | $${env:HOME}",
                "${HOME}           | ${HOME}",
                "${env.HOME}       | ${env.HOME}",
                "${}               | ${}",
                "${env:HOME        | ${env:HOME",
                "$HOME             | $HOME",
                "costs 5$          | costs 5$"
            })
    void arePutIn(String text, String resolved) {
        assertEquals(resolved, placeholders.resolve(text));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a${env:NONE}b | ${env:NONE}: there is no environment variable 'NONE'",
                "${sys:no}     | ${sys:no}: there is no system property 'no'",
                "${sys:}       | ${sys:}: there is no system property ''"
            })
    void thatAreNotDefinedAreNamed(String text, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> placeholders.resolve(text))
                        .getMessage());
    }
}
