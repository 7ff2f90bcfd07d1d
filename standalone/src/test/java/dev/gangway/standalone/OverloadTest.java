package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.SocketClient;
import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.HandlerConnection;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class OverloadTest {
    @Test
    void aConnectionBeyondTheBoundIsAnswered503() throws Exception {
        CountDownLatch mayFinish = new CountDownLatch(1);
        try (TestServer server = TestServer.threading(Handlers.afterLine(connection -> {
                            Handlers.write(connection, "working ");
                            await(mayFinish);
                            Handlers.write(connection, "done");
                        }))
                        .started();
                SocketClient first = server.connect()) {
            server.maxConnections(1);
            first.send("?\n");
            first.readUntil("working ");
            String refusal = server.ask("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertTrue(refusal.startsWith("HTTP/1.1 503 Service Unavailable\r\n"), refusal);
            assertTrue(refusal.contains("\r\nConnection: close\r\n"), refusal);
            mayFinish.countDown();
            assertEquals("done", text(first.readToEnd()));
            awaitCount(server, 0);
            assertTrue(server.ask("?\n").endsWith("done"));
        }
    }

    @Test
    void aNewcomerTakesThePlaceOfTheConnectionThatHasWaitedLongest() throws Exception {
        try (TestServer server = TestServer.threading(Handlers.echo()).started();
                SocketClient idle = server.connect()) {
            server.maxConnections(1);
            idle.send("a\n");
            idle.read(2);
            TimeUnit.MILLISECONDS.sleep(1500); // a connection that has just come does not give way
            try (SocketClient second = server.connect()) {
                second.send("b\n");
                assertEquals("b\n", second.read(2));
                assertEquals(0, idle.readToEnd().length);
            }
        }
    }

    @Test
    void fiveHundredSilentConnectionsDoNotDelayAnother() throws Exception {
        List<SocketClient> silent = new ArrayList<>();
        try (TestServer server = TestServer.threading(Handlers.echo()).started()) {
            for (int i = 0; i < 500; i++) {
                silent.add(server.connect());
            }
            assertEquals("hi\n", server.ask("hi\n\n"));
        } finally {
            silent.forEach(SocketClient::close);
        }
    }

    @Test
    void anAnswerSurvivesContentThatNobodyReads() throws Exception {
        try (TestServer server = TestServer.threading(Handlers.afterLine(connection -> {
                            Handlers.write(connection, "no");
                            connection.phase(HandlerConnection.Phase.CLOSING);
                        }))
                        .started();
                SocketClient client = server.connect()) {
            client.send("POST\n");
            client.send(new byte[200_000]);
            assertEquals("no", client.read(2));
            client.send(new byte[200_000]); // would be answered with a reset
            assertEquals(-1, client.input().read());
            client.halfClose();
            awaitLingerers(server, 0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            POST / HTTP/1.1~Host: x~Content-Length: 600000~~       | HTTP/1.1 501
            POST / HTTP/1.1~Host: x~Content-Length: 1x~~           | HTTP/1.1 400
            POST / HTTP/1.1~Host: x~Transfer-Encoding: chunked~~x~ | HTTP/1.1 501
            """)
    void theAnswerToARefusedUploadArrives(String head, String status) throws Exception {
        try (TestServer server = TestServer.threading(() -> {
                            BaseHTTPRequestHandler handler = new BaseHTTPRequestHandler() {};
                            handler.protocolVersion("HTTP/1.1");
                            return handler;
                        })
                        .started();
                SocketClient client = server.connect()) {
            client.send(head.replace("~", "\r\n"));
            byte[] piece = new byte[60_000];
            for (int i = 0; i < 10; i++) {
                client.send(piece);
            }
            assertEquals(status, client.read(status.length()));
        }
    }

    @Test
    void aClientThatNeverStopsSendingIsLeftAfterSomeTime() throws Exception {
        try (TestServer server = TestServer.threading(Handlers.afterLine(connection -> {
                            Handlers.write(connection, "no");
                            connection.phase(HandlerConnection.Phase.CLOSING);
                        }))
                        .started();
                SocketClient client = server.connect()) {
            client.send("POST\n");
            client.readToEnd();
            long start = System.nanoTime();
            awaitLingerers(server, 1);
            awaitLingerers(server, 0);
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(5));
        }
    }

    @Test
    void aClientThatTakesNothingTiesUpNoMoreThanTheSendBuffer() throws Exception {
        AtomicInteger pieces = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(1);
        try (TestServer server = TestServer.threading(Handlers.afterLine(connection -> {
            try {
                while (true) {
                    connection.wfile().write(new byte[8192]);
                    pieces.incrementAndGet();
                }
            } finally {
                ended.countDown();
            }
        }))) {
            server.sendBufferBytes(32 * 1024);
            server.writeTimeout(java.time.Duration.ofMillis(200));
            server.started();
            try (SocketClient client = server.connect()) {
                client.send("?\n");
                assertTrue(ended.await(10, TimeUnit.SECONDS));
                // What the client's own side holds comes on top.
                assertTrue(pieces.get() * 8192 < 1_500_000, pieces + " pieces of 8 KiB went out");
            }
        }
    }

    @Test
    void anAbortIsAResetThatTheClientSees() throws Exception {
        try (TestServer server = TestServer.threading(Handlers.afterLine(connection -> {
                            Handlers.write(connection, "half");
                            connection.abort();
                        }))
                        .started();
                SocketClient client = server.connect()) {
            client.send("?\n");
            org.junit.jupiter.api.Assertions.assertThrows(
                    java.net.SocketException.class, () -> client.input().readAllBytes());
        }
    }

    @Test
    void acceptGoesOnAfterAFailureWithOneLineInTheLog() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        try (TestServer server = new TestServer(Workers.threads(), Handlers.saying("hi")) {
            @Override
            public HandlerConnection getRequest() throws IOException {
                if (failures.getAndIncrement() < 3) {
                    throw new IOException("Too many open files");
                }
                return super.getRequest();
            }
        }.started()) {
            assertEquals("hi", server.ask("?\n"));
            assertEquals("gangway: cannot accept a connection: Too many open files", server.nextLog());
            assertFalse(failures.get() < 4);
            assertEquals(0, server.logged.size());
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static void awaitCount(TestServer server, int count) {
        while (server.connectionCount() != count) {
            Thread.onSpinWait();
        }
    }

    private static void awaitLingerers(TestServer server, int count) {
        while (server.lingeringCount() != count) {
            Thread.onSpinWait();
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
