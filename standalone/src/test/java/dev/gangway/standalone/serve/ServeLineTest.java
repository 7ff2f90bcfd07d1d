package dev.gangway.standalone.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.standalone.arguments.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeLineTest {
    private static ServeLine parse(String line) throws UsageException {
        return ServeLine.parse(line.isEmpty() ? new String[0] : line.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
                    ''                          | {}                                    | null
                    site                        | {}                                    | site
                    -p 0 site                   | {port=[0]}                            | site
                    -p0 site                    | {port=[0]}                            | site
                    --port=0                    | {port=[0]}                            | null
                    --cors site                 | {cors=[]}                             | site
                    --cors=https://a.example    | {cors=[https://a.example]}            | null
                    -b ::1 -b 127.0.0.1         | {bind=[::1, 127.0.0.1]}               | null
                    -H A: -H B c --header D:e   | {header=[A:, B: c, D:e]}              | null
                    --upload --upload-limit 1K  | {upload=[true], upload-limit=[1K]}    | null
                    -- --odd                    | {}                                    | --odd
                    """)
    void sortsALine(String line, String values, String directory) throws Exception {
        ServeLine sorted = parse(line);
        assertEquals(values, sorted.values().toString());
        assertEquals(directory, sorted.directory());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    --uplaod          | unrecognized arguments: --uplaod; did you mean --upload?
                    --nothing-like-it | unrecognized arguments: --nothing-like-it
                    -x                | unrecognized arguments: -x
                    --port            | argument --port: expected one argument
                    --upload=yes      | argument --upload: takes no value
                    -H name           | argument --header: expected NAME and VALUE, or one word 'NAME: VALUE'
                    a b               | unrecognized arguments: 'b'
                    --cors * a        | unrecognized arguments: 'a'; a value of --cors is given as --cors=ORIGIN
                    """)
    void complainsOfALine(String line, String complaint) {
        assertEquals(
                complaint, assertThrows(UsageException.class, () -> parse(line)).getMessage());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    --port 65536            | argument --port: '65536' is not a port from 0 to 65535
                    --listing fancy         | argument --listing: 'fancy' is not one of rich, plain, none
                    --upload-limit many     | argument --upload-limit: 'many' is not a size such as 512, 20M or 1G
                    --tls-key k             | --tls-key requires --tls-cert to be set
                    --tls-self-signed --tls-cert c | --tls-self-signed and --tls-cert exclude each other
                    --config missing.properties | argument --config: cannot read missing.properties
                    """)
    void complainsOfAValue(String line, String complaint) {
        String message = assertThrows(UsageException.class, () -> Settings.of(parse(line), Map.of()))
                .getMessage();
        assertTrue(message.startsWith(complaint), message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    GANGWAY_PORT         | x     | environment variable GANGWAY_PORT: 'x' is not a port from 0 to 65535
                    GANGWAY_UPLOAD_LIMIT | many  | environment variable GANGWAY_UPLOAD_LIMIT: 'many' is not a size such as 512, 20M or 1G
                    GANGWAY_LISTING      | fancy | environment variable GANGWAY_LISTING: 'fancy' is not one of rich, plain, none
                    GANGWAY_AUTH         | jane  | environment variable GANGWAY_AUTH: auth is not NAME:PASSWORD
                    GANGWAY_PATH_PREFIX  | x     | environment variable GANGWAY_PATH_PREFIX: pathPrefix is no path such as /files: x
                    GANGWAY_UPLOAD       | maybe | environment variable GANGWAY_UPLOAD: 'maybe' is neither true nor false
                    """)
    void saysWhichVariableIsWrong(String name, String value, String complaint) {
        UsageException e = assertThrows(UsageException.class, () -> {
            Settings settings = Settings.of(parse(""), Map.of(name, value));
            new HandlerSettings(settings, Path.of(""), RequestLog.of(settings)).check();
        });
        assertEquals(complaint, e.getMessage());
    }

    @Test
    void saysWhichKeyOfTheFileIsWrong(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("g.properties"), "port=x\n");
        UsageException e = assertThrows(UsageException.class, () -> Settings.of(parse("--config " + file), Map.of()));
        assertEquals(file + ": key port: 'x' is not a port from 0 to 65535", e.getMessage());
    }

    @Test
    void takesTheDirectoryFromTheEnvironment() throws Exception {
        Map<String, String> environment = Map.of("GANGWAY_DIRECTORY", "here", "GANGWAY_PORT", "tcp://10.0.0.1:80");
        assertEquals(Path.of("here"), Settings.of(parse(""), environment).directory());
        assertEquals(8000, Settings.of(parse(""), environment).port()); // Kubernetes has set that one
        assertEquals(Path.of("there"), Settings.of(parse("there"), environment).directory());
    }

    @Test
    void takesTheLineBeforeTheEnvironmentBeforeTheFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("gangway.properties");
        Files.writeString(
                file,
                "port=1\nlisting=none\nspa=true\nupload-limit=3M\ndirectory=here\nindex=a.html, b.html\nheader=A: b, c\n");
        Map<String, String> environment =
                Map.of("GANGWAY_LISTING", "plain", "GANGWAY_SPA", "false", "GANGWAY_HOME", "/x");
        Settings settings = Settings.of(parse("--config " + file + " --port 2"), environment);
        assertEquals(2, settings.port());
        assertEquals("plain", settings.last("listing"));
        assertEquals(false, settings.has("spa"));
        assertEquals("3M", settings.last("upload-limit"));
        assertEquals(Path.of("here"), settings.directory());
        assertEquals(List.of("a.html", "b.html"), settings.all("index"));
        assertEquals(List.of("A: b, c"), settings.all("header"));
        Files.writeString(file, "prot=1\n");
        String message = assertThrows(UsageException.class, () -> Settings.of(parse("--config " + file), Map.of()))
                .getMessage();
        assertEquals(file + ": unknown key prot; did you mean port?", message);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    127.0.0.1 | --upload                                    | ''
                    ::1       | --auth a:b                                  | ''
                    0.0.0.0   | --archive                                   | ''
                    0.0.0.0   | --upload                                    | without a password
                    0.0.0.0   | --webdav write                              | without a password
                    0.0.0.0   | --webdav read                               | ''
                    0.0.0.0   | --upload --auth a:b                         | without TLS
                    0.0.0.0   | --auth a:b                                  | without TLS
                    0.0.0.0   | --auth-file f                               | without TLS
                    0.0.0.0   | --upload --tls-self-signed                  | without a password
                    0.0.0.0   | --upload --tls-self-signed --auth a:b       | ''
                    0.0.0.0   | --upload --insecure                         | ''
                    192.0.2.1 | --upload                                    | without a password
                    """)
    void opensNothingByItself(String address, String line, String refusal) throws Exception {
        Settings settings = Settings.of(parse(line), Map.of());
        List<InetSocketAddress> addresses = List.of(new InetSocketAddress(InetAddress.getByName(address), 0));
        if (refusal.isEmpty()) {
            Exposure.check(settings, addresses);
        } else {
            String message = assertThrows(IOException.class, () -> Exposure.check(settings, addresses))
                    .getMessage();
            assertTrue(message.contains(refusal) && message.contains("--insecure"), message);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"bash", "zsh", "fish"})
    void completesEveryOption(String shell) {
        String script = Completions.of(shell, List.of("serve", "man"));
        for (ServeOptions.Group group : ServeOptions.GROUPS) {
            for (ServeOption option : group.options()) {
                assertTrue(script.contains(option.name()), option.name());
            }
        }
    }

    @Test
    void explainsEveryOption() {
        for (ServeOptions.Group group : ServeOptions.GROUPS) {
            for (ServeOption option : group.options()) {
                assertTrue(HelpText.text().contains("--" + option.name()), option.name());
                assertTrue(ManPage.text("").contains(option.name().replace("-", "\\-")), option.name());
            }
        }
        assertTrue(HelpText.text().lines().allMatch(text -> text.length() < 120), HelpText.text());
    }
}
