package dev.gangway.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sockets whose output is shut while the client is still sending: what comes is discarded for a short time, because a
 * close would be answered with a reset, which may lose the client the response (RFC 9112 §9.6).
 *
 * <p>All of them together cost the watchdog's thread and one buffer.
 */
final class LingeringClose {
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long MAX_BYTES = 1024 * 1024;
    private static final int MAX_SOCKETS = 1024;

    private static final class Lingerer {
        private final long deadline = System.nanoTime() + MAX_NANOS;
        private long bytes;
    }

    private final Selector selector;
    private final Queue<SocketChannel> newcomers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final ByteBuffer discarded = ByteBuffer.allocateDirect(16 * 1024);

    LingeringClose() throws IOException {
        selector = Selector.open();
    }

    /** Takes over a socket, from any thread; false, and the socket is not taken, if there are too many. */
    boolean add(SocketChannel channel) throws IOException {
        if (!selector.isOpen() || count.incrementAndGet() > MAX_SOCKETS) {
            count.decrementAndGet();
            return false;
        }
        try {
            channel.configureBlocking(false);
        } catch (IOException e) {
            count.decrementAndGet();
            throw e;
        }
        newcomers.add(channel);
        selector.wakeup();
        return true;
    }

    int count() {
        return count.get();
    }

    void wakeup() {
        selector.wakeup();
    }

    /** Waits for input or until the time is over, and closes the connections that are due. Called by one thread. */
    void await(long millis) throws IOException {
        selector.select(this::discard, millis);
        for (SocketChannel channel = newcomers.poll(); channel != null; channel = newcomers.poll()) {
            register(channel);
        }
        long now = System.nanoTime();
        for (SelectionKey key : selector.keys()) {
            if (key.isValid() && ((Lingerer) key.attachment()).deadline - now < 0) {
                end(key);
            }
        }
    }

    /** Closes all sockets, by the thread that waits for them or when there is none. */
    void close() {
        if (!selector.isOpen()) {
            return;
        }
        try {
            for (SelectionKey key : selector.keys()) {
                end(key);
            }
            selector.close();
        } catch (IOException e) {
            // Nothing is left to be done for it.
        }
    }

    private void register(SocketChannel channel) {
        try {
            channel.register(selector, SelectionKey.OP_READ, new Lingerer());
        } catch (IOException e) {
            count.decrementAndGet();
            close(channel);
        }
    }

    private void discard(SelectionKey key) {
        Lingerer lingerer = (Lingerer) key.attachment();
        try {
            int n = ((SocketChannel) key.channel()).read(discarded.clear());
            lingerer.bytes += n;
            if (n < 0 || lingerer.bytes > MAX_BYTES) {
                end(key);
            }
        } catch (IOException e) {
            end(key);
        }
    }

    private void end(SelectionKey key) {
        if (key.isValid()) {
            key.cancel();
            count.decrementAndGet();
        }
        close((SocketChannel) key.channel());
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is left to be done for it.
        }
    }
}
