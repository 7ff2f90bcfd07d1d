package dev.gangway.handler.cgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.InvalidPathException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CgiPathTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                       | //
            /                                        | //
            //                                       | //
            /\\                                      | //\\
            /.//                                     | //
            cgi-bin/file.py                          | /cgi-bin/file.py
            /cgi-bin/file.py                         | /cgi-bin/file.py
            a                                        | //a
            //a                                      | //a
            ./a                                      | //a
            ./C:/                                    | /C:/
            /a/b/                                    | /a/b/
            /a/b/.                                   | /a/b/
            /a/b/c/..                                | /a/b/
            /a/b/c/../d/e/../../f                    | /a/b/f
            /a/b/c/../d/e/.././././..//f             | /a/b/f
            /a/b/c/../d/e/../../../../f              | //f
            /a/b/c/../d/e/../../../../f/../.         | //
            /a../b                                   | /a../b
            /a/b?c/../d                              | /a/d
            /a/b#c                                   | /a/b#c
            /a/%2e%2e/b                              | /a/%2e%2e/b
            """)
    void collapses(String target, String collapsed) {
        assertEquals(collapsed, CgiPath.collapse(target));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"..", "/.//..", "../a/b", "/a/b/c/../d/e/../../../../../f"})
    void refusesToLeadAboveTheRoot(String target) {
        assertThrows(InvalidPathException.class, () -> CgiPath.collapse(target));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            /cgi-bin/x       | /cgi-bin
            /cgi-bin/        | /cgi-bin
            //cgi-bin        | none
            /cgi-bins/x      | none
            /a/b/x           | /a/b
            /a/b/c/x         | /a/b
            /a/x             | none
            /x/cgi-bin/y     | none
            """)
    void findsTheDirectory(String collapsed, String directory) {
        assertEquals(directory, CgiPath.directoryOf(collapsed, List.of("/cgi-bin", "/a/b", "/a/b/c")));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/a b/c", "/100%25", "/?#%", "/café/\u20ac", "/a~b_c-d.e"})
    void quotesSoThatDecodingOnceGivesItBack(String path) {
        String quoted = CgiPath.quote(path);
        assertEquals(path, CgiPath.unquote(quoted));
        assertEquals(quoted, quoted.replaceAll("[^!-~]|[?#]", "*"));
    }
}
