package dev.gangway.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When the lines of the log are out, and in which bytes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LogTest {
    private static final int REQUESTS = 300;

    @TempDir
    Path directory;

    /** Reads a head without content. */
    private static void ask(Socket client, String target) throws IOException {
        client.getOutputStream()
                .write(("HEAD " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = client.getInputStream().read();
            assertTrue(b >= 0, () -> "the server has closed after " + head);
            head.append((char) b);
        }
    }

    /** As in CPython. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aLineIsInThePipeBeforeTheAnswerIsThere() throws Exception {
        try (Gangway gangway = Gangway.start(directory, "0", "-b", "127.0.0.1", "-p", "HTTP/1.1");
                Socket client =
                        new Socket("127.0.0.1", Gangway.port(gangway.out().readLine()))) {
            InputStream log = gangway.process().getErrorStream();
            int late = 0;
            for (int i = 0; i < REQUESTS; i++) {
                ask(client, "/");
                late += log.available() == 0 ? 1 : 0;
                while (log.read() != '\n') {
                    // The line is of no interest.
                }
            }
            assertEquals(0, late, "lines that were late");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLineIsInTheFileBeforeTheAnswerIsThere() throws Exception {
        Path log = directory.resolve("log");
        try (Gangway gangway = Gangway.start(
                        directory, Map.of(), Redirect.to(log.toFile()), "0", "-b", "127.0.0.1", "-p", "HTTP/1.1");
                Socket client =
                        new Socket("127.0.0.1", Gangway.port(gangway.out().readLine()))) {
            long size = 0;
            for (int i = 0; i < REQUESTS; i++) {
                ask(client, "/");
                assertTrue(Files.size(log) > size, "the line of request " + i + " is late");
                size = Files.size(log);
            }
        }
        assertEquals(REQUESTS, Files.readAllLines(log).size());
    }

    @Test
    void withoutALocaleTheLogIsInUtf8() throws Exception {
        for (Map<String, String> locale :
                List.of(Map.of("LC_ALL", "C"), Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", ""))) {
            try (Gangway gangway =
                            Gangway.start(directory, locale, Redirect.PIPE, "0", "-b", "127.0.0.1", "-p", "HTTP/1.1");
                    Socket client =
                            new Socket("127.0.0.1", Gangway.port(gangway.out().readLine()))) {
                ask(client, "/names/\u00c4rger.txt");
                gangway.err().readLine(); // that there is no such file
                String line = gangway.err().readLine();
                assertTrue(line.contains("\"HEAD /names/Ärger.txt HTTP/1.1\" 404 -"), line);
            }
        }
    }
}
