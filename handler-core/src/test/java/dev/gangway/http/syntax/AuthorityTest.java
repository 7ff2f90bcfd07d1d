package dev.gangway.http.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "none", textBlock = """
            ""                             | ""                        | -1
            example.org                    | example.org               | -1
            EXAMPLE.org.                   | EXAMPLE.org.              | -1
            example.org:8000               | example.org               | 8000
            example.org:                   | example.org               | -1
            :80                            | ""                        | 80
            a:0                            | a                         | 0
            a:65535                        | a                         | 65535
            a:000080                       | a                         | 80
            a:65536                        | none                      | 0
            a.example:99999                | none                      | 0
            a:99999999999999999999         | none                      | 0
            a:8x                           | none                      | 0
            a:+8                           | none                      | 0
            a:-1                           | none                      | 0
            a::8                           | none                      | 0
            a:8:8                          | none                      | 0
            a:\u0661                       | none                      | 0
            127.0.0.1:80                   | 127.0.0.1                 | 80
            999.1.1.1                      | 999.1.1.1                 | -1
            xn--caf-dma.example            | xn--caf-dma.example       | -1
            under_score                    | under_score               | -1
            a;b                            | a;b                       | -1
            a!$&'()*+,;=b                  | a!$&'()*+,;=b             | -1
            h%7a                           | h%7a                      | -1
            h%zz                           | none                      | 0
            h%7                            | none                      | 0
            h%                             | none                      | 0
            %                              | none                      | 0
            h%7g:80                        | none                      | 0
            a b                            | none                      | 0
            a/b                            | none                      | 0
            a?b                            | none                      | 0
            a#b                            | none                      | 0
            a\\b                           | none                      | 0
            user@a                         | none                      | 0
            user:pass@a                    | none                      | 0
            <b>                            | none                      | 0
            "a""b"                          | none                      | 0
            a^b                            | none                      | 0
            caf\u00e9                      | none                      | 0
            [::1]                          | [::1]                     | -1
            [::1]:80                       | [::1]                     | 80
            [::1]:                         | [::1]                     | -1
            [::]                           | [::]                      | -1
            [1:2:3:4:5:6:7:8]              | [1:2:3:4:5:6:7:8]         | -1
            [1::8]                         | [1::8]                    | -1
            [::ffff:192.0.2.1]             | [::ffff:192.0.2.1]        | -1
            [2001:DB8::a]                  | [2001:DB8::a]             | -1
            [v1.a:b]                       | [v1.a:b]                  | -1
            [vF.~]:1                       | [vF.~]                    | 1
            []                             | none                      | 0
            []:80                          | none                      | 0
            [1.2.3.4]                      | none                      | 0
            [a]                            | none                      | 0
            [:]                            | none                      | 0
            [:::]                          | none                      | 0
            [1:2]                          | none                      | 0
            [1:2:3:4:5:6:7:8:9]            | none                      | 0
            [12345::]                      | none                      | 0
            [g::]                          | none                      | 0
            [1::2::3]                      | none                      | 0
            [::1.2.3]                      | none                      | 0
            [::1.2.3.256]                  | none                      | 0
            [fe80::1%25eth0]               | none                      | 0
            [fe80::1%eth0]                 | none                      | 0
            [v1.]                          | none                      | 0
            [v.a]                          | none                      | 0
            [vg.a]                         | none                      | 0
            [::1                           | none                      | 0
            ::1]                           | none                      | 0
            ::1                            | none                      | 0
            [::1]80                        | none                      | 0
            [::1]a                         | none                      | 0
            a[::1]                         | none                      | 0
            [[::1]]                        | none                      | 0
            """)
    void isAHostWithOrWithoutAPort(String text, String host, int port) {
        Authority expected = host == null ? null : new Authority(host, port);
        assertEquals(expected, Authority.parse(text));
        assertEquals(expected != null, Authority.isValid(text));
    }
}
