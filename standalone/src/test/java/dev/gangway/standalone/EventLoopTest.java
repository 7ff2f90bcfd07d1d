package dev.gangway.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections in event loops: one that is slow, or fails, is nothing to the others. */
@Timeout(60)
class EventLoopTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    Path directory;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() throws Exception {
        release.countDown();
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void servesManyConnectionsOnFewThreads() throws IOException {
        HTTPServer server = serve(() -> PromptHandler.of(new Tells()));
        for (int i = 0; i < 100; i++) {
            awaitLoop(connect(server));
        }
        assertTrue(loopThreads().size() < 50, () -> loopThreads().toString());
    }

    /** Its loops are just being made. */
    @RepeatedTest(50)
    void servesTheFirstConnection() throws IOException {
        HTTPServer server = serve(() -> PromptHandler.of(new Tells()));
        assertFalse(connect(server).get("/").isEmpty());
    }

    /** As many as may wait in the middle of a response, and more than that. */
    @ParameterizedTest
    @ValueSource(ints = {3, 100})
    void answersWhileOtherHandlersWait(int waiting) throws IOException {
        HTTPServer server = serve(() -> PromptHandler.of(new Tells()));
        for (int i = 0; i < waiting; i++) {
            connect(server).ask("/wait");
        }
        assertFalse(connect(server).get("/").isEmpty());
    }

    @Test
    void answersWhileOtherClientsDoNotRead() throws IOException {
        Files.write(directory.resolve("large"), new byte[20_000_000]);
        Files.writeString(directory.resolve("small"), "small");
        HTTPServer server = serve(() -> new SimpleHTTPRequestHandler(directory));
        List<Client> slow = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            slow.add(connect(server));
            slow.get(i).ask("/large");
        }
        assertEquals("small", connect(server).get("/small"));
        for (Client client : slow) {
            assertEquals(20_000_000, client.answer().length());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\nX: ", "G", "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n"})
    void givesAnIncompleteRequestAThreadOfItsOwn(String part) throws IOException {
        HTTPServer server = serve(() -> PromptHandler.of(new Tells()));
        for (int i = 0; i < 100; i++) {
            connect(server).send(part);
        }
        awaitLoop(connect(server));
    }

    @Test
    void comesBackAfterSomeRequests() throws IOException {
        HTTPServer server = serve(() -> PromptHandler.of(new Tells()));
        Client client = connect(server);
        client.send("GET / HTTP/1.1\r\nHost: x\r\nX: ");
        client.send("\r\n\r\n");
        assertFalse(client.answer().isEmpty());
        awaitLoop(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/interrupt", "/throw", "/error"})
    void survivesAHandler(String path) throws IOException {
        HTTPServer server = serve(() -> PromptHandler.of(new Tells()));
        Client other = connect(server);
        for (int i = 0; i < 10; i++) {
            connect(server).ask(path);
            assertFalse(other.get("/").isEmpty());
        }
        awaitLoop(connect(server));
    }

    @Test
    void closesAnIdleConnectionInTime() throws IOException {
        HTTPServer server = serve(() -> PromptHandler.of(new Tells()));
        server.idleTimeout(Duration.ofMillis(200));
        Client fresh = connect(server);
        Client used = connect(server);
        used.get("/");
        assertEquals(-1, fresh.in.read());
        assertEquals(-1, used.in.read());
        assertEquals(0, awaitNone(server));
    }

    @Test
    void keepsTheHandlersOwnTimeLimit() throws IOException {
        HTTPServer server = serve(() -> {
            Tells tells = new Tells();
            tells.timeout(Duration.ofMillis(200));
            return PromptHandler.of(tells);
        });
        Client client = connect(server);
        client.get("/");
        assertEquals(-1, client.in.read());
    }

    @Test
    void closesIdleConnectionsWhenItStops() throws IOException {
        HTTPServer server = serve(() -> PromptHandler.of(new Tells()));
        Client used = connect(server);
        used.get("/");
        server.shutdown();
        assertEquals(-1, used.in.read());
        assertEquals(0, server.connectionCount());
    }

    @Test
    void leavesNoThreadBehind() throws IOException {
        Set<Thread> before = loopThreads();
        HTTPServer server = serve(() -> PromptHandler.of(new Tells()));
        connect(server).get("/");
        connect(server).ask("/wait");
        Set<Thread> own = loopThreads();
        own.removeAll(before);
        assertFalse(own.isEmpty());
        release.countDown();
        server.close();
        for (Thread thread : own) {
            assertEnds(thread);
        }
    }

    @Test
    void servesAgainAfterAStop() throws IOException {
        HTTPServer server = serve(() -> PromptHandler.of(new Tells()));
        connect(server).get("/");
        server.shutdown();
        start(server);
        awaitLoop(connect(server));
    }

    @Test
    void readsWhatTheClientStillSendsBeforeItCloses() throws IOException {
        HTTPServer server = serve(() -> PromptHandler.of(new Tells()));
        Client client = connect(server);
        client.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\n\r\n");
        client.send("more ".repeat(1000));
        assertFalse(client.answer().isEmpty());
        assertEquals(-1, client.in.read());
        client.close();
        assertEquals(0, awaitNone(server));
    }

    /** Asks until a loop answers: on a busy machine a connection may have to leave it, and comes back after some requests. */
    private static void awaitLoop(Client client) {
        String thread = client.get("/");
        while (!thread.startsWith("gangway-loop-")) {
            thread = client.get("/");
        }
    }

    private static void assertEnds(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertFalse(thread.isAlive(), thread::getName);
    }

    private static Set<Thread> loopThreads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> !thread.getName().startsWith("gangway-loop-"));
        return threads;
    }

    private static int awaitNone(HTTPServer server) {
        while (server.connectionCount() + server.lingeringCount() > 0) {
            Thread.onSpinWait();
        }
        return server.connectionCount();
    }

    private HTTPServer serve(HandlerFactory factory) throws IOException {
        HTTPServer server = new ThreadingHTTPServer(ANY_PORT, factory) {
            @Override
            public void log(String line) {
                // Not of interest.
            }
        };
        opened.add(server);
        start(server);
        return server;
    }

    private static void start(HTTPServer server) {
        Thread thread = new Thread(server::serveForever, "server");
        thread.setDaemon(true);
        thread.start();
    }

    private Client connect(HTTPServer server) throws IOException {
        Client client = new Client(server.serverPort());
        opened.add(client);
        return client;
    }

    /** Tells the name of the thread that serves it, which a virtual thread has not, unless the path asks for something else. */
    private final class Tells extends BaseHTTPRequestHandler {
        Tells() {
            protocolVersion("HTTP/1.1");
        }

        @SuppressWarnings("unused")
        public void do_GET() throws IOException {
            switch (path()) {
                case "/wait" -> await();
                case "/interrupt" -> Thread.currentThread().interrupt();
                case "/throw" -> throw new IllegalStateException("as asked");
                case "/error" -> throw new StackOverflowError("as asked");
                default -> {
                    // The answer is enough.
                }
            }
            byte[] content = (Thread.currentThread().getName() + " answers").getBytes(ISO_8859_1);
            sendResponse(200);
            sendHeader("Content-Length", content.length);
            endHeaders();
            wfile().write(content);
        }

        private void await() {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A client that asks, and reads the answer when it likes. */
    private static final class Client implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(30_000);
            socket.setTcpNoDelay(true);
            in = socket.getInputStream();
            out = socket.getOutputStream();
        }

        String get(String path) {
            try {
                ask(path);
                return answer();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        void ask(String path) throws IOException {
            send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
        }

        void send(String text) throws IOException {
            out.write(text.getBytes(ISO_8859_1));
        }

        /** Returns the content of the next response. */
        String answer() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                assertTrue(next >= 0, () -> "the connection ended after " + head);
                head.append((char) next);
            }
            String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
            String length =
                    lower.substring(lower.indexOf("content-length: ") + 16).split("\r", 2)[0];
            return new String(in.readNBytes(Integer.parseInt(length)), ISO_8859_1);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
