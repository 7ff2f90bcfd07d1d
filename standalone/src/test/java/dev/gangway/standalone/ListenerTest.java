package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ListenerTest {
    private static final long LONG_MILLIS = 20_000;

    private Listener listener;

    @BeforeEach
    void open() throws IOException {
        listener = new Listener();
    }

    @AfterEach
    void close() {
        listener.close();
    }

    private InetSocketAddress bind() throws IOException {
        return listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), null, 10, true, false);
    }

    @Test
    void acceptsEachConnectionOnce() throws IOException {
        InetSocketAddress address = bind();
        assertNull(listener.accept(), "no client has come");
        try (Socket client = new Socket(address.getAddress(), address.getPort())) {
            assertTrue(listener.await(LONG_MILLIS));
            try (SocketChannel accepted = listener.accept()) {
                assertNotNull(accepted);
                assertEquals(client.getLocalSocketAddress(), accepted.getRemoteAddress());
            }
            assertNull(listener.accept());
        }
    }

    @Test
    void doesNotWaitIfThereIsNoTime() throws IOException {
        bind();
        assertFalse(listener.await(0));
        assertFalse(listener.await(-1));
    }

    @Test
    void anotherThreadEndsTheWait() throws Exception {
        bind();
        CountDownLatch ended = new CountDownLatch(1);
        Thread waiter = new Thread(() -> {
            try {
                assertFalse(listener.await(LONG_MILLIS));
                ended.countDown();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        waiter.start();
        listener.wakeup();
        assertTrue(ended.await(10, TimeUnit.SECONDS));
    }

    @Test
    void lettingGoFreesThePortAtOnce() throws IOException {
        InetSocketAddress address = bind();
        listener.close();
        assertFalse(listener.isOpen());
        assertFalse(listener.await(LONG_MILLIS), "a closed listener waits for nothing");
        assertThrows(ConnectException.class, () -> new Socket(address.getAddress(), address.getPort()).close());
        Listener next = new Listener();
        try {
            assertEquals(address, next.bind(address, null, 10, true, false));
        } finally {
            next.close();
        }
    }

    @Test
    void refusesAPortThatIsInUseAndMayTryAnother() throws IOException {
        InetSocketAddress address = bind();
        Listener second = new Listener();
        try {
            assertThrows(BindException.class, () -> second.bind(address, null, 10, true, false));
            assertNotNull(second.bind(new InetSocketAddress(address.getAddress(), 0), null, 10, true, false));
        } finally {
            second.close();
        }
    }

    @Test
    void sharesAPortIfBothSaySo() throws IOException {
        Listener first = new Listener();
        Listener second = new Listener();
        try {
            InetSocketAddress any = new InetSocketAddress("127.0.0.1", 0);
            InetSocketAddress address = first.bind(any, null, 10, true, true);
            Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no SO_REUSEPORT");
            assertEquals(address, second.bind(address, null, 10, true, true));
            assertThrows(BindException.class, () -> listener.bind(address, null, 10, true, false));
        } finally {
            first.close();
            second.close();
        }
    }

    @Test
    void saysWhichNameItDoesNotKnow() {
        InetSocketAddress unknown = InetSocketAddress.createUnresolved("nowhere.invalid", 0);
        IOException refused = assertThrows(IOException.class, () -> listener.bind(unknown, null, 10, true, false));
        assertEquals("unknown host: nowhere.invalid", refused.getMessage());
    }

    @Test
    void acceptsNothingBeforeItIsBound() {
        assertThrows(IllegalStateException.class, listener::accept);
    }
}
