package dev.gangway.porting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.http.HTTPMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code mimetools.Message} of Python 2.7.18 has answered. */
class MessagesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "None", textBlock = """
            None                               | text/plain          | text      | plain     | ""
            multipart/form-data; boundary=a=b  | multipart/form-data | multipart | form-data | "; boundary=a=b"
            TEXT / Html ;charset=x             | text/html           | text      | html      | ";charset=x"
            octets                             | octets              | octets    | ""        | ""
            """)
    void readsTheMediaTypeAsPython2(String field, String type, String maintype, String subtype, String plisttext) {
        HTTPMessage headers = new HTTPMessage();
        if (field != null) {
            headers.add("Content-Type", field);
        }
        assertEquals(type, Messages.type(headers));
        assertEquals(maintype, Messages.maintype(headers));
        assertEquals(subtype, Messages.subtype(headers));
        assertEquals(plisttext, Messages.plisttext(headers));
    }
}
