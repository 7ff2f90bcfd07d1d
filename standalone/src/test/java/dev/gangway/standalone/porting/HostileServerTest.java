package dev.gangway.standalone.porting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.standalone.cli.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tools ask servers that mean harm. */
@Timeout(120)
class HostileServerTest {
    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Sends a text, then another one without end. */
    private static ServerSocket server(String first, String endless) throws IOException {
        ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> answer(listening, first, endless));
        thread.setDaemon(true);
        thread.start();
        return listening;
    }

    private static void answer(ServerSocket listening, String first, String endless) {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                OutputStream to = socket.getOutputStream();
                socket.getInputStream().readAllBytes();
                to.write(first.getBytes(StandardCharsets.ISO_8859_1));
                byte[] more =
                        endless.repeat(endless.length() > 1000 ? 20 : 1000).getBytes(StandardCharsets.ISO_8859_1);
                while (more.length > 0) {
                    to.write(more);
                }
            } catch (IOException e) {
                // the tool has had enough
            }
        }
    }

    private int compare(ServerSocket legacy, ServerSocket port) throws IOException {
        Path request = folder.resolve("a.http");
        Files.writeString(request, "GET / HTTP/1.1\nHost: a\n\n");
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Words.run(
                stream, stream, "compare", "--requests", request.toString(), "--timeout", "20", url(legacy), url(port));
    }

    private static String url(ServerSocket server) {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            an endless field,          'HTTP/1.1 200 OK|X-A: ',                                        a
            endless fields,            'HTTP/1.1 200 OK|',                                             'X: a|'
            an endless status line,    'HTTP/1.1 200 ',                                                a
            endless interim responses, '',                                                             'HTTP/1.1 100 Continue||'
            an endless body,           'HTTP/1.1 200 OK||',                                            body
            a length beyond all,       'HTTP/1.1 200 OK|Content-Length: 999999999999999999||',         body
            a length of a gigabyte,    'HTTP/1.1 200 OK|Content-Length: 999999999||',                  body
            endless chunks,            'HTTP/1.1 200 OK|Transfer-Encoding: chunked||',                 '800|@|'
            """)
    void isBounded(String name, String first, String endless) throws IOException {
        String begin = first.replace("|", "\r\n");
        String more = endless.replace("|", "\r\n").replace("@", "a".repeat(2048));
        try (ServerSocket legacy = server(begin, more);
                ServerSocket port = server(begin, more)) {
            assertEquals(3, compare(legacy, port), out.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void saysThatTheRestWasNotCompared() throws IOException {
        try (ServerSocket legacy = server("HTTP/1.1 200 OK\r\n\r\n", "body");
                ServerSocket port = server("HTTP/1.1 200 OK\r\n\r\n", "body")) {
            assertEquals(3, compare(legacy, port));
        }
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("(as far as was compared)"));
    }

    @Test
    void neverSteersTheTerminal() throws IOException {
        String head = "HTTP/1.1 200 \033[2J\r\nX\033]0;\007\u009b31m: \b\r\n\r\n\033[1m";
        try (ServerSocket legacy = server(head, "");
                ServerSocket port = server("HTTP/1.1 404 \033c\r\n\r\n\007", "")) {
            assertEquals(1, compare(legacy, port));
        }
        String said = out.toString(StandardCharsets.UTF_8);
        assertFalse(said.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r'), said);
        assertTrue(said.contains("header X\\x1b]0;\\x07\\x9b31m"), said);
    }
}
