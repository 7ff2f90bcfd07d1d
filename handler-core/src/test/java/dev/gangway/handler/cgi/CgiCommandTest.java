package dev.gangway.handler.cgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CgiCommandTest {
    @ParameterizedTest(name = "{0}?{1}")
    @CsvSource(delimiter = '|', textBlock = """
            GET  | ''            | []
            GET  | one           | [one]
            GET  | one+two       | [one, two]
            GET  | a%2Bb+c%20d   | [a+b, c d]
            GET  | a=b           | []
            GET  | a%3Db         | [a=b]
            GET  | -s            | [-s]
            GET  | a%00b         | []
            HEAD | one           | [one]
            POST | one           | []
            """)
    void readsAnIndexedQuery(String method, String query, String expected) {
        assertEquals(expected, CgiCommand.indexArguments(query, method).toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            x.php       | /p
            X.PHP       | /p
            x.phpx      | none
            php         | none
            x.tar.gz    | /t
            """)
    void findsTheInterpreter(String name, String expected) {
        List<String> entries = List.of(".php=/p", ".tar.gz=/t", "nonsense");
        assertEquals(expected, CgiCommand.interpreter(Path.of(name), entries).orElse("none"));
    }
}
