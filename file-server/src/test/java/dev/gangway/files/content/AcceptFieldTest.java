package dev.gangway.files.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptFieldTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    gzip                     | gzip     | 1000
                    x-gzip                   | gzip     | 1000
                    GZIP ; q=0.5             | gzip     | 500
                    br, gzip;q=0.125         | gzip     | 125
                    gzip;q=0                 | gzip     | 0
                    gzip;q=0.0001            | gzip     | 0
                    gzip;q=1.000             | gzip     | 1000
                    gzip;q=1.001             | gzip     | 0
                    gzip;q=high              | gzip     | 0
                    *                        | gzip     | 1000
                    *;q=0.3, gzip;q=0.7      | gzip     | 700
                    *;q=0.3, gzip;q=0.7      | br       | 300
                    br                       | gzip     | 0
                    br                       | identity | 1
                    br, identity;q=0         | identity | 0
                    br, *;q=0                | identity | 0
                    ''                       | gzip     | 0
                    """)
    void weighsCodings(String field, String coding, int weight) {
        assertEquals(weight, AcceptField.coding(List.of(field), coding));
    }

    @Test
    void takesNoCodingForGrantedWithoutTheField() {
        assertEquals(0, AcceptField.coding(List.of(), "gzip"));
        assertEquals(1000, AcceptField.coding(List.of(), "identity"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    */*                                | text/html        | 1000
                    text/*;q=0.5, */*;q=0.1            | text/html        | 500
                    text/*;q=0.5, */*;q=0.1            | application/json | 100
                    text/html, application/json;q=0.9  | application/json | 900
                    application/json                   | text/html        | 0
                    text/html;level=1;q=0.4            | text/html        | 400
                    """)
    void weighsTypes(String field, String type, int weight) {
        assertEquals(weight, AcceptField.mediaType(List.of(field), type));
    }
}
