package dev.gangway.standalone.loop;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The time for which a thread leads an event loop. It ends when the thread serves a connection and waits, or takes too long; another
 * thread leads from then on. The state is odd while a connection is served, and grows with each.
 */
final class Turn {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final long OVER = -1;

    private final AtomicLong state = new AtomicLong();
    private final Thread leader = Thread.currentThread();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private volatile @Nullable Place place;
    /** Used by the leader alone. */
    private long current;

    /** Takes note that a connection is served from now on. */
    void begins(Place served) {
        place = served;
        state.set(++current);
    }

    /** Takes note that the connection is not served any more; false if the loop has another leader. */
    boolean ends() {
        long serving = current++;
        return state.compareAndSet(serving, current);
    }

    /** Ends the turn, on the leader's own thread; false if it has ended before. */
    boolean giveUp() {
        return state.compareAndSet(current, OVER);
    }

    /** Ends the turn if it is in a state, and a connection is served; returns that connection, or null. */
    @Nullable Place takeAway(long seen) {
        boolean isServing = seen > 0 && (seen & 1) == 1;
        return isServing && state.compareAndSet(seen, OVER) ? place : null;
    }

    long state() {
        return state.get();
    }

    /** Tells whether the calling thread leads. */
    boolean isHere() {
        return leader == Thread.currentThread() && state.get() != OVER;
    }

    ByteBuffer buffer() {
        return buffer;
    }
}
