package dev.gangway.standalone.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.gangway.contract.SocketClient;
import dev.gangway.host.MemoryHost;
import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.ThreadingHTTPServer;
import dev.gangway.standalone.log.LoggedRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the file handler of {@code serve} tells of requests. */
class ServedFilesTest {
    @TempDir
    Path folder = Path.of("");

    private final List<LoggedRequest> told = new ArrayList<>();

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "0123456789");
        Files.writeString(folder.resolve("long.txt"), "a line that is repeated\n".repeat(20_000));
        Files.createDirectory(folder.resolve("many"));
        for (int i = 0; i < 400; i++) {
            Files.createFile(folder.resolve("many/a file with a name " + i));
        }
    }

    private String exchange(String requests) throws Exception {
        MemoryHost host = new MemoryHost(() -> {
            ServedFiles handler = new ServedFiles(folder, told::add, null);
            handler.archive(true);
            handler.webdav("read");
            return handler;
        });
        byte[] response = host.exchange(requests.getBytes(StandardCharsets.ISO_8859_1));
        return new String(response, StandardCharsets.ISO_8859_1);
    }

    @Test
    void tellsOfNoHealthChecksAndScrapes() throws Exception {
        try (HTTPServer server = new ThreadingHTTPServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                () -> new ServedFiles(folder, told::add, null))) {
            server.health("/healthz");
            server.metrics("/metrics");
            Thread thread = new Thread(server::serveForever, "server");
            thread.setDaemon(true);
            thread.start();
            try (SocketClient client = new SocketClient(server.serverPort())) {
                for (String path : List.of("/healthz", "/a.txt", "/metrics")) {
                    client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                }
                client.halfClose();
                client.readToEnd();
            }
            assertEquals(
                    List.of("/a.txt"), told.stream().map(LoggedRequest::path).toList());
        }
    }

    /** Returns how long the content of a response is, without the framing of chunks. */
    private static int contentBytes(String response) {
        int end = response.indexOf("\r\n\r\n");
        String body = end < 0 ? response : response.substring(end + 4);
        if (!response.contains("Transfer-Encoding: chunked")) {
            return body.length();
        }
        int bytes = 0;
        for (int at = 0; at < body.length(); ) {
            int lineEnd = body.indexOf("\r\n", at);
            int length = Integer.parseInt(body.substring(at, lineEnd), 16);
            bytes += length;
            at = lineEnd + 2 + length + 2;
        }
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    GET /a.txt HTTP/1.1             | X: y                  | 200
                    GET /a.txt HTTP/1.1             | Range: bytes=2-4      | 206
                    GET /a.txt HTTP/1.1             | Range: bytes=0-0,8-8  | 206
                    GET /a.txt HTTP/1.1             | Range: bytes=20-      | 416
                    GET /a.txt HTTP/1.1             | If-None-Match: *      | 304
                    GET /long.txt HTTP/1.1          | X: y                  | 200
                    GET /long.txt HTTP/1.1          | Accept-Encoding: gzip | 200
                    GET /long.txt HTTP/1.0          | Accept-Encoding: gzip | 200
                    HEAD /long.txt HTTP/1.1         | X: y                  | 200
                    GET /many/ HTTP/1.1             | X: y                  | 200
                    GET /many/ HTTP/1.1             | Accept-Encoding: gzip | 200
                    GET /many/?json HTTP/1.0        | X: y                  | 200
                    GET /?archive=zip HTTP/1.1      | X: y                  | 200
                    GET /?archive=tar.gz HTTP/1.0   | X: y                  | 200
                    HEAD /?archive=zip HTTP/1.1     | X: y                  | 200
                    GET /missing HTTP/1.1           | X: y                  | 404
                    PROPFIND / HTTP/1.1             | Depth: 1              | 207
                    GET /a.txt                      | X: y                  | 200
                    nonsense                        | X: y                  | 400
                    """)
    void countsTheBytesOfTheContent(String requestLine, String field, int status) throws Exception {
        String response = exchange(requestLine + "\r\nHost: localhost\r\n" + field + "\r\n\r\n");
        assertEquals(1, told.size());
        assertEquals(status, told.get(0).status());
        assertEquals(contentBytes(response), told.get(0).bytes());
    }

    @Test
    void tellsNothingOfOneRequestWithTheNext() throws Exception {
        String first = "GET /a.txt HTTP/1.1\r\nHost: localhost\r\nUser-Agent: curl\r\n\r\n";
        exchange(first + "G".repeat(70_000) + "\r\n\r\n");
        exchange(first + "nonsense\r\n\r\n");
        assertEquals(
                List.of(200, 414, 200, 400),
                told.stream().map(LoggedRequest::status).toList());
        for (int i = 1; i < 4; i += 2) {
            assertEquals("", told.get(i).path());
            assertNull(told.get(i).userAgent());
        }
        assertEquals("curl", told.get(0).userAgent());
    }
}
