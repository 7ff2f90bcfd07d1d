package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
@SuppressWarnings("try") // a client that does nothing is part of the test
class SendQueuesTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static int port(ServerSocketChannel listening) {
        return listening.socket().getLocalPort();
    }

    /** Writes until the system takes no more; returns how much that was. */
    private static long fill(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        long written = 0;
        int idle = 0;
        while (idle < 50) {
            int n = channel.write(ByteBuffer.allocate(256 * 1024));
            written += n;
            idle = n == 0 ? idle + 1 : 0;
        }
        return written;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    @EnabledOnOs(OS.LINUX)
    void tellsHowMuchAClientHasNotTaken(String host) throws IOException {
        try (ServerSocketChannel listening = ServerSocketChannel.open().bind(new InetSocketAddress(host, 0));
                Socket client = new Socket(InetAddress.getByName(host), port(listening));
                SocketChannel channel = listening.accept()) {
            SendQueues queues = new SendQueues(port(listening));
            InetSocketAddress address = (InetSocketAddress) channel.getRemoteAddress();
            assertEquals(0, queues.bytes(address, System.nanoTime(), 0), "nothing was written");
            long written = fill(channel);
            long queued = queues.bytes(address, System.nanoTime(), -1);
            assertTrue(queued > 0 && queued <= written, queued + " of " + written);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void looksNoMoreOftenThanItIsAsked() throws IOException {
        try (ServerSocketChannel listening =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Socket client = new Socket(InetAddress.getLoopbackAddress(), port(listening));
                SocketChannel channel = listening.accept()) {
            SendQueues queues = new SendQueues(port(listening));
            InetSocketAddress address = (InetSocketAddress) channel.getRemoteAddress();
            long now = System.nanoTime();
            assertEquals(0, queues.bytes(address, now, SECOND));
            fill(channel);
            assertEquals(0, queues.bytes(address, now + SECOND, SECOND), "the answer is a second old");
            assertTrue(queues.bytes(address, now + SECOND + 1, SECOND) > 0);
        }
    }

    @Test
    void knowsNothingOfAStranger() {
        SendQueues queues = new SendQueues(1);
        assertEquals(
                SendQueues.UNKNOWN, queues.bytes(new InetSocketAddress("127.0.0.1", 1), System.nanoTime(), SECOND));
    }
}
