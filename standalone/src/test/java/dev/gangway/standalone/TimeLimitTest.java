package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.SocketClient;
import dev.gangway.host.ClientGoneException;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerConnection.Phase;
import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits are short here, and what must not run out in a test has no limit at all. */
@Timeout(30)
class TimeLimitTest {
    private static final Duration SHORT = Duration.ofMillis(80);

    private final LinkedBlockingQueue<Object> outcomes = new LinkedBlockingQueue<>();

    private static TestServer unlimited(HTTPServerTest.Kind kind, HandlerFactory factory) throws IOException {
        TestServer server = kind.server(factory);
        server.idleTimeout(null);
        server.headerTimeout(null);
        server.bodyTimeout(null);
        server.minContentRate(0);
        server.writeTimeout(null);
        return server;
    }

    /** Runs work after a line was read, and keeps what it throws. */
    private HandlerFactory noting(Work work) {
        return Handlers.afterLine(connection -> {
            try {
                outcomes.add(work.run(connection));
            } catch (IOException e) {
                outcomes.add(e);
                throw e;
            }
        });
    }

    private interface Work {
        Object run(HandlerConnection connection) throws IOException;
    }

    private Object outcome() throws InterruptedException {
        Object outcome = outcomes.poll(10, TimeUnit.SECONDS);
        assertNotNull(outcome, "the handler goes on");
        return outcome;
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionWithoutARequestIsClosed(HTTPServerTest.Kind kind) throws Exception {
        try (TestServer server = unlimited(kind, Handlers.echo())) {
            server.idleTimeout(SHORT);
            try (SocketClient client = server.started().connect()) {
                assertEquals(0, client.readToEnd().length);
            }
            assertNull(server.logged.poll());
        }
    }

    @Test
    void aConnectionIsClosedSomeTimeAfterItsLastRequest() throws Exception {
        try (TestServer server = unlimited(HTTPServerTest.Kind.THREADING, Handlers.echo())) {
            server.idleTimeout(SHORT);
            try (SocketClient client = server.started().connect()) {
                client.send("a\n");
                assertEquals("a\n", client.read(2));
                assertEquals(0, client.readToEnd().length);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHeadThatComesByteByByteIsLimitedAsAWhole(HTTPServerTest.Kind kind) throws Exception {
        try (TestServer server = unlimited(kind, Handlers.echo())) {
            server.headerTimeout(Duration.ofMillis(300));
            try (SocketClient client = server.started().connect()) {
                long start = System.nanoTime();
                assertThrows(IOException.class, () -> {
                    while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(10)) {
                        client.send("x");
                        TimeUnit.MILLISECONDS.sleep(20); // the attack
                    }
                });
                assertTrue(System.nanoTime() - start >= TimeUnit.MILLISECONDS.toNanos(300));
            }
            assertNull(server.logged.poll());
        }
    }

    @Test
    void contentThatStandsStillEndsTheConnection() throws Exception {
        HandlerFactory factory = noting(connection -> connection.rfile().read());
        try (TestServer server = unlimited(HTTPServerTest.Kind.THREADING, factory)) {
            server.bodyTimeout(SHORT);
            try (SocketClient client = server.started().connect()) {
                client.send("?\n");
                assertEquals(ClientGoneException.class, outcome().getClass());
                assertEquals(0, client.readToEnd().length);
            }
            assertNull(server.logged.poll());
        }
    }

    @ParameterizedTest
    @EnumSource
    void contentThatTricklesEndsTheConnection(HTTPServerTest.Kind kind) throws Exception {
        HandlerFactory factory = noting(connection -> Handlers.readLine(connection));
        try (TestServer server = unlimited(kind, factory)) {
            server.minContentRate(1000);
            server.minContentRateAfter(SHORT);
            try (SocketClient client = server.started().connect()) {
                client.send("?\n");
                assertThrows(IOException.class, () -> {
                    for (int i = 0; i < 200; i++) {
                        client.send("x");
                        TimeUnit.MILLISECONDS.sleep(20); // the attack
                    }
                });
                assertEquals(ClientGoneException.class, outcome().getClass());
            }
            assertNull(server.logged.poll());
        }
    }

    @Test
    void contentThatMovesIsNotLimitedAsAWhole() throws Exception {
        HandlerFactory factory = noting(connection -> Handlers.readLine(connection));
        try (TestServer server = unlimited(HTTPServerTest.Kind.THREADING, factory)) {
            server.bodyTimeout(Duration.ofMillis(400));
            server.minContentRate(1);
            server.minContentRateAfter(SHORT);
            try (SocketClient client = server.started().connect()) {
                client.send("?\n");
                for (int i = 0; i < 12; i++) {
                    TimeUnit.MILLISECONDS.sleep(50); // a slow client
                    client.send("x");
                }
                client.send("\n");
                assertEquals("xxxxxxxxxxxx", outcome());
            }
        }
    }

    @Test
    void aHandlerThatWorksIsNotLimited() throws Exception {
        HandlerFactory factory = noting(connection -> {
            try {
                TimeUnit.MILLISECONDS.sleep(500); // the work
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            Handlers.write(connection, "done");
            return "done";
        });
        try (TestServer server = HTTPServerTest.Kind.THREADING.server(factory)) {
            server.idleTimeout(SHORT);
            server.headerTimeout(SHORT);
            server.bodyTimeout(SHORT);
            server.minContentRateAfter(SHORT);
            server.writeTimeout(SHORT);
            assertEquals("done", server.started().ask("?\n"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatTakesNothingIsReset(HTTPServerTest.Kind kind) throws Exception {
        HandlerFactory factory = noting(TimeLimitTest::writeForever);
        try (TestServer server = unlimited(kind, factory)) {
            server.writeTimeout(SHORT);
            try (SocketClient client = server.started().connect()) {
                client.send("?\n");
                assertEquals(ClientGoneException.class, outcome().getClass());
            }
            assertNull(server.logged.poll());
        }
    }

    /** The system has taken megabytes at once, and has no room for more until the client has taken a third of them. */
    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(value = OS.LINUX, disabledReason = "no other system tells how many bytes a client has not taken yet")
    void aClientThatTakesLittleIsServed(HTTPServerTest.Kind kind) throws Exception {
        int most = 8_000_000;
        HandlerFactory factory = noting(connection -> {
            connection.wfile().write(new byte[most]);
            return "written";
        });
        try (TestServer server = unlimited(kind, factory);
                Socket socket = new Socket()) {
            server.writeTimeout(Duration.ofSeconds(1));
            server.started();
            socket.setReceiveBufferSize(16 * 1024);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.serverPort()));
            try (SocketClient client = new SocketClient(socket)) {
                client.send("?\n");
                int taken = 0;
                for (int i = 0; i < 30; i++) {
                    TimeUnit.MILLISECONDS.sleep(100); // three times the limit in all
                    taken += client.input().readNBytes(10_000).length;
                }
                assertEquals(most - taken, client.readToEnd().length);
            }
            assertEquals("written", outcome());
        }
    }

    @Test
    void aHandlersOwnLimitOnReadsLeavesTheConnectionInUse() throws Exception {
        HandlerFactory factory = noting(connection -> {
            connection.timeout(SHORT);
            long start = System.nanoTime();
            assertThrows(SocketTimeoutException.class, () -> connection.rfile().read());
            long millis = (System.nanoTime() - start) / 1_000_000;
            connection.timeout(null);
            Handlers.write(connection, "too slow\n");
            return millis >= 80 ? Handlers.readLine(connection) : "after " + millis + " ms";
        });
        try (TestServer server = unlimited(HTTPServerTest.Kind.THREADING, factory)) {
            server.bodyTimeout(Duration.ofSeconds(20));
            try (SocketClient client = server.started().connect()) {
                client.send("?\n");
                assertEquals("too slow\n", client.readUntil("\n"));
                client.send("sorry\n");
                assertEquals("sorry", outcome());
            }
        }
    }

    @Test
    void aHandlersOwnLimitTakesThePlaceOfTheServers() throws Exception {
        HandlerFactory factory = noting(connection -> {
            connection.timeout(Duration.ofSeconds(20));
            Handlers.write(connection, "!");
            return Handlers.readLine(connection);
        });
        try (TestServer server = unlimited(HTTPServerTest.Kind.THREADING, factory)) {
            server.bodyTimeout(SHORT);
            server.minContentRate(1000);
            server.minContentRateAfter(SHORT);
            try (SocketClient client = server.started().connect()) {
                client.send("?\n");
                client.read(1);
                TimeUnit.MILLISECONDS.sleep(400); // longer than the server's
                client.send("late\n");
                assertEquals("late", outcome());
            }
        }
    }

    @Test
    void aHandlersOwnLimitOnWritesIsASocketTimeout() throws Exception {
        HandlerFactory factory = noting(connection -> {
            connection.timeout(SHORT);
            return writeForever(connection);
        });
        try (TestServer server = unlimited(HTTPServerTest.Kind.THREADING, factory)) {
            try (SocketClient client = server.started().connect()) {
                client.send("?\n");
                assertEquals(SocketTimeoutException.class, outcome().getClass());
            }
        }
    }

    @Test
    void aRawConnectionMayWaitForAnyLength() throws Exception {
        HandlerFactory factory = noting(connection -> {
            connection.phase(Phase.RAW);
            Handlers.write(connection, "!");
            return Handlers.readLine(connection);
        });
        try (TestServer server = HTTPServerTest.Kind.THREADING.server(factory)) {
            server.idleTimeout(SHORT);
            server.bodyTimeout(SHORT);
            server.minContentRateAfter(SHORT);
            try (SocketClient client = server.started().connect()) {
                client.send("?\n");
                client.read(1);
                TimeUnit.MILLISECONDS.sleep(400); // longer than any limit
                client.send("frame\n");
                assertEquals("frame", outcome());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void aLimitIsPositive(String text) throws Exception {
        Duration limit = Duration.parse(text);
        try (TestServer server = HTTPServerTest.Kind.THREADING.server(noting(connection -> {
            assertThrows(IllegalArgumentException.class, () -> connection.timeout(limit));
            return "refused";
        }))) {
            assertThrows(IllegalArgumentException.class, () -> server.idleTimeout(limit));
            assertThrows(IllegalArgumentException.class, () -> server.timeout(limit));
            assertThrows(IllegalArgumentException.class, () -> server.minContentRate((int) limit.toSeconds() - 1));
            server.started().ask("?\n");
            assertEquals("refused", outcome());
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"PT1S", "P1000000D"})
    void aLimitMayBeLongOrNone(@Nullable String text) throws Exception {
        Duration limit = text == null ? null : Duration.parse(text);
        try (TestServer server = HTTPServerTest.Kind.THREADING.server(Handlers.saying("hi"))) {
            server.idleTimeout(limit);
            server.writeTimeout(limit);
            assertEquals(limit, server.idleTimeout());
            assertEquals("hi", server.started().ask("?\n"));
        }
    }

    private static Object writeForever(HandlerConnection connection) throws IOException {
        byte[] much = new byte[1024 * 1024];
        while (true) {
            connection.wfile().write(much);
        }
    }
}
