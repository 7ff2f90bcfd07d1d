package dev.gangway.http.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.http.HTTPMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostFieldTest {
    @ParameterizedTest(name = "{0}, required: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            example.org      | true  | accepted
            example.org:8000 | true  | accepted
            [::1]:80         | true  | accepted
            ""               | true  | accepted
            none             | true  | Missing Host header
            none             | false | accepted
            a b              | true  | Bad Host header ('a b')
            a/b              | false | Bad Host header ('a/b')
            a:8x             | false | Bad Host header ('a:8x')
            a.example:99999  | true  | Bad Host header ('a.example:99999')
            h%zz             | true  | Bad Host header ('h%zz')
            []               | false | Bad Host header ('[]')
            [1.2.3.4]        | false | Bad Host header ('[1.2.3.4]')
            user@a           | true  | Bad Host header ('user@a')
            a;a              | true  | accepted
            a&a              | true  | accepted
            """)
    void isCheckedAsTheRfcHasIt(String value, boolean required, String outcome) {
        HTTPMessage fields = new HTTPMessage();
        if (!value.equals("none")) {
            fields.add("Host", value);
        }
        assertEquals(outcome, check(fields, required));
    }

    @ParameterizedTest(name = "required: {0}")
    @CsvSource({"true", "false"})
    void thereIsNoMoreThanOne(boolean required) {
        HTTPMessage fields = new HTTPMessage();
        fields.add("Host", "a");
        fields.add("host", "a");
        assertEquals("More than one Host header", check(fields, required));
    }

    private static String check(HTTPMessage fields, boolean required) {
        try {
            HostField.check(fields, required);
            return "accepted";
        } catch (MessageSyntaxException e) {
            return e.phrase();
        }
    }
}
