package dev.gangway.handler.cgi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.handler.files.StandardStreams;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, variables and arguments are bytes, whatever the locale; bytes are shown as ISO-8859-1 here. */
class AnyLocaleScriptsTest {
    private static final String SCRIPT = """
            #!/bin/sh
            printf 'Content-Type: text/plain\\r\\n\\r\\n'
            printf '%s|' "$PATH_INFO" "$QUERY_STRING" "$HTTP_X_OWN" "$SCRIPT_NAME" "${0##*/}" "$*" "${PWD##*/}" "${PWD+x}" "$LC_OWN"
            cat
            """;
    /** Gives the server a variable that is passed on, and no text. */
    private static final List<String> OWN =
            List.of("sh", "-c", "LC_OWN=$(printf '\\351\\303\\251'); export LC_OWN; exec \"$@\"", "sh");

    private static final List<String> NAMES =
            List.of("plain", "caf\u00c3\u00a9", "caf\u00e9", "\u00f0\u009f\u0098\u0080 \u0081", "ab\u00ff");
    private static final String ALL = IntStream.range(1, 256)
            .filter(b -> b != '/')
            .mapToObj(b -> Character.toString((char) b))
            .collect(Collectors.joining());

    @TempDir
    Path directory = Path.of("");

    @BeforeEach
    void makeScripts() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            for (String name : NAMES) {
                Path file = named("cgi-bin/d" + name + "/" + name + ".sh");
                Files.createDirectories(file.getParent());
                Files.writeString(file, SCRIPT);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        } catch (FileSystemException e) {
            Assumptions.abort("this file system does not take any bytes as a name: " + e);
        }
    }

    private Path named(String bytes) {
        return Path.of(URI.create(directory.toUri() + encoded(bytes)));
    }

    private static String encoded(String bytes) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : bytes.getBytes(ISO_8859_1)) {
            boolean plain = b == '/' || b == '-' || b >= 'a' && b <= 'z';
            encoded.append(plain ? (char) b : "%" + HexFormat.of().toHexDigits(b));
        }
        return encoded.toString();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"C", "C.UTF-8"})
    void givesScriptsTheBytesThatTheClientHasSent(String locale) throws IOException {
        StringBuilder requests = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (String name : NAMES) {
            String path = "/cgi-bin/d" + name + "/" + name + ".sh";
            requests.append("GET " + encoded(path + "/" + ALL)
                    + "?\u00e9+%e9%0a*+%c3%a9 HTTP/1.0\r\nX-Own: \u00e9\u00c3\u00a9\r\n\r\n");
            expected.add("/" + ALL + "|\u00e9+%e9%0a*+%c3%a9|\u00e9\u00c3\u00a9|" + path + "|" + name
                    + ".sh|\u00e9 \u00e9\n* \u00c3\u00a9|d" + name + "|x|\u00e9\u00c3\u00a9|");
        }
        for (String user : List.of("nobody", "none")) {
            List<String> answers = ask(locale, requests, "rfc3875 " + user);
            for (int i = 0; i < NAMES.size(); i++) {
                assertEquals(expected.get(i), answers.get(i), NAMES.get(i));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"C", "C.UTF-8"})
    void givesScriptsWhatCPythonGivesThem(String locale) throws IOException {
        String requests = "GET /cgi-bin/dcaf%c3%a9/caf%c3%a9.sh/%c3%a9%0ax?\u00e9+%e9 HTTP/1.0\r\n\r\n";
        String expected =
                "/\u00c3\u00a9\nx|\u00c3\u00a9+%e9||/cgi-bin/dcaf\u00c3\u00a9/caf\u00c3\u00a9.sh|caf\u00c3\u00a9.sh|\u00c3\u00a9 %e9|";
        for (String user : List.of("nobody", "none")) {
            String answer = ask(locale, requests, "documented " + user).get(0);
            assertEquals(expected, answer.substring(0, Math.min(answer.length(), expected.length())));
        }
    }

    private List<String> ask(String locale, CharSequence requests, String setting) throws IOException {
        byte[] answers = StandardStreams.exchange(
                directory, requests.toString().getBytes(ISO_8859_1), Map.of("LC_ALL", locale), OWN, setting);
        String[] contents = new String(answers, ISO_8859_1).split("HTTP/1\\.0 200 (?s:.*?)\r\n\r\n");
        return List.of(contents).subList(1, contents.length);
    }
}
