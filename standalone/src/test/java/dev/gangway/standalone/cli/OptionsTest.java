package dev.gangway.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.log.ColorChoice;
import dev.gangway.standalone.node.NodeOptions;
import dev.gangway.standalone.node.TimeLimits;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static final TimeLimits NO_LIMITS = new TimeLimits(null, null, null, null);
    private static final NodeOptions NO_NODE = new NodeOptions(List.of(), List.of(), null, null, null, Duration.ZERO);
    private static final FileOptions FILES = new FileOptions("3.13", List.of(), "application/octet-stream");
    private static final Options DEFAULTS = new Options(
            8000,
            null,
            Path.of(""),
            "HTTP/1.0",
            null,
            null,
            null,
            null,
            FILES,
            ColorChoice.AUTO,
            NO_LIMITS,
            NO_NODE,
            false,
            false);

    private static String[] words(String line) {
        return line == null || line.isEmpty() ? new String[0] : line.split(" ", -1);
    }

    @Test
    void noArgumentsAreTheDefaults() throws Exception {
        assertEquals(DEFAULTS, Options.parse());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            0                              | 0     | -         |       | HTTP/1.0
            65535                          | 65535 | -         |       | HTTP/1.0
            -b ::1                         | 8000  | ::1       |       | HTTP/1.0
            --bind 127.0.0.1 9000          | 9000  | 127.0.0.1 |       | HTTP/1.0
            9000 --bind 127.0.0.1          | 9000  | 127.0.0.1 |       | HTTP/1.0
            --bind=localhost               | 8000  | localhost |       | HTTP/1.0
            -blocalhost                    | 8000  | localhost |       | HTTP/1.0
            -d /srv -p HTTP/1.1            | 8000  | -         | /srv  | HTTP/1.1
            --directory=/srv --proto HTTP/1.1 | 8000 | -       | /srv  | HTTP/1.1
            -d a -d b                      | 8000  | -         | b     | HTTP/1.0
            --b ::1 --d /srv --p HTTP/1.1  | 8000  | ::1       | /srv  | HTTP/1.1
            --b=::1                        | 8000  | ::1       |       | HTTP/1.0
            """)
    void reads(String line, int port, String bind, String directory, String protocol) throws Exception {
        Options expected = new Options(
                port,
                bind,
                Path.of(directory == null ? "" : directory),
                protocol,
                null,
                null,
                null,
                null,
                FILES,
                ColorChoice.AUTO,
                NO_LIMITS,
                NO_NODE,
                false,
                false);
        assertEquals(expected, Options.parse(words(line)));
    }

    @Test
    void readsTimeLimits() throws Exception {
        Options options =
                Options.parse(words("--idle-timeout 65 --header-timeout 5 --body-timeout 0 --write-timeout 86400"));
        assertEquals(
                new TimeLimits(Duration.ofSeconds(65), Duration.ofSeconds(5), Duration.ZERO, Duration.ofDays(1)),
                options.timeLimits());
    }

    @Test
    void setsTimeLimitsThatWereGiven() throws Exception {
        try (HTTPServer server = new HTTPServer(new InetSocketAddress(0), null, false)) {
            Options.parse(words("--idle-timeout 65 --body-timeout 0"))
                    .timeLimits()
                    .apply(server);
            assertEquals(Duration.ofSeconds(65), server.idleTimeout());
            assertEquals(Duration.ofSeconds(20), server.headerTimeout());
            assertNull(server.bodyTimeout());
            assertEquals(0, server.minContentRate(), "a rate would be a limit, too");
            assertEquals(Duration.ofSeconds(30), server.writeTimeout());
        }
    }

    @Test
    void readsHowFilesAreSent() throws Exception {
        Options options = Options.parse(
                "-H", "X-A", "1", "--content-type", "text/plain", "9000", "--compat=3.14", "--log-color", "never");
        assertEquals(new FileOptions("3.14", List.of(Map.entry("X-A", "1")), "text/plain"), options.files());
        assertEquals(ColorChoice.NEVER, options.logColor());
        assertEquals(9000, options.port());
    }

    @Test
    void readsTheFilesOfTls() throws Exception {
        Options options = Options.parse("--tls-cert", "c", "--tls-key", "k", "--tls-password-file", "p");
        assertEquals(Path.of("c"), options.tlsCert());
        assertEquals(Path.of("k"), options.tlsKey());
        assertEquals(Path.of("p"), options.tlsPasswordFile());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            -h              | true  | false
            --help          | true  | false
            -V              | false | true
            --version       | false | true
            -h --cgi        | true  | false
            --h             | true  | false
            """)
    void readsWhatEndsAtOnce(String line, boolean help, boolean version) throws Exception {
        Options options = Options.parse(words(line));
        assertEquals(help, options.help());
        assertEquals(version, options.version());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            abc                    | argument port: 'abc' is not a number from 0 to 65535, such as 8000
            65536                  | argument port: '65536' is not a number from 0 to 65535, such as 8000
            +1                     | argument port: '+1' is not a number from 0 to 65535, such as 8000
            1 2                    | '2'
            --nope                 | --nope
            -b                     | --bind
            -p HTTP/2              | argument -p/--protocol: 'HTTP/2' is neither HTTP/1.0 nor HTTP/1.1
            --cgi --cgi-mode x     | argument --cgi-mode: 'x' is neither documented nor rfc3875
            --cgi-mode rfc3875     | --cgi-mode requires --cgi to be set
            --cgi --cgi-interpreter php | argument --cgi-interpreter: 'php' is not a suffix and a program
            --cgi --cgi-interpreter .x= | argument --cgi-interpreter: '.x=' is not a suffix and a program
            --proxy-protocol 10.0.0.0/33 | argument --proxy-protocol: '10.0.0.0/33' is not an IP address or a range of them
            --forwarded ::1,lb     | argument --forwarded: 'lb' is not an IP address or a range of them
            --forwarded ::1 --forwarded-field Via | argument --forwarded-field: 'Via' is neither Forwarded nor X-Forwarded
            --forwarded-field Forwarded | --forwarded-field requires --forwarded to be set
            --health healthz       | argument --health: 'healthz' does not begin with a slash
            --metrics metrics      | argument --metrics: 'metrics' does not begin with a slash
            --drain-delay 3601     | argument --drain-delay: '3601' is not a number from 0 to 3600
            --idle-timeout x       | argument --idle-timeout: 'x' is not a number from 0 to 86400, such as 60
            --write-timeout 86401  | argument --write-timeout: '86401' is not a number from 0 to 86400, such as 60
            --body-timeout         | argument --body-timeout: expected one argument
            --cgi --cgi-env =      | argument --cgi-env: '=' is not a variable's name
            --cgi --cgi-env =x     | argument --cgi-env: '=x' is not a variable's name
            --cgi --cgi-env A=1 --cgi-env A\tB=c | argument --cgi-env: 'A\tB=c' is not a variable's name
            --compat 3.12          | argument --compat: "3.12" is none of the versions of CPython to be compatible with: 3.13, 3.14, 3.15
            --compat               | argument --compat: expected one argument
            --log-color yes        | argument --log-color: 'yes' is none of auto, always, never
            --content-type €  | argument --content-type: the type has the character U+20AC
            -H X-A                 | argument -H/--header: expected 2 arguments
            --tls-key k            | --tls-key requires --tls-cert to be set
            --tls-password-file p  | --tls-password-file requires --tls-cert to be set
            """)
    void refuses(String line, String message) {
        UsageException refused = assertThrows(UsageException.class, () -> Options.parse(words(line)));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"*", "A", "A=", "A=b c=d", "ProgramFiles(x86)", "A_1=\n"})
    void readsVariables(String variable) throws Exception {
        CgiOptions cgi = Options.parse("--cgi", "--cgi-env", variable).cgi();
        assertEquals(List.of(variable), cgi == null ? null : cgi.environment());
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"A B=c", "A B", "", " ", "A\nB=c"})
    void refusesVariablesThatCannotBe(String variable) {
        UsageException refused =
                assertThrows(UsageException.class, () -> Options.parse("--cgi", "--cgi-env", variable));
        assertTrue(refused.getMessage().contains("argument --cgi-env: "), refused.getMessage());
    }

    @Test
    void refusesWhatIsNoPath() {
        UsageException refused = assertThrows(UsageException.class, () -> Options.parse("-d", "a\0b"));
        assertEquals("argument -d/--directory: 'a\0b' is not a path: Nul character not allowed", refused.getMessage());
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "-h",
                "--help",
                "-V",
                "--version",
                "--cgi",
                "-b",
                "--bind",
                "-d",
                "--directory",
                "-p",
                "--protocol",
                "--tls-cert",
                "--tls-key",
                "--tls-password-file",
                "port"
            })
    void theHelpNamesEveryOption(String option) {
        assertTrue(Options.HELP.contains(" " + option + " ") || Options.HELP.contains(" " + option + ","), option);
    }
}
