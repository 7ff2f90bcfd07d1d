package dev.gangway.standalone.arguments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderArgumentsTest {
    /** Words are written with commas between. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            -H,X-A,1                         | [X-A=1]        | []
            --header,X-A,1,8000              | [X-A=1]        | [8000]
            8000,-H,X-A,1,-H,X-A,2           | [X-A=1, X-A=2] | [8000]
            -H,X-A: 1,8000                   | [X-A=1]        | [8000]
            -H,X-A:                          | [X-A=]         | []
            -H,X-A:1:2                       | [X-A=1:2]      | []
            -H,X-A,a: b                      | [X-A=a: b]     | []
            -HX-A: 1                         | [X-A=1]        | []
            --header=X-A: 1                  | [X-A=1]        | []
            --head,X-A,1                     | [X-A=1]        | []
            -H,X-A,                          | [X-A=]         | []
            -H,X-A,-                         | [X-A=-]        | []
            --header-timeout,5               | []             | [--header-timeout, 5]
            --,-H                            | []             | [--, -H]
            -b,-H,X-A,1                      | [X-A=1]        | [-b]
            """)
    void takesFieldsAndLeavesTheRest(String line, String fields, String rest) throws Exception {
        HeaderArguments taken = HeaderArguments.take(line.split(",", -1));
        assertEquals(fields, taken.fields().toString());
        assertEquals(rest, taken.rest().toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            -H                | argument -H/--header: expected 2 arguments
            -H,X-A            | argument -H/--header: expected 2 arguments
            -H,X-A,--cgi      | argument -H/--header: expected 2 arguments
            --header,-p       | argument -H/--header: expected 2 arguments
            --header=X-A      | "X-A" is no header field; allowed is NAME: VALUE
            -H,X A,1          | "X A" is no name of a header field; allowed are letters, digits and
            -H,: 1            | is no header field; allowed is NAME: VALUE
            -H,Transfer-Encoding,chunked | Transfer-Encoding cannot be given
            -H,,1             | is no name of a header field; allowed are letters
            -H,X-A,\u20ac     | the value of X-A has the character U+20AC at index 0; allowed is ISO-8859-1
            """)
    void refusesWhatCannotBeSent(String line, String message) {
        UsageException refused = assertThrows(UsageException.class, () -> HeaderArguments.take(line.split(",", -1)));
        assertTrue(refused.getMessage().startsWith("argument -H/--header: "), refused.getMessage());
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"'a\r\nSet-Cookie: b'", "'a\nb'", "'a\0'"})
    void refusesWhatWouldSplitAResponse(String value) {
        UsageException refused = assertThrows(UsageException.class, () -> HeaderArguments.take("-H", "X-A", value));
        assertTrue(refused.getMessage().contains("allowed is ISO-8859-1 without CR, LF and NUL"), refused.getMessage());
    }
}
