package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.SocketClient;
import dev.gangway.host.ClientGoneException;
import dev.gangway.host.HandlerConnection;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HTTPServerTest {
    /** The two kinds of servers, which differ in nothing but the threads. */
    enum Kind {
        ONE_BY_ONE,
        THREADING;

        TestServer server(dev.gangway.host.HandlerFactory factory) throws IOException {
            return this == THREADING ? TestServer.threading(factory) : TestServer.oneByOne(factory);
        }
    }

    @ParameterizedTest
    @EnumSource
    void servesOneConnectionAfterTheOther(Kind kind) throws Exception {
        try (TestServer server = kind.server(Handlers.saying("hi")).started()) {
            assertEquals("hi", server.ask("?\n"));
            assertEquals("hi", server.ask("?\n"));
        }
    }

    @Test
    void threadingServesOneConnectionWhileAnotherWaits() throws Exception {
        try (TestServer server = TestServer.threading(Handlers.echo()).started();
                SocketClient first = server.connect();
                SocketClient second = server.connect()) {
            first.send("a\n");
            assertEquals("a\n", first.read(2));
            second.send("b\n");
            assertEquals("b\n", second.read(2));
            first.send("c\n");
            assertEquals("c\n", first.read(2));
        }
    }

    @Test
    void oneByOneKeepsTheSecondConnectionWaiting() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (TestServer server = TestServer.oneByOne(Handlers.afterLine(connection -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            Handlers.write(connection, "x");
                            running.decrementAndGet();
                        }))
                        .started();
                SocketClient first = server.connect();
                SocketClient second = server.connect()) {
            second.send("?\n");
            first.send("?\n");
            assertEquals("x", first.read(1));
            assertEquals("x", second.read(1));
            assertEquals(1, most.get());
        }
    }

    @Test
    void constructorListensBeforeAnybodyServes() throws Exception {
        try (TestServer server = TestServer.oneByOne(Handlers.saying("hi"));
                SocketClient early = server.connect()) {
            early.send("?\n");
            server.started();
            assertEquals("hi", early.read(2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void logsWhatAHandlerThrowsAsPythonDoesAndServesOn(Kind kind) throws Exception {
        try (TestServer server = kind.server(Handlers.afterLine(connection -> {
                    throw new IllegalStateException("broken");
                }))
                .started()) {
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.serverPort())) {
                client.getOutputStream().write('\n');
                assertEquals(-1, client.getInputStream().read());
                List<String> report = server.nextLog().lines().toList();
                String rule = "-".repeat(40);
                assertEquals(rule, report.get(0));
                assertEquals(
                        "Exception occurred during processing of request from ('127.0.0.1', " + client.getLocalPort()
                                + ")",
                        report.get(1));
                assertEquals("java.lang.IllegalStateException: broken", report.get(2));
                assertEquals(rule, report.get(report.size() - 1));
            }
            assertEquals("", server.ask("?\n"));
        }
    }

    @Test
    void aMessageOfAnExceptionForgesNoLogLines() throws Exception {
        String forged = "a\n127.0.0.1 - - [x] \"GET / HTTP/1.1\" 200 -\r\u001b[2J\u0007\u009b31m\u2028\\";
        try (TestServer server = TestServer.threading(Handlers.afterLine(connection -> {
                    IllegalStateException error = new IllegalStateException(forged, new IOException(forged));
                    error.addSuppressed(new IOException(forged));
                    throw error;
                }))
                .started()) {
            assertEquals("", server.ask("?\n"));
            String escaped = "a\\x0a127.0.0.1 - - [x] \"GET / HTTP/1.1\" 200 -\\x0d\\x1b[2J\\x07\\x9b31m\\u2028\\\\";
            List<String> report = Arrays.asList(server.nextLog().split("\n", -1));
            assertEquals(
                    List.of(
                            "java.lang.IllegalStateException: " + escaped,
                            "\tSuppressed: java.io.IOException: " + escaped,
                            "Caused by: java.io.IOException: " + escaped),
                    report.stream().filter(line -> line.contains("xception: ")).toList());
            List<String> others = report.subList(3, report.size() - 1).stream()
                    .filter(line -> !line.strip()
                            .matches("at .*|\\.\\.\\. [0-9]+ (more|common frames.*)|(Suppressed|Caused by): .*"))
                    .toList();
            assertEquals(List.of(), others);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, StackOverflowError.class, AssertionError.class})
    void anErrorCostsOnlyItsOwnConnection(Class<? extends Error> type) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (TestServer server = TestServer.oneByOne(Handlers.afterLine(connection -> {
                    if (calls.getAndIncrement() == 0) {
                        throw newInstance(type);
                    }
                    Handlers.write(connection, "fine");
                }))
                .started()) {
            assertEquals("", server.ask("?\n"));
            assertTrue(server.nextLog().contains(type.getName()));
            assertEquals("fine", server.ask("?\n"));
        }
    }

    private static Error newInstance(Class<? extends Error> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void reportsAFactoryThatFails() throws Exception {
        try (TestServer server = TestServer.threading(() -> {
                    throw new IOException("no handler today");
                })
                .started()) {
            assertEquals("", server.ask(""));
            assertTrue(server.nextLog().contains("no handler today"));
        }
    }

    @Test
    void saysNothingOfAClientThatHasGone() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (TestServer server = TestServer.threading(Handlers.afterLine(connection -> {
                    try {
                        while (true) {
                            connection.wfile().write(new byte[65536]);
                        }
                    } catch (ClientGoneException e) {
                        gone.countDown();
                        throw e;
                    }
                }))
                .started()) {
            try (SocketClient client = server.connect()) {
                client.send("?\n");
                client.read(1);
                client.resetOnClose();
            }
            assertTrue(gone.await(10, TimeUnit.SECONDS));
            server.shutdown();
            assertNull(server.logged.poll());
        }
    }

    @Test
    void verifyRequestRefusesAConnection() throws Exception {
        try (TestServer server = new TestServer(Workers.threads(), Handlers.saying("hi")) {
            @Override
            public boolean verifyRequest(HandlerConnection connection) {
                return false;
            }
        }.started()) {
            assertEquals("", server.ask(""));
        }
    }

    @Test
    void callsTheHooksOfSocketserverInOrder() throws Exception {
        ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
        try (TestServer server = new TestServer(Workers.inline(), Handlers.saying("hi")) {
            @Override
            public HandlerConnection getRequest() throws IOException {
                HandlerConnection connection = super.getRequest();
                if (connection != null) {
                    calls.add("get_request");
                }
                return connection;
            }

            @Override
            public boolean verifyRequest(HandlerConnection connection) {
                calls.add("verify_request");
                return super.verifyRequest(connection);
            }

            @Override
            public void processRequest(HandlerConnection connection) {
                calls.add("process_request");
                super.processRequest(connection);
            }

            @Override
            public void finishRequest(HandlerConnection connection) throws Exception {
                calls.add("finish_request");
                super.finishRequest(connection);
            }

            @Override
            public void shutdownRequest(HandlerConnection connection) {
                calls.add("shutdown_request");
                super.shutdownRequest(connection);
            }
        }) {
            try (SocketClient client = server.connect()) {
                client.send("?\n");
                server.handleRequest();
                assertEquals("hi", client.read(2));
            }
            assertEquals(
                    List.of("get_request", "verify_request", "process_request", "finish_request", "shutdown_request"),
                    new ArrayList<>(calls));
        }
    }

    @Test
    void serviceActionsAreCalledWhenNothingHappens() throws Exception {
        CountDownLatch calls = new CountDownLatch(3);
        try (TestServer server = new TestServer(Workers.inline(), Handlers.echo()) {
            @Override
            public void serviceActions() {
                calls.countDown();
            }
        }.started()) {
            assertTrue(calls.await(10, TimeUnit.SECONDS), "calls missing: " + calls.getCount() + " on " + server);
        }
    }

    @Test
    void handleRequestServesOneAndReturns() throws Exception {
        try (TestServer server = TestServer.oneByOne(Handlers.saying("hi"));
                SocketClient first = server.connect();
                SocketClient second = server.connect()) {
            first.send("?\n");
            second.send("?\n");
            server.handleRequest();
            assertEquals("hi", first.read(2));
            assertEquals(0, second.input().available());
        }
    }

    @Test
    void handleRequestGivesUpAfterItsTimeout() throws Exception {
        AtomicInteger timeouts = new AtomicInteger();
        try (TestServer server = new TestServer(Workers.inline(), Handlers.echo()) {
            @Override
            public void handleTimeout() {
                timeouts.incrementAndGet();
            }
        }) {
            server.timeout(Duration.ofMillis(50));
            long start = System.nanoTime();
            server.handleRequest();
            assertTrue(System.nanoTime() - start >= 50_000_000);
            assertEquals(1, timeouts.get());
        }
    }

    @Test
    void onlyOneThreadAtATimeServes() throws Exception {
        CountDownLatch serving = new CountDownLatch(1);
        try (TestServer server = new TestServer(Workers.inline(), Handlers.echo()) {
            @Override
            public void serviceActions() {
                serving.countDown();
            }
        }.started()) {
            assertTrue(serving.await(10, TimeUnit.SECONDS));
            assertThrows(IllegalStateException.class, server::handleRequest);
        }
    }

    @Test
    void handlersShareAttributes() throws Exception {
        try (TestServer server = TestServer.threading(Handlers.afterLine(connection -> Handlers.write(
                        connection, String.valueOf(connection.server().attribute("answer")))))
                .started()) {
            server.attribute("answer", 42);
            assertEquals("42", server.ask("?\n"));
            server.attribute("answer", null);
            assertEquals("null", server.ask("?\n"));
        }
    }

    @Test
    void connectionKnowsBothEnds() throws Exception {
        try (TestServer server = TestServer.threading(Handlers.afterLine(connection -> Handlers.write(
                                connection,
                                connection.clientAddress() + " " + connection.localAddress() + " "
                                        + connection.isSecure())))
                        .started();
                Socket client = new Socket(InetAddress.getLoopbackAddress(), server.serverPort())) {
            client.getOutputStream().write('\n');
            assertEquals(
                    "/127.0.0.1:" + client.getLocalPort() + " /127.0.0.1:" + client.getPort() + " false",
                    new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void knowsItsAddressNameAndPort() throws Exception {
        try (TestServer server = TestServer.threading(Handlers.echo())) {
            assertEquals(server.serverPort(), server.serverAddress().getPort());
            assertTrue(server.serverPort() > 0);
            assertEquals(InetAddress.getLoopbackAddress().getCanonicalHostName(), server.serverName());
        }
    }

    @Test
    void anAddressInUseIsAnIOException() throws Exception {
        try (TestServer server = TestServer.threading(Handlers.echo())) {
            assertThrows(BindException.class, () -> new HTTPServer(server.serverAddress(), Handlers.echo()).close());
        }
    }

    @Test
    void closeLetsGoOfThePort() throws Exception {
        TestServer server = TestServer.threading(Handlers.saying("hi")).started();
        InetSocketAddress address = server.serverAddress();
        assertEquals("hi", server.ask("?\n"));
        server.close();
        new HTTPServer(address, Handlers.echo()).close();
    }

    @Test
    void attributesSetBeforeBindingAreUsed() throws Exception {
        HTTPServer server = new HTTPServer(TestServer.ANY_PORT, Handlers.echo(), false);
        try (server) {
            server.requestQueueSize(5);
            server.allowReuseAddress(false);
            server.allowReusePort(true);
            assertEquals(0, server.serverPort());
            server.serverBind();
            server.serverActivate();
            assertTrue(server.serverPort() > 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void theWildcardAddressTakesBothFamilies(String target) throws Exception {
        Assumptions.assumeTrue(hasIpv6() || !target.contains(":"), "this machine has no IPv6");
        try (ThreadingHTTPServer server = new ThreadingHTTPServer(new InetSocketAddress(0), Handlers.saying("hi"))) {
            Thread thread = new Thread(server::serveForever);
            thread.start();
            try (SocketClient client = new SocketClient(new Socket(target, server.serverPort()))) {
                client.send("?\n");
                assertEquals("hi", client.read(2));
            }
            server.shutdown();
            thread.join(10_000);
            assertFalse(thread.isAlive());
        }
    }

    @Test
    void theFamilyIpv4LeavesOutIpv6() throws Exception {
        Assumptions.assumeTrue(hasIpv6(), "this machine has no IPv6");
        try (HTTPServer server = new HTTPServer(new InetSocketAddress(0), Handlers.echo(), false)) {
            server.addressFamily(StandardProtocolFamily.INET);
            server.serverBind();
            assertThrows(IOException.class, () -> new Socket("::1", server.serverPort()).close());
            new Socket("127.0.0.1", server.serverPort()).close();
        }
    }

    private static boolean hasIpv6() {
        try (java.net.ServerSocket probe = new java.net.ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void handlersRunOnVirtualThreadsWhereTheJvmHasThem() throws Exception {
        try (TestServer server = TestServer.threading(Handlers.afterLine(
                        connection -> Handlers.write(connection, String.valueOf(Thread.currentThread()))))
                .started()) {
            String thread = server.ask("?\n");
            assertEquals(Runtime.version().feature() >= 21, thread.startsWith("VirtualThread"), thread);
        }
    }

    @Test
    void everyHandlerSeesItsServer() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        TestServer[] holder = new TestServer[1];
        holder[0] = TestServer.threading(Handlers.afterLine(connection -> {
            assertSame(holder[0], connection.server());
            seen.countDown();
        }));
        try (TestServer server = holder[0].started()) {
            server.ask("?\n");
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> seen.await());
        }
    }
}
