package dev.gangway.handler.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.handler.files.Conditional.Outcome;
import dev.gangway.http.HTTPMessage;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionalTest {
    private static final Instant MODIFIED = Instant.parse("2023-11-14T22:13:20.9Z");
    private static final EntityTag TAG = new EntityTag(false, "\"a\"");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Accept: */*                                                          | PERFORM
                    If-None-Match: "a"                                                   | NOT_MODIFIED
                    If-None-Match: W/"a"                                                 | NOT_MODIFIED
                    If-None-Match: *                                                     | NOT_MODIFIED
                    If-None-Match: "b"                                                   | PERFORM
                    If-None-Match: "b"; If-None-Match: "a"                               | NOT_MODIFIED
                    If-Match: "a"                                                        | PERFORM
                    If-Match: *                                                          | PERFORM
                    If-Match: "b"                                                        | FAILED
                    If-Match: W/"a"                                                      | FAILED
                    If-Match: "b"; If-Match: "a"                                         | PERFORM
                    If-Match: "b"; If-None-Match: "a"                                    | FAILED
                    If-Match: "a"; If-None-Match: "a"                                    | NOT_MODIFIED
                    If-Modified-Since: Tue, 14 Nov 2023 22:13:20 GMT                     | NOT_MODIFIED
                    If-Modified-Since: Tue, 14 Nov 2023 22:13:21 GMT                     | NOT_MODIFIED
                    If-Modified-Since: Tue, 14 Nov 2023 22:13:19 GMT                     | PERFORM
                    If-Modified-Since: Tuesday, 14-Nov-23 22:13:20 GMT                   | NOT_MODIFIED
                    If-Modified-Since: Tue Nov 14 22:13:20 2023                          | NOT_MODIFIED
                    If-Modified-Since: yesterday                                         | PERFORM
                    If-Modified-Since: Tue, 14 Nov 2023 22:13:20 +0200                   | PERFORM
                    If-None-Match: "b"; If-Modified-Since: Tue, 14 Nov 2023 22:13:20 GMT | PERFORM
                    If-None-Match: "a"; If-Modified-Since: Tue, 14 Nov 2023 22:13:19 GMT | NOT_MODIFIED
                    If-Unmodified-Since: Tue, 14 Nov 2023 22:13:20 GMT                   | PERFORM
                    If-Unmodified-Since: Tue, 14 Nov 2023 22:13:19 GMT                   | FAILED
                    If-Unmodified-Since: yesterday                                       | PERFORM
                    If-Match: "a"; If-Unmodified-Since: Tue, 14 Nov 2023 22:13:19 GMT    | PERFORM
                    If-Match: "b"; If-Unmodified-Since: Tue, 14 Nov 2023 22:13:20 GMT    | FAILED
                    """)
    void evaluatesInTheOrderOfTheStandard(String fields, Outcome expected) {
        assertEquals(expected, new Conditional(message(fields), MODIFIED, TAG).outcome());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    If-None-Match: "a"                                                   | PERFORM
                    If-None-Match: "a"; If-Modified-Since: Tue, 14 Nov 2023 22:13:20 GMT | PERFORM
                    If-Match: "b"                                                        | PERFORM
                    If-Modified-Since: Tue, 14 Nov 2023 22:13:20 GMT                     | NOT_MODIFIED
                    """)
    void leavesTagsAloneWithoutOne(String fields, Outcome expected) {
        assertEquals(expected, new Conditional(message(fields), MODIFIED, null).outcome());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Accept: */*                             | true
                    If-Range: "a"                           | true
                    If-Range: W/"a"                         | false
                    If-Range: "b"                           | false
                    If-Range: "a", "b"                      | false
                    If-Range: *                             | false
                    If-Range: Tue, 14 Nov 2023 22:13:20 GMT | true
                    If-Range: Tue, 14 Nov 2023 22:13:21 GMT | false
                    If-Range: Tue, 14 Nov 2023 22:13:19 GMT | false
                    If-Range: yesterday                     | false
                    """)
    void allowsARangeOfTheSameFileOnly(String fields, boolean expected) {
        assertEquals(expected, new Conditional(message(fields), MODIFIED, TAG).allowsRange());
    }

    @Test
    void neverCompletesAFileThatMayStillChange() {
        EntityTag weak = new EntityTag(true, "\"a\"");
        for (String value : new String[] {"\"a\"", "W/\"a\"", "Tue, 14 Nov 2023 22:13:20 GMT"}) {
            HTTPMessage message = message("If-Range: " + value);
            assertEquals(false, new Conditional(message, MODIFIED, weak).allowsRange(), value);
        }
    }

    private static HTTPMessage message(String fields) {
        HTTPMessage message = new HTTPMessage();
        for (String field : fields.split("; ", -1)) {
            int colon = field.indexOf(':');
            message.add(field.substring(0, colon), field.substring(colon + 2));
        }
        return message;
    }
}
