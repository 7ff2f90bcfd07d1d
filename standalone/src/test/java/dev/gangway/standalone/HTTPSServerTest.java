package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gangway.contract.SocketClient;
import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.Handler;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.pem.Certificates;
import dev.gangway.standalone.pem.ServerCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HTTPSServerTest {
    @TempDir
    static Path directory;

    private static ServerCertificate certificate;

    private final LinkedBlockingQueue<String> logged = new LinkedBlockingQueue<>();

    @BeforeAll
    static void makeCertificate() throws Exception {
        Certificates.assumeOpenssl();
        Certificates.make(directory, "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
        certificate = ServerCertificate.read(directory.resolve("cert.pem"), directory.resolve("key.pem"), null);
    }

    private HTTPSServer serve(HandlerFactory factory) throws IOException {
        return serve(factory, certificate.context());
    }

    private HTTPSServer serve(HandlerFactory factory, SSLContext context) throws IOException {
        HTTPSServer server = new ThreadingHTTPSServer(TestServer.ANY_PORT, factory, context, List.of("http/1.1")) {
            @Override
            public void log(String line) {
                logged.add(line);
            }
        };
        Thread thread = new Thread(server::serveForever);
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static SSLSocket connect(HTTPSServer server) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", certificate.chain().get(0));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket)
                context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.serverPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaks(String protocol) throws Exception {
        try (HTTPSServer server = serve(Handlers.afterLine(
                        connection -> Handlers.write(connection, "secure: " + connection.isSecure())));
                SSLSocket client = connect(server)) {
            client.setEnabledProtocols(new String[] {protocol});
            client.getOutputStream().write('\n');
            assertEquals("secure: true", text(client));
            assertEquals(protocol, client.getSession().getProtocol());
        }
    }

    /** A provider of the user's, with an engine in C. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaksByConscrypt(String protocol) throws Exception {
        assumeTrue(Conscrypt.isAvailable(), "Conscrypt has no library for this machine");
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        char[] password = "secret".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server", certificate.key(), password, certificate.chain().toArray(X509Certificate[]::new));
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS", Conscrypt.newProvider());
        context.init(keys.getKeyManagers(), null, null);
        String much = "x".repeat(50_000) + "\n";
        try (HTTPSServer server = serve(Handlers.echo(), context);
                SSLSocket client = connect(server);
                SocketClient lines = new SocketClient(client)) {
            client.setEnabledProtocols(new String[] {protocol});
            SSLParameters parameters = client.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            client.setSSLParameters(parameters);
            lines.send("first\n");
            assertEquals("first\n", lines.readUntil("\n"));
            assertEquals(protocol, client.getSession().getProtocol());
            assertEquals("http/1.1", client.getApplicationProtocol());
            lines.send(much);
            assertEquals(much, lines.readUntil("\n"));
            client.shutdownOutput(); // the server answers with its own farewell, as at any end of a connection
            assertEquals(0, lines.readToEnd().length);
            assertNull(logged.poll());
        }
    }

    /** Renegotiation lets a client have the server do costly work again and again, and splice connections together. */
    @Test
    void refusesToShakeHandsAgain() throws Exception {
        try (HTTPSServer server = serve(Handlers.echo());
                SSLSocket client = connect(server)) {
            client.setEnabledProtocols(new String[] {"TLSv1.2"});
            SocketClient lines = new SocketClient(client);
            lines.send("first\n");
            assertEquals("first\n", lines.readUntil("\n"));
            client.startHandshake();
            assertThrows(IOException.class, () -> {
                lines.send("second\n");
                lines.readUntil("\n");
            });
            assertNull(logged.poll());
        }
    }

    @Test
    void takesANewKeyInTls13() throws Exception {
        try (HTTPSServer server = serve(Handlers.echo());
                SSLSocket client = connect(server)) {
            client.setEnabledProtocols(new String[] {"TLSv1.3"});
            SocketClient lines = new SocketClient(client);
            for (int i = 0; i < 5; i++) {
                lines.send("line " + i + "\n");
                assertEquals("line " + i + "\n", lines.readUntil("\n"));
                client.startHandshake(); // after the handshake: a new key
            }
        }
    }

    @Test
    void keepsAConnectionForSeveralRequests() throws Exception {
        try (HTTPSServer server = serve(Handlers.echo());
                SocketClient client = new SocketClient(connect(server))) {
            for (int i = 0; i < 100; i++) {
                client.send("line " + i + "\n");
                assertEquals("line " + i + "\n", client.readUntil("\n"));
            }
        }
    }

    @Test
    void oneByOneSpeaksTlsToo() throws Exception {
        HTTPSServer server = new HTTPSServer(
                TestServer.ANY_PORT,
                Handlers.saying("hi"),
                directory.resolve("cert.pem"),
                directory.resolve("key.pem"));
        try (server;
                SSLSocket client = connect(server)) {
            Thread thread = new Thread(server::serveForever);
            thread.start();
            client.getOutputStream().write('\n');
            assertEquals("hi", text(client));
            server.shutdown();
            thread.join(10_000);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            http/1.1     | http/1.1
            h2,http/1.1  | http/1.1
            h2           | ''
            """)
    void choosesAProtocol(String offered, String chosen) throws Exception {
        try (HTTPSServer server = serve(Handlers.echo());
                SSLSocket client = connect(server)) {
            SSLParameters parameters = client.getSSLParameters();
            parameters.setApplicationProtocols(offered.split(","));
            client.setSSLParameters(parameters);
            client.startHandshake();
            assertEquals(chosen, client.getApplicationProtocol());
        }
    }

    @Test
    void carriesMuchInBothDirections() throws Exception {
        byte[] data = new byte[3_000_000];
        new Random(1).nextBytes(data);
        Handler copy = connection -> {
            connection.phase(HandlerConnection.Phase.REQUEST);
            byte[] all = connection.rfile().readNBytes(data.length);
            connection.wfile().write(all);
        };
        try (HTTPSServer server = serve(() -> copy);
                SSLSocket client = connect(server)) {
            client.getOutputStream().write(data);
            assertArrayEquals(data, client.getInputStream().readAllBytes());
        }
    }

    @ParameterizedTest
    @CsvSource({"0,1000000,1000000", "17,300000,300000", "999990,100,10"})
    void sendsPartOfAFile(long position, long count, long sent) throws Exception {
        Path file = directory.resolve("file");
        byte[] data = new byte[1_000_000];
        new Random(2).nextBytes(data);
        Files.write(file, data);
        try (HTTPSServer server = serve(Handlers.afterLine(connection -> {
                    try (FileChannel channel = FileChannel.open(file)) {
                        assertEquals(sent, connection.transferFrom(channel, position, count));
                    }
                }));
                SSLSocket client = connect(server)) {
            client.getOutputStream().write('\n');
            assertArrayEquals(
                    java.util.Arrays.copyOfRange(data, (int) position, (int) (position + sent)),
                    client.getInputStream().readAllBytes());
        }
    }

    @Test
    void sendsTheHeadBeforeAFileOfAnyLength() throws Exception {
        try (HTTPSServer server = serve(EachLength.files(directory));
                SocketClient client = new SocketClient(connect(server))) {
            EachLength.check(client);
        }
    }

    @Test
    void aReadThatTimedOutMayBeTriedAgain() throws Exception {
        LinkedBlockingQueue<String> read = new LinkedBlockingQueue<>();
        try (HTTPSServer server = serve(Handlers.afterLine(connection -> {
                    connection.timeout(Duration.ofMillis(50));
                    assertThrows(
                            SocketTimeoutException.class,
                            () -> connection.rfile().read());
                    connection.timeout(null);
                    Handlers.write(connection, "again\n");
                    read.add(Handlers.readLine(connection));
                }));
                SocketClient client = new SocketClient(connect(server))) {
            client.send("\n");
            assertEquals("again\n", client.readUntil("\n"));
            client.send("here\n");
            assertEquals("here", read.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aClientWithoutTlsIsNoErrorOfTheServer() throws Exception {
        try (HTTPSServer server = serve(Handlers.echo())) {
            try (SocketClient client = new SocketClient(server.serverPort())) {
                client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
                String response = new String(client.readToEnd(), StandardCharsets.US_ASCII);
                assertTrue(response.startsWith("HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain"), response);
                assertTrue(
                        response.endsWith("\r\n\r\nThis port speaks TLS. Use https:// instead of http://.\n"),
                        response);
            }
            assertEquals(
                    "gangway: a client at 127.0.0.1 sent a plain request, but port " + server.serverPort()
                            + " speaks TLS",
                    logged.poll(10, TimeUnit.SECONDS));
            try (SocketClient another = new SocketClient(server.serverPort())) {
                another.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
                assertTrue(another.readToEnd().length > 0);
            }
            assertNull(logged.poll(), "the second is only counted");
            try (SSLSocket client = connect(server)) {
                client.startHandshake();
            }
        }
    }

    @Test
    void aClientThatDoesNotShakeHandsDoesNotDelayAnother() throws Exception {
        try (HTTPSServer server = serve(Handlers.saying("hi"))) {
            server.idleTimeout(Duration.ofMillis(1500));
            try (SocketClient silent = new SocketClient(server.serverPort());
                    SSLSocket client = connect(server)) {
                client.getOutputStream().write('\n');
                assertEquals("hi", text(client));
                assertEquals(0, silent.readToEnd().length);
            }
        }
    }

    @Test
    void aHandshakeThatStandsStillEndsInTime() throws Exception {
        try (HTTPSServer server = serve(Handlers.echo())) {
            server.headerTimeout(Duration.ofMillis(100));
            try (SocketClient client = new SocketClient(server.serverPort())) {
                client.send(new byte[] {0x16, 3, 1, 0});
                assertEquals(0, client.readToEnd().length);
            }
            assertEquals(
                    "gangway: a client at 127.0.0.1 failed in the TLS handshake on port " + server.serverPort()
                            + ": it took too long",
                    logged.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aClientThatOnlyConnectsIsNotMentioned() throws Exception {
        try (HTTPSServer server = serve(Handlers.saying("hi"))) {
            try (SocketClient client = new SocketClient(server.serverPort())) {
                client.halfClose();
                assertEquals(0, client.readToEnd().length);
            }
            try (SSLSocket client = connect(server)) {
                client.getOutputStream().write('\n');
                assertEquals("hi", text(client));
            }
            assertNull(logged.poll());
        }
    }

    @Test
    void refusesTls11() throws Exception {
        try (HTTPSServer server = serve(Handlers.echo());
                Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.serverPort())) {
            plain.setSoTimeout(10_000);
            // The head of a ClientHello for TLS 1.1 without extensions.
            byte[] hello = new byte[47];
            hello[0] = 0x16;
            hello[1] = 3;
            hello[2] = 1;
            hello[4] = 42;
            hello[5] = 1;
            hello[8] = 38;
            hello[9] = 3;
            hello[10] = 2;
            hello[44] = 0;
            plain.getOutputStream().write(hello);
            assertEquals(0x15, plain.getInputStream().read(), "an alert");
            String line = logged.poll(10, TimeUnit.SECONDS);
            assertTrue(line.startsWith("gangway: a client at 127.0.0.1 failed in the TLS handshake on port "), line);
        }
    }

    @Test
    void aServerMayAskForTheClientsCertificate() throws Exception {
        try (HTTPSServer server =
                        new HTTPSServer(
                                TestServer.ANY_PORT, Handlers.echo(), certificate.context(), List.of("http/1.1")) {
                            @Override
                            protected void configure(javax.net.ssl.SSLEngine engine) {
                                super.configure(engine);
                                engine.setNeedClientAuth(true);
                            }
                        };
                SSLSocket client = connect(server)) {
            Thread thread = new Thread(server::handleRequest);
            thread.start();
            assertThrows(IOException.class, () -> {
                client.startHandshake();
                client.getInputStream().read();
            });
            thread.join(10_000);
        }
    }

    @Test
    void endsWithAFarewellSoThatATruncationCanBeTold() throws Exception {
        try (HTTPSServer server = serve(Handlers.saying("whole"));
                SSLSocket client = connect(server)) {
            client.getOutputStream().write('\n');
            assertEquals("whole", text(client));
        }
        try (HTTPSServer server = serve(Handlers.afterLine(connection -> {
                    Handlers.write(connection, "half");
                    connection.abort();
                }));
                SSLSocket client = connect(server)) {
            client.getOutputStream().write('\n');
            IOException cut = assertThrows(
                    IOException.class, () -> client.getInputStream().readAllBytes());
            assertTrue(cut instanceof SSLException || cut instanceof java.net.SocketException, cut.toString());
        }
    }

    @Test
    void doesNotSayFarewellBehindAResponseInWhichAHandlerHasFailed() throws Exception {
        HandlerFactory failing = () -> new BaseHTTPRequestHandler() {
            @Override
            public boolean dispatch(String command) throws IOException {
                sendResponse(200);
                endHeaders();
                wfile().write('x');
                throw new IllegalStateException("on purpose");
            }
        };
        try (HTTPSServer server = serve(failing);
                SSLSocket client = connect(server)) {
            client.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThrows(IOException.class, () -> client.getInputStream().readAllBytes());
        }
    }

    private static String text(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
