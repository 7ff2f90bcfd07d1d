package dev.gangway.handler.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTranslatorTest {
    private static final Path ROOT = Path.of("/srv/www");

    @ParameterizedTest(name = "{0} is [{1}]")
    @CsvSource(delimiter = '|', textBlock = """
                    /                        | ''
                    ''                       | ''
                    /a                       | a
                    /a/b.txt                 | a/b.txt
                    /a/                      | a
                    /a//b                    | a/b
                    //a                      | a
                    ///a                     | a
                    /./a/.                   | a
                    /a/../b                  | b
                    /../../a                 | a
                    /a/b/../../../../c       | c
                    a                        | a
                    ../a                     | a
                    /a?b/c                   | a
                    /a#b/c                   | a
                    /a%3Fb                   | a?b
                    /a%23b                   | a#b
                    /%2e%2e/a                | a
                    /%2e%2e%2fa              | a
                    /a%2f..%2fb              | b
                    /%252e%252e/a            | %2e%2e/a
                    /a%2Fb                   | a/b
                    /%2Fetc/passwd           | etc/passwd
                    /...                     | ...
                    /..a                     | ..a
                    /.a                      | .a
                    /a\\..\\b                | a\\..\\b
                    /C:/a                    | C:/a
                    /a%20b+c                 | a b+c
                    /%                       | %
                    /%4                      | %4
                    /%zz                     | %zz
                    /%41                     | A
                    /~user                   | ~user
                    http://h/a               | http:/h/a
                    """)
    void translatesAsCPythonDoes(String path, String expected) {
        assertEquals(ROOT.resolve(expected), PathTranslator.translate(ROOT, path));
    }

    @ParameterizedTest(name = "{0} is the bytes {1}")
    @CsvSource({
        "/%C3%A9, %C3%A9",
        "/\u00e9, %C3%A9",
        "/%FF, %EF%BF%BD",
        "/%ED%B3%BF, %FF",
        "/a%ED%B2%80/%ED%B3%BFb, a%80/%FFb",
        "/%C3%28, %EF%BF%BD(",
        "/%ED%B3%BF%FF, %EF%BF%BD%EF%BF%BD%EF%BF%BD%EF%BF%BD",
        "/%F0%9F%98%80, %F0%9F%98%80",
    })
    void keepsTheBytesOfNames(String path, String expected) {
        Path translated = PathTranslator.translate(ROOT, path);
        assertEquals("/srv/www/" + expected, translated.toUri().getRawPath());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/%00", "/a%00b", "/%00.txt", "/%ED%A0%80", "/%ED%A0%BD%ED%B8%80", "/%ED%B1%BF", "/\u00e9%00"})
    void knowsWhatNoFileIsCalled(String path) {
        assertThrows(InvalidPathException.class, () -> PathTranslator.translate(ROOT, path));
    }

    @Test
    void neverLeavesTheDirectory() {
        assertNeverLeaves(ROOT, 50_000);
        assertNeverLeaves(Path.of(""), 5_000);
        assertNeverLeaves(Path.of("/"), 5_000);
    }

    @Test
    void neverLeavesTheDirectoryOnUnixInMemory() throws IOException {
        try (FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
            assertNeverLeaves(unix.getPath("/srv/www"), 5_000);
        }
    }

    @Test
    void neverLeavesTheDirectoryOnWindows() throws IOException {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            assertNeverLeaves(windows.getPath("C:\\srv\\www"), 20_000);
            assertNeverLeaves(windows.getPath("C:\\"), 5_000);
        }
    }

    private static void assertNeverLeaves(Path root, int rounds) {
        List<String> pieces = List.of(
                "/",
                "/",
                "/",
                "..",
                ".",
                "\\",
                "a",
                "b",
                "C:",
                ":",
                "%2e",
                "%2f",
                "%5c",
                "%2E%2E",
                "%c0%ae",
                "%00",
                "%25",
                "?",
                "#",
                "\u00e9",
                "%ff",
                "%ED%B2%AE",
                "::$DATA",
                "NUL",
                " ",
                "~1",
                "//srv/",
                "%");
        Random random = new Random(1);
        for (int round = 0; round < rounds; round++) {
            StringBuilder path = new StringBuilder(random.nextInt(8) == 0 ? "" : "/");
            for (int i = random.nextInt(12); i > 0; i--) {
                path.append(pieces.get(random.nextInt(pieces.size())));
            }
            try {
                Path translated = PathTranslator.translate(root, path.toString());
                boolean below = translated.equals(root) || root.toString().isEmpty() || translated.startsWith(root);
                assertTrue(below && !translated.isAbsolute() == !root.isAbsolute(), () -> path + " -> " + translated);
                for (Path name : translated) {
                    assertTrue(!name.toString().equals(".."), () -> path + " -> " + translated);
                }
            } catch (InvalidPathException e) {
                // Refused, which is as good.
            }
        }
    }

    @ParameterizedTest(name = "{0} is [{1}]")
    @CsvSource(delimiter = '|', textBlock = """
                    /a/b.txt          | a\\b.txt
                    /C:/a             | a
                    /c:a              | ''
                    /a\\..\\..\\b     | ''
                    /..%5C..%5Cb/c    | c
                    /%5C%5Chost/share | share
                    /a%5Cb            | ''
                    /console          | console
                    /com10            | com10
                    /nullify.txt      | nullify.txt
                    /a.b.c            | a.b.c
                    """)
    void leavesOutWhatWindowsTakesForMoreThanAName(String path, String expected) throws IOException {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path root = windows.getPath("C:\\www");
            Path translated = PathTranslator.translate(root, path);
            assertEquals(expected.isEmpty() ? root : root.resolve(expected), translated);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/a.txt::$DATA",
        "/ab:c",
        "/NUL",
        "/nul.txt",
        "/dir/con",
        "/COM1",
        "/com1.log",
        "/LPT9.a.b",
        "/lpt\u00b2",
        "/CONIN$",
        "/aux%20.txt",
        "/a.",
        "/a%20",
        "/a...",
        "/.../a",
        "/a%3Cb",
        "/a%22",
        "/a*",
        "/a|b",
        "/%01",
        "/NUL:",
        "/%ED%B3%BF"
    })
    void refusesWhatWindowsTakesForSomethingElse(String path) throws IOException {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path root = windows.getPath("C:\\www");
            assertThrows(InvalidPathException.class, () -> PathTranslator.translate(root, path));
        }
    }
}
