package dev.gangway.standalone;

import dev.gangway.standalone.loop.Seat;
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
    static final long MAX_BYTES = 1024 * 1024;
    private static final int MAX_SOCKETS = 1024;

    private static final class Lingerer {
        private final long deadline = System.nanoTime() + MAX_NANOS;
        private long bytes;
    }

    /** A socket that an event loop reads from and closes, unless that takes too long. */
    private record Guarded(SocketChannel channel, Seat seat, long deadline) {}

    private final Selector selector;
    private final Queue<Guarded> guarded = new ConcurrentLinkedQueue<>();
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

    /**
     * Guards a socket that an event loop discards the rest of, from any thread; false, and it is not guarded, if there are too many. The
     * loop calls {@link #released()} when it has closed it.
     */
    boolean guard(SocketChannel channel, Seat seat) {
        if (!selector.isOpen() || count.incrementAndGet() > MAX_SOCKETS) {
            count.decrementAndGet();
            return false;
        }
        guarded.add(new Guarded(channel, seat, System.nanoTime() + MAX_NANOS));
        return true;
    }

    void released() {
        count.decrementAndGet();
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
        for (Guarded oldest = guarded.peek(); oldest != null; oldest = guarded.peek()) {
            if (oldest.channel().isOpen() && oldest.deadline() - now > 0) {
                break;
            }
            guarded.remove();
            if (oldest.channel().isOpen()) {
                close(oldest.channel());
                oldest.seat().wake();
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
            guarded.forEach(socket -> close(socket.channel()));
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
