package dev.gangway.standalone.loop;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Takes in connections in an event loop, which most often serves them too. */
final class Door extends Place {
    private static final long LONGEST_WAIT_MILLIS = 1000;

    private final EventLoop loop;
    private final ServerSocketChannel listening;
    private final Runnable accept;
    private final CountDownLatch shut = new CountDownLatch(1);
    private @Nullable SelectionKey key;
    private volatile boolean closing;

    Door(EventLoop loop, ServerSocketChannel listening, Runnable accept) {
        this.loop = loop;
        this.listening = listening;
        this.accept = accept;
    }

    @Override
    boolean serve(Turn turn) {
        turn.begins(this);
        loop.watched();
        if (!closing && key != null) {
            accept();
        }
        Thread.interrupted();
        return turn.ends();
    }

    private void accept() {
        try {
            accept.run();
        } catch (RuntimeException | Error e) {
            loop.failed(e); // a lack of memory, most likely; the loop goes on
        }
    }

    @Override
    void register(Selector selector) {
        try {
            if (closing) {
                shut(selector);
            } else if (key == null) {
                key = listening.register(selector, SelectionKey.OP_ACCEPT, this);
            }
        } catch (IOException e) {
            shut.countDown(); // the socket is closed
        }
    }

    private void shut(Selector selector) throws IOException {
        if (key != null) {
            key.cancel();
            // Until then the selector holds on to the port.
            selector.selectNow(loop::collect);
        }
        shut.countDown();
    }

    /** Takes in no more connections from now on. */
    void close() {
        closing = true;
        loop.arrive(this);
    }

    /** Waits until no thread takes in a connection. */
    void awaitShut() {
        try {
            shut.await(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    boolean hasLeft() {
        return shut.getCount() == 0;
    }

    @Override
    void lose() {
        // Others go on to come in by it.
    }
}
