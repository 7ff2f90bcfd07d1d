package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@SuppressWarnings("try") // a client that does nothing is part of the test
class LingeringCloseTest {
    private LingeringClose lingering;
    private ServerSocketChannel listening;

    @BeforeEach
    void open() throws IOException {
        lingering = new LingeringClose();
        listening = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws IOException {
        lingering.close();
        listening.close();
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), listening.socket().getLocalPort());
    }

    private void awaitNone() throws IOException {
        while (lingering.count() > 0) {
            lingering.await(50);
        }
    }

    @Test
    void closesOnceTheClientHasEnded() throws IOException {
        try (Socket client = connect();
                SocketChannel channel = listening.accept()) {
            assertTrue(lingering.add(channel));
            assertEquals(1, lingering.count());
            client.getOutputStream().write(new byte[1000]);
            lingering.await(10);
            assertTrue(channel.isOpen(), "the client is still sending");
            client.shutdownOutput();
            long start = System.nanoTime();
            awaitNone();
            assertFalse(channel.isOpen());
            assertTrue(System.nanoTime() - start < 1_900_000_000L, "it has waited for the deadline");
        }
    }

    @Test
    void closesAfterTwoSecondsWhateverTheClientDoes() throws IOException {
        long start = System.nanoTime();
        try (Socket client = connect();
                SocketChannel channel = listening.accept()) {
            lingering.add(channel);
            awaitNone();
            assertFalse(channel.isOpen());
            assertTrue(System.nanoTime() - start >= 1_900_000_000L, "it has not waited");
        }
    }

    @Test
    void takesNoMoreThanAMegabyte() throws IOException {
        try (Socket client = connect();
                SocketChannel channel = listening.accept()) {
            lingering.add(channel);
            Thread flood = new Thread(() -> {
                byte[] much = new byte[64 * 1024];
                assertThrows(IOException.class, () -> {
                    while (true) {
                        client.getOutputStream().write(much);
                    }
                });
            });
            flood.start();
            long start = System.nanoTime();
            awaitNone();
            assertFalse(channel.isOpen());
            assertTrue(System.nanoTime() - start < 1_900_000_000L, "it has waited for the deadline");
        }
    }

    @Test
    void takesNoneOnceItIsClosed() throws IOException {
        try (Socket client = connect();
                SocketChannel first = listening.accept();
                Socket another = connect();
                SocketChannel second = listening.accept()) {
            lingering.add(first);
            lingering.await(1);
            lingering.close();
            assertFalse(first.isOpen());
            assertEquals(0, lingering.count());
            assertFalse(lingering.add(second));
            assertTrue(second.isOpen(), "it is the caller's to close");
        }
    }

    @Test
    void countsNoneThatIsClosedAlready() throws IOException {
        try (Socket client = connect()) {
            SocketChannel channel = listening.accept();
            channel.close();
            assertThrows(IOException.class, () -> lingering.add(channel));
            assertEquals(0, lingering.count());
        }
    }
}
