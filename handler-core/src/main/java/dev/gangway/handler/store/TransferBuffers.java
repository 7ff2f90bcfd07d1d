package dev.gangway.handler.store;

import dev.gangway.host.HandlerConnection;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Buffers outside of the heap, through which a host sends files ({@link HandlerConnection#transferFrom}) without another copy.
 * Each is made when it is needed for the first time, and kept; a client that takes its time holds one for as long, so there
 * is a bound.
 *
 * <p>Every method may be called from any thread.
 */
public final class TransferBuffers {
    /** The capacity of each buffer, in bytes. */
    public static final int BYTES = 64 * 1024;

    private final Semaphore left;
    private final Queue<ByteBuffer> free = new ConcurrentLinkedQueue<>();

    /**
     * Makes a store without buffers.
     *
     * @param most how many may be lent at once, 0 or more
     */
    public TransferBuffers(int most) {
        left = new Semaphore(most);
    }

    /**
     * Lends a buffer.
     *
     * @return an empty buffer, to be given back or up by the caller; null if all are lent
     */
    public @Nullable ByteBuffer take() {
        if (!left.tryAcquire()) {
            return null;
        }
        ByteBuffer kept = free.poll();
        if (kept != null) {
            return kept.clear();
        }
        try {
            return ByteBuffer.allocateDirect(BYTES);
        } catch (OutOfMemoryError e) {
            giveUp();
            throw e;
        }
    }

    /**
     * Takes a buffer back.
     *
     * @param buffer from {@link #take()}; not used by the caller any more
     */
    public void giveBack(ByteBuffer buffer) {
        free.add(buffer);
        left.release();
    }

    /** Makes room for another buffer in place of a taken one, which a thread may still read. */
    public void giveUp() {
        left.release();
    }
}
