package dev.gangway.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.MemoryHost;
import java.io.BufferedReader;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The handlers and the Python originals that the page shows beside them answer the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OriginalsTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/gangway/example");

    /** Serves one handler of each name; prints the ports. */
    private static final String SERVE = """
            import importlib, sys, threading
            from http.server import ThreadingHTTPServer
            sys.path.insert(0, sys.argv[1])
            sys.dont_write_bytecode = True
            for name in sys.argv[2:]:
                module, handler = name.split(".")
                server = ThreadingHTTPServer(("127.0.0.1", 0), getattr(importlib.import_module(module), handler))
                threading.Thread(target=server.serve_forever, daemon=True).start()
                print(name, server.server_port, flush=True)
            sys.stdin.read()
            """;

    private enum Pair {
        NOTES("notes.Notes", Notes::new),
        UPLOAD("upload.Upload", Upload::new),
        ECHO("echo.Echo", Echo::new),
        WHO_AM_I("who_am_i.WhoAmI", WhoAmI::new),
        FORM("form.Form", Form::new),
        DOWNLOAD("download.Download", Download::new);

        private final String original;
        private final MemoryHost port;
        private int originalPort;

        Pair(String original, Supplier<BaseHTTPRequestHandler> port) {
            this.original = original;
            this.port = new MemoryHost(port::get);
        }
    }

    private Process python;

    @BeforeAll
    void startOriginals() throws Exception {
        Path program = Stream.of("/usr/bin/python3", "/usr/local/bin/python3")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(program != null, "there is no python3");
        Stream<String> names = Stream.of(Pair.values()).map(pair -> pair.original);
        Stream<String> command = Stream.of(String.valueOf(program), "-c", SERVE, FOLDER.toString());
        python = new ProcessBuilder(Stream.concat(command, names).toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader ports = python.inputReader();
        for (Pair pair : Pair.values()) {
            pair.originalPort = Integer.parseInt(ports.readLine().split(" ")[1]);
        }
    }

    @AfterAll
    void stopOriginals() throws Exception {
        if (python != null) {
            python.getOutputStream().close();
            python.waitFor();
        }
    }

    static Stream<Object[]> requests() {
        String type = "Content-Type: application/x-www-form-urlencoded\r\n";
        return Stream.of(
                row(Pair.NOTES, "GET / HTTP/1.0", "", ""),
                row(Pair.NOTES, "POST / HTTP/1.0", type, "text=gr%C3%BCn+%22%26%22"),
                row(Pair.NOTES, "POST / HTTP/1.0", "", "raw"),
                row(Pair.NOTES, "POST / HTTP/1.0", type, "remove=raw"),
                row(Pair.NOTES, "POST / HTTP/1.0", type, "remove=never+there"),
                row(Pair.NOTES, "PUT / HTTP/1.0", "", ""),
                row(Pair.NOTES, "DELETE / HTTP/1.0", "", ""),
                row(Pair.UPLOAD, "PUT / HTTP/1.0", "", "abc"),
                row(Pair.UPLOAD, "POST / HTTP/1.0", "", ""),
                row(Pair.ECHO, "GET / HTTP/1.1", "Host: h\r\nConnection: close\r\n", ""),
                row(Pair.ECHO, "GET / HTTP/1.1", "Host: h\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", ""),
                row(Pair.WHO_AM_I, "GET / HTTP/1.0", "", ""),
                row(Pair.WHO_AM_I, "GET /?login HTTP/1.0", "", ""),
                row(Pair.WHO_AM_I, "GET / HTTP/1.0", "Authorization: Basic Z3Vlc3Q6Z2FuZ3dheQ==\r\n", ""),
                row(Pair.FORM, "GET /form HTTP/1.0", "", ""),
                row(Pair.FORM, "POST /form HTTP/1.0", type, "other=1&name=Ada+L%C3%B6velace"),
                row(Pair.FORM, "POST /form HTTP/1.0", type, ""),
                row(Pair.DOWNLOAD, "GET /70000 HTTP/1.0", "", ""),
                row(Pair.DOWNLOAD, "GET /many HTTP/1.0", "", ""));
    }

    private static Object[] row(Pair pair, String line, String fields, String content) {
        String length = content.isEmpty() ? "" : "Content-Length: " + content.length() + "\r\n";
        return new Object[] {pair, line, line + "\r\n" + fields + length + "\r\n" + content};
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("requests")
    void answerTheSame(Pair pair, String line, String request) throws Exception {
        byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(comparable(original(pair, bytes)), comparable(pair.port.exchange(bytes)));
    }

    private static byte[] original(Pair pair, byte[] request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", pair.originalPort)) {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            try (InputStream in = socket.getInputStream()) {
                return in.readAllBytes();
            }
        }
    }

    private static String comparable(byte[] response) {
        return new String(response, StandardCharsets.ISO_8859_1).replaceAll("(?m)^(Server|Date): .*$", "$1: …");
    }
}
