package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.SocketClient;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class ShutdownTest {
    @ParameterizedTest
    @EnumSource
    void endsServeForever(HTTPServerTest.Kind kind) throws Exception {
        try (TestServer server = kind.server(Handlers.saying("hi")).started()) {
            server.ask("?\n");
            server.shutdown();
            server.awaitServed();
        }
    }

    @ParameterizedTest
    @EnumSource
    void closesConnectionsThatAreIdle(HTTPServerTest.Kind kind) throws Exception {
        try (TestServer server = kind.server(Handlers.echo()).started();
                SocketClient client = server.connect()) {
            client.send("a\n");
            assertEquals("a\n", client.read(2));
            server.shutdown();
            server.awaitServed();
            assertEquals(0, client.readToEnd().length);
        }
    }

    @ParameterizedTest
    @EnumSource
    void mayBeAskedForByAHandler(HTTPServerTest.Kind kind) throws Exception {
        try (TestServer server = kind.server(Handlers.afterLine(connection -> {
                    ((HTTPServer) connection.server()).shutdown();
                    Handlers.write(connection, "bye");
                }))
                .started()) {
            assertEquals("bye", server.ask("?\n"));
            server.awaitServed();
        }
    }

    @ParameterizedTest
    @EnumSource
    void closeMayBeAskedForByAHandler(HTTPServerTest.Kind kind) throws Exception {
        try (TestServer server = kind.server(Handlers.afterLine(connection -> {
                    ((HTTPServer) connection.server()).close();
                    Handlers.write(connection, "bye");
                }))
                .started()) {
            assertEquals("bye", server.ask("?\n"));
            server.awaitServed();
        }
    }

    @Test
    void twoHandlersMayAskAtOnce() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        try (TestServer server = TestServer.threading(Handlers.afterLine(connection -> {
                            both.countDown();
                            await(both);
                            ((HTTPServer) connection.server()).shutdown();
                            Handlers.write(connection, "bye");
                        }))
                        .started();
                SocketClient first = server.connect();
                SocketClient second = server.connect()) {
            first.send("?\n");
            second.send("?\n");
            assertEquals("bye", first.read(3));
            assertEquals("bye", second.read(3));
            server.awaitServed();
        }
    }

    @Test
    void isRememberedUntilSomebodyServes() throws Exception {
        try (TestServer server = TestServer.oneByOne(Handlers.echo())) {
            server.shutdown();
            server.serveForever();
        }
    }

    @Test
    void mayBeRepeatedAndServingMayGoOnAfterwards() throws Exception {
        try (TestServer server = TestServer.threading(Handlers.saying("hi"))) {
            for (int i = 0; i < 3; i++) {
                Thread thread = new Thread(server::serveForever);
                thread.start();
                assertEquals("hi", server.ask("?\n"));
                server.shutdown();
                thread.join(10_000);
                assertEquals(Thread.State.TERMINATED, thread.getState());
            }
        }
    }

    @Test
    void closeMayBeRepeated() throws Exception {
        TestServer server = TestServer.threading(Handlers.echo()).started();
        server.close();
        server.close();
        server.awaitServed();
        assertThrows(ConnectException.class, () -> server.connect().close());
    }

    @ParameterizedTest
    @EnumSource
    void letsARunningResponseFinish(HTTPServerTest.Kind kind) throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayFinish = new CountDownLatch(1);
        ExecutorService stopper = Executors.newSingleThreadExecutor();
        try (TestServer server = kind.server(Handlers.afterLine(connection -> {
                            Handlers.write(connection, "first ");
                            running.countDown();
                            await(mayFinish);
                            Handlers.write(connection, "last");
                        }))
                        .started();
                SocketClient client = server.connect()) {
            client.send("?\n");
            await(running);
            Future<?> stopped = stopper.submit(server::close);
            assertThrows(java.util.concurrent.TimeoutException.class, () -> stopped.get(100, TimeUnit.MILLISECONDS));
            mayFinish.countDown();
            stopped.get(10, TimeUnit.SECONDS);
            assertEquals("first last", new String(client.readToEnd(), java.nio.charset.StandardCharsets.ISO_8859_1));
        } finally {
            stopper.shutdownNow();
        }
    }

    @Test
    void answersARequestThatHasArrivedAlready() throws Exception {
        try (TestServer server = TestServer.oneByOne(Handlers.saying("hi"));
                SocketClient client = server.connect()) {
            client.send("?\n");
            server.handleRequest();
            server.shutdown();
            assertEquals("hi", client.read(2));
        }
    }

    @Test
    void cutsWhatExceedsTheGracePeriod() throws Exception {
        try (TestServer server = TestServer.threading(Handlers.afterLine(connection -> {
                            Handlers.write(connection, "x");
                            Handlers.readLine(connection);
                        }))
                        .started();
                SocketClient client = server.connect()) {
            server.gracePeriod(Duration.ofMillis(50));
            client.send("?\n");
            client.read(1);
            server.shutdown();
            server.awaitServed();
            assertEquals(0, client.readToEnd().length);
        }
    }

    @Test
    void theNextRequestOfAConnectionIsNotWaitedFor() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayFinish = new CountDownLatch(1);
        ExecutorService stopper = Executors.newSingleThreadExecutor();
        try (TestServer server = TestServer.threading(() -> connection -> {
                            while (!Handlers.readLine(connection).isEmpty()) {
                                connection.phase(HandlerConnection.Phase.REQUEST);
                                running.countDown();
                                await(mayFinish);
                                Handlers.write(connection, "done");
                                connection.phase(HandlerConnection.Phase.IDLE);
                            }
                        })
                        .started();
                SocketClient client = server.connect()) {
            client.send("a\n");
            await(running);
            Future<?> stopped = stopper.submit(server::shutdown);
            server.awaitServed();
            mayFinish.countDown();
            stopped.get(5, TimeUnit.SECONDS);
            assertEquals("done", new String(client.readToEnd(), java.nio.charset.StandardCharsets.ISO_8859_1));
        } finally {
            stopper.shutdownNow();
        }
    }

    /** Reads a byte, says so, and answers once a line has come. */
    private static HandlerFactory sayingAfterByte(CountDownLatch byteCame) {
        return () -> connection -> {
            connection.rfile().read();
            byteCame.countDown();
            if (connection.rfile().read() >= 0) {
                Handlers.readLine(connection);
                Handlers.write(connection, "hi");
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void aHeadThatDoesNotEndIsNotWaitedFor(HTTPServerTest.Kind kind) throws Exception {
        CountDownLatch byteCame = new CountDownLatch(1);
        try (TestServer server = kind.server(sayingAfterByte(byteCame)).started();
                SocketClient client = server.connect()) {
            client.send("GET /a.txt HT");
            await(byteCame);
            long start = System.nanoTime();
            server.shutdown();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            assertTrue(millis < 5000, "a grace period of 10 s was used up: " + millis + " ms");
            assertEquals(0, client.readToEnd().length);
            assertEquals(0, server.logged.size(), server.logged::toString);
        }
    }

    @Test
    void aHeadThatIsOnItsWayIsWaitedFor() throws Exception {
        CountDownLatch byteCame = new CountDownLatch(1);
        ExecutorService stopper = Executors.newSingleThreadExecutor();
        try (TestServer server = TestServer.threading(sayingAfterByte(byteCame)).started();
                SocketClient client = server.connect()) {
            client.send("GET /a.txt HT");
            await(byteCame);
            Future<?> stopped = stopper.submit(server::shutdown);
            while (!server.isStopping()) {
                Thread.onSpinWait();
            }
            client.send("TP/1.0\n");
            assertEquals("hi", client.read(2));
            stopped.get(10, TimeUnit.SECONDS);
        } finally {
            stopper.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }
}
