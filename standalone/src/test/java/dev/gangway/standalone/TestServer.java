package dev.gangway.standalone;

import dev.gangway.contract.SocketClient;
import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** A server on a free port whose log is a queue. */
class TestServer extends HTTPServer {
    static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    final LinkedBlockingQueue<String> logged = new LinkedBlockingQueue<>();
    private final CountDownLatch served = new CountDownLatch(1);

    TestServer(Workers workers, HandlerFactory factory) throws IOException {
        super(ANY_PORT, factory, workers);
        bindAndActivate();
    }

    static TestServer threading(HandlerFactory factory) throws IOException {
        return new TestServer(Workers.threads(), factory);
    }

    static TestServer oneByOne(HandlerFactory factory) throws IOException {
        return new TestServer(Workers.inline(), factory);
    }

    /** Serves on a thread of its own. */
    TestServer started() {
        Thread thread = new Thread(
                () -> {
                    serveForever();
                    served.countDown();
                },
                "test server");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Waits until serveForever has returned. */
    void awaitServed() throws InterruptedException {
        Assertions.assertTrue(served.await(10, TimeUnit.SECONDS), "serveForever has not returned");
    }

    SocketClient connect() throws IOException {
        return new SocketClient(serverPort());
    }

    /** Sends text on a new connection and returns what comes back until the server closes. */
    String ask(String text) throws IOException {
        try (SocketClient client = connect()) {
            client.send(text);
            return new String(client.readToEnd(), StandardCharsets.ISO_8859_1);
        }
    }

    String nextLog() throws InterruptedException {
        String line = logged.poll(10, TimeUnit.SECONDS);
        Assertions.assertNotNull(line, "nothing was logged");
        return line;
    }

    @Override
    public void log(String line) {
        logged.add(line);
    }
}
