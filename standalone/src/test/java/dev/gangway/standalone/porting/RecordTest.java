package dev.gangway.standalone.porting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.ThreadingHTTPServer;
import dev.gangway.standalone.cli.Words;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RecordTest {
    /** Answers in the ways that are hard to record. */
    static class Legacy extends BaseHTTPRequestHandler {
        Legacy() {
            protocolVersion("HTTP/1.1");
        }

        public void do_GET() throws IOException {
            switch (path()) {
                case "/throws" -> throw new IllegalStateException("on purpose");
                case "/events" -> events();
                case "/echo" -> echo();
                case "/copy" -> copy();
                default -> text("asked for " + path());
            }
        }

        public void do_HEAD() throws IOException {
            do_GET();
        }

        public void do_POST() throws IOException {
            text(new String(rfile().readAllBytes(), StandardCharsets.ISO_8859_1));
        }

        private void text(String text) throws IOException {
            sendResponse(200);
            sendHeader("Content-Length", text.length());
            endHeaders();
            wfile().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        private void events() throws IOException {
            sendResponse(200);
            sendHeader("Content-Type", "text/event-stream");
            endHeaders();
            while (true) {
                wfile().write("data: tick\n\n".getBytes(StandardCharsets.US_ASCII));
                wfile().flush();
            }
        }

        /** Speaks another protocol after 101: greets, and answers each line until it is the last. */
        private void echo() throws IOException {
            if (headers().get("Upgrade") == null) {
                sendError(426);
                return;
            }
            switchProtocols();
            line("hello");
            for (String line = line(); !line.isEmpty() && !line.equals("bye"); line = line()) {
                line("> " + line);
            }
            line("bye");
        }

        private void copy() throws IOException {
            switchProtocols();
            rfile().transferTo(wfile());
        }

        private void switchProtocols() throws IOException {
            sendResponse(101);
            sendHeader("Upgrade", headers().get("Upgrade"));
            sendHeader("Connection", "Upgrade");
            endHeaders();
        }

        private String line() throws IOException {
            return new String(rfile().readline(), StandardCharsets.US_ASCII).strip();
        }

        void line(String line) throws IOException {
            wfile().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            wfile().flush();
        }

        @Override
        public void logMessage(String format, Object... args) {}
    }

    private final List<HTTPServer> servers = new ArrayList<>();
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void stopServers() {
        servers.forEach(HTTPServer::close);
    }

    private int start(HandlerFactory factory) throws IOException {
        HTTPServer server = new ThreadingHTTPServer(new InetSocketAddress("127.0.0.1", 0), factory) {
            @Override
            public void log(String line) {
                log.add(line);
            }

            @Override
            public void handleError(dev.gangway.host.HandlerConnection connection, Throwable failure) {}
        };
        servers.add(server);
        Thread thread = new Thread(server::serveForever);
        thread.setDaemon(true);
        thread.start();
        return server.serverPort();
    }

    private int record(int port, Duration patience) throws IOException {
        Recording recording = new Recording(folder);
        InetSocketAddress target = new InetSocketAddress("127.0.0.1", port);
        return start(() -> new RecordingHandler(target, recording, patience));
    }

    private int record() throws IOException {
        return record(start(Legacy::new), Duration.ofSeconds(30));
    }

    private static String exchange(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static int compare(Path requests, String... servers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> words = new ArrayList<>(List.of("compare", "--timeout", "1", "-r", requests.toString()));
        words.addAll(List.of(servers));
        return Words.run(stream, stream, words.toArray(new String[0]));
    }

    /** Compares recorded answers with those of a handler. */
    private int compareWith(HandlerFactory port) throws IOException {
        return compare(folder, "http://127.0.0.1:" + start(port));
    }

    @Test
    void recordsWhatIsComparedLater() throws IOException {
        String request = "GET /a/b?c HTTP/1.1\r\nHost: x\r\nX-A: b\r\n\r\n";
        String response = exchange(record(), request);
        log.clear();
        assertTrue(response.endsWith("\r\n\r\nasked for /a/b?c"), response);
        assertEquals(List.of("0001-GET-a-b.request", "0001-GET-a-b.response"), files());
        assertEquals(request, file("0001-GET-a-b.request"));
        assertEquals(response, file("0001-GET-a-b.response"));
        assertEquals(0, compareWith(Legacy::new));
        assertEquals(1, compareWith(() -> new Legacy() {
            @Override
            public void do_GET() throws IOException {
                sendError(404);
            }
        }));
    }

    @Test
    void passesAStreamOnAtOnceAndKeepsItsBeginning() throws Exception {
        int port = record();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String seen = new String(in.readNBytes(400), StandardCharsets.US_ASCII);
            assertTrue(seen.contains("data: tick\n\ndata: tick\n\n"), seen);
        }
        awaitLog("0001-GET-events: the client left before the response ended");
        assertEquals(List.of("0001-GET-events.request", "0001-GET-events.stream"), files());
        assertTrue(file("0001-GET-events.stream").contains("\r\n\r\ndata: tick\n\n"));
        assertEquals(0, compareWith(Legacy::new));
        assertEquals(1, compareWith(() -> new Legacy() {
            @Override
            public void do_GET() throws IOException {
                sendResponse(200);
                sendHeader("Content-Type", "text/event-stream");
                endHeaders();
                wfile().write("data: tick\n\n".getBytes(StandardCharsets.US_ASCII));
            }
        }));
    }

    @Test
    void recordsThatThereWasNoAnswer() throws IOException {
        int port = record();
        assertEquals("", exchange(port, "GET /throws HTTP/1.1\r\nHost: x\r\n\r\n"));
        assertEquals("", file("0001-GET-throws.response"));
        exchange(port, "GET /else HTTP/1.1\r\nHost: x\r\n\r\n");
        assertEquals(0, compareWith(Legacy::new));
    }

    /** Either side may end first: the words of both are passed on and recorded. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void passesAnotherProtocolOnBothWays(boolean serverEnds) throws IOException {
        String request = "GET /echo HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", record())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 101 Switching Protocols", in.readLine());
            assertEquals(
                    "hello",
                    in.lines()
                            .dropWhile(line -> !line.isEmpty())
                            .skip(1)
                            .findFirst()
                            .orElse(""));
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write((i + "\n").getBytes(StandardCharsets.US_ASCII));
                assertEquals("> " + i, in.readLine());
            }
            if (serverEnds) {
                socket.getOutputStream().write("bye\n".getBytes(StandardCharsets.US_ASCII));
            } else {
                socket.shutdownOutput();
            }
            assertEquals("bye", in.readLine());
            assertNull(in.readLine());
        }
        assertEquals(List.of("0001-GET-echo.request", "0001-GET-echo.response"), files());
        assertEquals(request + "0\n1\n2\n" + (serverEnds ? "bye\n" : ""), file("0001-GET-echo.request"));
        assertTrue(file("0001-GET-echo.response").endsWith("\r\n\r\nhello\n> 0\n> 1\n> 2\nbye\n"));
        assertEquals(0, compareWith(Legacy::new));
        assertEquals(1, compareWith(() -> new Legacy() {
            @Override
            void line(String line) throws IOException {
                super.line(line.toUpperCase(Locale.ROOT));
            }
        }));
    }

    /** More than all buffers on the way hold: neither direction may wait for the other. */
    @Test
    void passesMuchOnBothWaysAtOnce() throws Exception {
        byte[] data = new byte[48 << 20];
        String request = "GET /copy HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: copy\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", record())) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
                try {
                    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().write(data);
                    socket.shutdownOutput();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertEquals(data.length, response.length() - response.indexOf("\r\n\r\n") - 4);
            sent.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void passesOnThatAnotherProtocolIsRefused() throws IOException {
        String request = "GET /other HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n";
        String response = exchange(record(), request);
        assertTrue(response.endsWith("\r\n\r\nasked for /other"), response);
        assertEquals(request, file("0001-GET-other.request"));
        assertEquals(response, file("0001-GET-other.response"));
    }

    @Test
    void keepsWhatWasSaidUntilTheClientLeft() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", record())) {
            socket.setSoLinger(true, 0); // leaves with a reset
            socket.getOutputStream()
                    .write("GET /echo HTTP/1.1\r\nHost: x\r\nUpgrade: echo\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            in.lines().takeWhile(line -> !line.equals("hello")).forEach(line -> {});
        }
        awaitLog("0001-GET-echo: the client left before the response ended");
        assertEquals(List.of("0001-GET-echo.request", "0001-GET-echo.stream"), files());
        assertTrue(file("0001-GET-echo.stream").endsWith("\r\n\r\nhello\n"));
    }

    private void awaitLog(String part) throws InterruptedException {
        String line = "";
        while (!line.contains(part)) {
            line = String.valueOf(log.poll(30, TimeUnit.SECONDS));
        }
    }

    /** The end of the last chunk is not where its bytes happen to stand. */
    @Test
    void passesChunksOnWhateverIsInThem() throws IOException {
        String request = "POST /c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "a;note=0\r\nab0\r\n\r\n0\r\n\r\n2\r\n\r\n\r\n0\r\nX-T: 0\r\n\r\n";
        String response = exchange(record(), request);
        assertTrue(response.endsWith("Content-Length: 12\r\n\r\nab0\r\n\r\n0\r\n\r\n"), response);
        assertEquals(request, file("0001-POST-c.request"));
    }

    @Test
    void endsWhereTheResponseToHeadEnds() throws IOException {
        String response = exchange(record(), "HEAD /h HTTP/1.1\r\nHost: x\r\n\r\n");
        assertTrue(
                response.endsWith("Content-Length: 12\r\n\r\nasked for /h") || response.endsWith("\r\n\r\n"), response);
        assertEquals(response, file("0001-HEAD-h.response"));
    }

    @Test
    void writesThroughNoLink() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.txt"), "untouched");
        int recorder = record();
        Files.createSymbolicLink(folder.resolve("0001-GET-a.request"), elsewhere);
        Files.createSymbolicLink(folder.resolve("0002-GET-a.response"), elsewhere);
        exchange(recorder, "GET /a HTTP/1.0\r\n\r\n");
        assertEquals("untouched", Files.readString(elsewhere));
        assertEquals("GET /a HTTP/1.0\r\n\r\n", Files.readString(folder.resolve("0003-GET-a.request")));
    }

    @Test
    void keepsWhatAnEarlierRecordingLeft() throws IOException {
        Files.writeString(folder.resolve("0041-GET.request"), "GET / HTTP/1.0\r\n\r\n");
        exchange(record(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        assertEquals(List.of("0041-GET.request", "0042-GET.request", "0042-GET.response"), files());
    }

    @Test
    void saysThatTheServerCannotBeReached() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        String response = exchange(record(nobody, Duration.ofSeconds(30)), "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        assertTrue(response.startsWith("HTTP/1.1 502 "), response);
        assertTrue(response.contains("cannot ask /127.0.0.1:" + nobody + ": Connection refused"), response);
        assertEquals(List.of(), files());
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            String into = folder.toString();
            assertEquals(2, Words.run(stream, stream, "record", "http://127.0.0.1:1", "--into", into, "--port", port));
            String said = out.toString(StandardCharsets.UTF_8);
            assertTrue(
                    said.contains("cannot listen on 127.0.0.1:" + port + " (Address already in use); see --port"),
                    said);
        }
    }

    @Test
    void givesUpOnASilentServer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            int port = record(silent.getLocalPort(), Duration.ofSeconds(1));
            assertEquals("", exchange(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
            assertEquals(
                    true,
                    String.valueOf(log.poll(30, TimeUnit.SECONDS))
                            .contains("0001-GET: the server was silent for 1 seconds"));
            assertEquals(List.of("0001-GET.request", "0001-GET.stream"), files());
        }
    }
}
