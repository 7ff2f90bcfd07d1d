package dev.gangway.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.standalone.pem.Certificates;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the command line as users do, in a process of its own. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MainTest {
    @TempDir
    Path directory;

    @BeforeEach
    void makeFile() throws IOException {
        Files.writeString(directory.resolve("hello.txt"), "hello");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            -b 127.0.0.1 | 127.0.0.1 | 127.0.0.1
            -b localhost | 127.0.0.1 | 127.0.0.1
            -b ::1       | ::1       | [::1]
            -b 0.0.0.0   | 0.0.0.0   | 0.0.0.0
            -b ::        | ::        | [::]
            ''           | 0.0.0.0   | 0.0.0.0
            """)
    void theBannerIsPythons(String arguments, String host, String urlHost) throws Exception {
        try (Gangway gangway =
                Gangway.start(directory, ("0 " + arguments).strip().split(" "))) {
            String banner = gangway.out().readLine();
            Assumptions.assumeFalse(banner == null && host.contains(":"), "this machine has no IPv6");
            int port = Gangway.port(banner);
            assertEquals(
                    "Serving HTTP on " + host + " port " + port + " (http://" + urlHost + ":" + port + "/) ...",
                    banner);
        }
    }

    @Test
    void servesTheCurrentDirectoryAndLogsToStandardError() throws Exception {
        try (Gangway gangway = Gangway.start(directory, "0", "-b", "127.0.0.1")) {
            int port = Gangway.port(gangway.out().readLine());
            String response = ask(port, "GET /hello.txt HTTP/1.0\r\n\r\n");
            assertTrue(response.startsWith("HTTP/1.0 200 OK\r\n"), response);
            assertTrue(response.endsWith("\r\n\r\nhello"), response);
            String line = gangway.err().readLine();
            assertTrue(line.startsWith("127.0.0.1 - - ["), line);
            assertTrue(line.endsWith("] \"GET /hello.txt HTTP/1.0\" 200 -"), line);
        }
    }

    @Test
    void servesAnotherDirectoryWithAnotherProtocol() throws Exception {
        Path other = Files.createDirectory(directory.resolve("other"));
        Files.writeString(other.resolve("deep.txt"), "deep");
        try (Gangway gangway = Gangway.start(directory, "0", "-d", "other", "-p", "HTTP/1.1")) {
            int port = Gangway.port(gangway.out().readLine());
            String response = ask(port, "GET /deep.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertTrue(response.startsWith("HTTP/1.1 200 OK\r\n"), response);
            assertTrue(response.endsWith("\r\n\r\ndeep"), response);
        }
    }

    @Test
    void sendsHeadersTypesAndThePagesOfAnotherVersion() throws Exception {
        Files.writeString(directory.resolve("data.unknown"), "x");
        try (Gangway gangway = Gangway.start(
                directory,
                "0",
                "-b",
                "127.0.0.1",
                "-H",
                "X-A",
                "1",
                "--header",
                "X-A: 2",
                "--content-type",
                "x/y",
                "--compat",
                "3.15")) {
            int port = Gangway.port(gangway.out().readLine());
            String file = ask(port, "GET /data.unknown HTTP/1.0\r\n\r\n");
            assertTrue(file.contains("\r\nContent-type: x/y\r\n"), file);
            assertTrue(file.endsWith("GMT\r\nX-A: 1\r\nX-A: 2\r\n\r\nx"), file);
            String missing = ask(port, "GET /missing HTTP/1.0\r\n\r\n");
            assertTrue(missing.contains("color-scheme: light dark;"), missing);
            assertFalse(missing.contains("X-A"), missing);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are sent with kill")
    void aSignalEndsItWithStatusZero(String signal) throws Exception {
        try (Gangway gangway = Gangway.start(directory, "0", "-b", "127.0.0.1")) {
            Gangway.port(gangway.out().readLine());
            gangway.signal(signal);
            assertEquals(0, gangway.awaitExit());
            String rest = gangway.restOfOut();
            assertEquals(signal.equals("INT") ? "\nKeyboard interrupt received, exiting.\n" : "", rest);
            assertEquals("", gangway.restOfErr());
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are sent with kill")
    void aSignalLetsADownloadFinishAndClosesTheIdle() throws Exception {
        byte[] large = new byte[64 * 1024 * 1024];
        Files.write(directory.resolve("large"), large);
        try (Gangway gangway = Gangway.start(directory, "0", "-b", "127.0.0.1", "-p", "HTTP/1.1")) {
            int port = Gangway.port(gangway.out().readLine());
            try (Socket idle = new Socket("127.0.0.1", port);
                    Socket client = new Socket("127.0.0.1", port)) {
                client.getOutputStream()
                        .write("GET /large HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                int first = client.getInputStream().readNBytes(1000).length;
                gangway.signal("TERM");
                assertEquals(-1, idle.getInputStream().read());
                int rest = client.getInputStream().readAllBytes().length;
                assertTrue(first + rest > large.length, "received " + (first + rest));
            }
            assertEquals(0, gangway.awaitExit());
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are sent with kill")
    void aSecondSignalEndsItAtOnce() throws Exception {
        Files.write(directory.resolve("large"), new byte[64 * 1024 * 1024]);
        try (Gangway gangway = Gangway.start(directory, "0", "-b", "127.0.0.1")) {
            int port = Gangway.port(gangway.out().readLine());
            try (Socket client = new Socket("127.0.0.1", port)) {
                client.getOutputStream().write("GET /large HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                client.getInputStream().readNBytes(1000);
                long start = System.nanoTime();
                gangway.signal("INT");
                assertEquals("", gangway.out().readLine());
                gangway.signal("INT");
                assertEquals(130, gangway.awaitExit());
                assertTrue(System.nanoTime() - start < Duration.ofSeconds(8).toNanos());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            abc                      | 2 | gangway: error: argument port: 'abc' is not a number from 0 to 65535, such as 8000
            --nope                   | 2 | gangway: error: unrecognized arguments: --nope
            --cgi-mode rfc3875       | 2 | gangway: error: --cgi-mode requires --cgi to be set
            0 -d missing             | 1 | gangway: cannot serve missing: it is not a directory
            0 -d hello.txt           | 1 | gangway: cannot serve hello.txt: it is not a directory
            0 -b no.such.invalid     | 1 | gangway: cannot listen on no.such.invalid: no such name or address
            0 -b 192.0.2.77          | 1 | gangway: cannot listen on 192.0.2.77 port 0: Cannot assign requested address; give an address of this machine, or no --bind for all of them
            0 --tls-cert missing.pem | 1 | gangway: missing.pem cannot be read: there is no such file
            0 --tls-cert hello.txt   | 1 | gangway: hello.txt has no private key; name the file that has it with --tls-key
            0 --tls-cert hello.txt --tls-key hello.txt | 1 | gangway: hello.txt has no private key
            0 --tls-cert hello.txt --tls-password-file nope | 2 | gangway: error: Failed to read TLS password file: [Errno 2] No such file or directory: 'nope'
            0 --tls-cert hello.txt --tls-password-file . | 2 | gangway: error: Failed to read TLS password file: [Errno 21] Is a directory: '.'
            0 --tls-cert hello.txt --tls-password-file binary | 2 | gangway: error: Failed to read TLS password file: it is not text in UTF-8: 'binary'
            0 --cgi --cgi-env =x     | 2 | gangway: error: argument --cgi-env: '=x' is not a variable's name, alone or with =VALUE behind it
            0 --cgi --cgi-user none --cgi-interpreter .x=/nonexist | 1 | gangway: cannot run .x scripts: there is no program /nonexist (--cgi-interpreter)
            """)
    void saysInOneLineWhyItCannotServe(String arguments, int status, String line) throws Exception {
        Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
        try (Gangway gangway = Gangway.start(directory, arguments.split(" "))) {
            assertEquals(status, gangway.awaitExit());
            String err = gangway.restOfErr();
            assertEquals(line, err.lines().reduce((first, last) -> last).orElse(""));
            assertEquals(status == 2, err.startsWith("usage: gangway "), err);
            assertFalse(err.contains("\tat "), err);
            assertEquals("", gangway.restOfOut());
        }
    }

    @Test
    void doesNotStartIfScriptsCannotRunAsTheirUser() throws Exception {
        try (Gangway gangway = Gangway.start(directory, "0", "--cgi", "--cgi-user", "no-such-user")) {
            assertEquals(1, gangway.awaitExit());
            String err = gangway.restOfErr();
            assertTrue(err.startsWith("gangway: CGI scripts cannot be run as the user no-such-user: "), err);
            assertTrue(err.endsWith(" (--cgi-user)\n"), err);
            assertEquals(1, err.lines().count(), err);
            assertEquals("", gangway.restOfOut());
        }
    }

    @Test
    void saysThatAPortIsInUse() throws Exception {
        try (Gangway first = Gangway.start(directory, "0", "-b", "127.0.0.1")) {
            int port = Gangway.port(first.out().readLine());
            try (Gangway second = Gangway.start(directory, port + "", "-b", "127.0.0.1")) {
                assertEquals(1, second.awaitExit());
                assertEquals(
                        "gangway: cannot listen on 127.0.0.1 port " + port
                                + ": Address already in use; give another port, or 0 for a free one\n",
                        second.restOfErr());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"--help, usage: gangway [-h]", "-h, usage: gangway [-h]", "--version, gangway ", "-V, gangway "})
    void printsWhatItIsAskedForAndEnds(String argument, String beginning) throws Exception {
        try (Gangway gangway = Gangway.start(directory, argument)) {
            assertEquals(0, gangway.awaitExit());
            assertTrue(gangway.restOfOut().startsWith(beginning));
            assertEquals("", gangway.restOfErr());
        }
    }

    @Test
    void servesTls() throws Exception {
        Certificates.assumeOpenssl();
        Certificates.make(directory, "ed25519");
        Files.writeString(directory.resolve("password"), "secret\n");
        Certificates.openssl(directory, "pkcs8 -topk8 -in key.pem -out locked.pem -passout pass:secret".split(" "));
        String[] arguments = {
            "0",
            "-b",
            "127.0.0.1",
            "--tls-cert",
            "cert.pem",
            "--tls-key",
            "locked.pem",
            "--tls-password-file",
            "password"
        };
        try (Gangway gangway = Gangway.start(directory, arguments)) {
            String banner = gangway.out().readLine();
            int port = Gangway.port(banner);
            assertEquals("Serving HTTPS on 127.0.0.1 port " + port + " (https://127.0.0.1:" + port + "/) ...", banner);
            Process client = new ProcessBuilder(
                            "openssl",
                            "s_client",
                            "-quiet",
                            "-CAfile",
                            "cert.pem",
                            "-verify_return_error",
                            "-connect",
                            "127.0.0.1:" + port)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            client.getOutputStream().write("GET /hello.txt HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
            String response = new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(response.endsWith("\r\n\r\nhello"), response);
        }
    }

    @Test
    void namesTheOptionThatALockedKeyNeeds() throws Exception {
        Certificates.assumeOpenssl();
        Certificates.make(directory, "ed25519");
        Certificates.openssl(directory, "pkcs8 -topk8 -in key.pem -out locked.pem -passout pass:secret".split(" "));
        try (Gangway gangway = Gangway.start(directory, "0", "--tls-cert", "cert.pem", "--tls-key", "locked.pem")) {
            assertEquals(1, gangway.awaitExit());
            assertEquals(
                    "gangway: locked.pem: the private key is encrypted and no password was given;"
                            + " name a file that has it with --tls-password-file\n",
                    gangway.restOfErr());
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ulimit")
    void recoversFromALackOfDescriptors() throws Exception {
        try (Gangway gangway = Gangway.startWithDescriptors(80, directory, "0", "-b", "127.0.0.1")) {
            int port = Gangway.port(gangway.out().readLine());
            assertTrue(ask(port, "GET /hello.txt HTTP/1.0\r\n\r\n").endsWith("hello"));
            gangway.err().readLine();
            Socket[] many = moreThanItCanAccept(gangway, port);
            for (Socket socket : many) {
                socket.close();
            }
            assertTrue(ask(port, "GET /hello.txt HTTP/1.0\r\n\r\n").endsWith("hello"));
            gangway.signal("TERM");
            assertEquals(0, gangway.awaitExit());
            long complaints = gangway.restOfErr()
                    .lines()
                    .filter(l -> l.contains("cannot accept"))
                    .count();
            assertTrue(complaints <= 5, "complaints: " + complaints);
        }
    }

    private static Socket[] moreThanItCanAccept(Gangway gangway, int port) throws IOException {
        Socket[] many = new Socket[120];
        for (int i = 0; i < many.length; i++) {
            many[i] = new Socket("127.0.0.1", port);
        }
        assertEquals(
                "gangway: cannot accept a connection: Too many open files",
                gangway.err().readLine());
        return many;
    }

    /** What the system needs for a connection has never been used then. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ulimit")
    void recoversFromALackOfDescriptorsBeforeItsFirstRequest() throws Exception {
        try (Gangway gangway = Gangway.startWithDescriptors(80, directory, "0", "-b", "127.0.0.1")) {
            int port = Gangway.port(gangway.out().readLine());
            Socket[] many = moreThanItCanAccept(gangway, port);
            for (Socket socket : many) {
                socket.getOutputStream().write("GET /hello.txt HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            // There is no descriptor for the file.
            many[0].setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
            String answer = new String(many[0].getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(answer.endsWith("hello") || answer.startsWith("HTTP/1.0 503 "), answer);
            for (Socket socket : many) {
                socket.close();
            }
            assertTrue(ask(port, "GET /hello.txt HTTP/1.0\r\n\r\n").endsWith("hello"));
            gangway.signal("TERM");
            assertEquals(0, gangway.awaitExit());
            String err = gangway.restOfErr();
            assertFalse(err.contains("java.lang."), err);
        }
    }

    @Test
    void aLogThatNobodyReadsHoldsNothingUp() throws Exception {
        try (Gangway gangway = Gangway.start(directory, "0", "-b", "127.0.0.1", "-p", "HTTP/1.1")) {
            int port = Gangway.port(gangway.out().readLine());
            String path = "/" + "x".repeat(8000);
            try (Socket client = new Socket("127.0.0.1", port)) {
                client.setSoTimeout(20_000);
                for (int i = 0; i < 1000; i++) {
                    client.getOutputStream()
                            .write(("HEAD " + path + " HTTP/1.1\r\nHost: x\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    String head = "";
                    while (!head.endsWith("\r\n\r\n")) {
                        head += (char) client.getInputStream().read();
                    }
                    assertTrue(head.startsWith("HTTP/1.1 404 "), head);
                    if (head.contains("Connection: close")) {
                        break;
                    }
                }
            }
            assertTrue(ask(port, "GET /hello.txt HTTP/1.0\r\n\r\n").endsWith("hello"));
        }
    }

    private static String ask(int port, String request) throws IOException {
        try (Socket client = new Socket("127.0.0.1", port)) {
            client.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
            client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
