package dev.gangway.standalone;

import dev.gangway.host.HandlerConnection.Phase;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What a connection is doing. Its threads note each change with one ordered write and never look at a clock; the
 * watchdog comes by now and then and measures for how long nothing has changed.
 */
final class Activity {
    private static final int IDLE = 0;
    private static final int HEAD = 1;
    private static final int REQUEST = 2;
    private static final int CONTENT = 3;
    private static final int RAW = 4;
    private static final int CLOSING = 5;
    private static final int ENDED = 6;
    private static final int CODE_MASK = 0xf;
    /** Every change adds to the upper bits, so that two states never look the same to the watchdog. */
    private static final int CHANGE = CODE_MASK + 1;

    private static final VarHandle STATE;
    private static final VarHandle WRITES;
    private static final VarHandle CONTENT_BYTES;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(Activity.class, "state", int.class);
            WRITES = lookup.findVarHandle(Activity.class, "writes", int.class);
            CONTENT_BYTES = lookup.findVarHandle(Activity.class, "contentBytes", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("UnusedVariable") // through STATE
    private int state = IDLE;

    /** Odd while a write is under way. */
    @SuppressWarnings("UnusedVariable") // through WRITES
    private int writes;

    /** Counts requests, so that the watchdog knows one from the next; ordered by the state that is written after it. */
    private int requests;

    /** How much a read in this request has brought. */
    @SuppressWarnings("UnusedVariable") // through CONTENT_BYTES
    private long contentBytes;

    private final ContentWait contentWait = new ContentWait();

    // What the watchdog saw last, and when first. Others look at these only to pick idle connections: an old value
    // does no harm there.
    private int seenState = -1;
    private int seenWrites;
    private long seenQueue = SendQueues.UNKNOWN;
    private long stateSince;
    private long writeSince;

    void phase(Phase phase) {
        int now = state();
        if (code(now) != ENDED) {
            if (phase == Phase.REQUEST) {
                requests++;
                CONTENT_BYTES.setRelease(this, 0L);
            }
            become(now, code(phase));
        }
    }

    /** Notes that bytes came in; false if the connection was given up as idle a moment before. */
    boolean bytesCame() {
        int now = state();
        if (code(now) != IDLE) {
            return code(now) != ENDED;
        }
        return STATE.compareAndSet(this, now, next(now, HEAD));
    }

    void readBegins() {
        int now = state();
        if (code(now) == REQUEST) {
            become(now, CONTENT);
        }
    }

    /** Notes what a read has brought, before it ends. */
    void contentCame(int count) {
        if (count > 0 && code(state()) == CONTENT) {
            CONTENT_BYTES.setRelease(this, (long) CONTENT_BYTES.get(this) + count);
        }
    }

    void readEnds() {
        int now = state();
        if (code(now) == CONTENT) {
            become(now, REQUEST);
        }
    }

    void writeBegins() {
        WRITES.setRelease(this, (int) WRITES.get(this) + 1 | 1);
    }

    void writeGoesOn() {
        WRITES.setRelease(this, (int) WRITES.get(this) + 2);
    }

    void writeEnds() {
        WRITES.setRelease(this, (int) WRITES.get(this) + 1 & ~1);
    }

    boolean isWriting() {
        return ((int) WRITES.getAcquire(this) & 1) == 1;
    }

    boolean isIdle() {
        return code(state()) == IDLE;
    }

    boolean hasEnded() {
        return code(state()) == ENDED;
    }

    boolean isClosing() {
        return code(state()) == CLOSING;
    }

    /** Whether a handler that says nothing of phases has begun to answer. */
    boolean isBeforeAnswer() {
        return code(state()) <= HEAD;
    }

    /** Gives the connection up if it is idle at this moment; its next bytes are not read any more. */
    boolean endIfIdle() {
        int now = state();
        return code(now) == IDLE && STATE.compareAndSet(this, now, next(now, ENDED));
    }

    /** For how long the watchdog has seen it wait for a request or the rest of a head; negative if it does neither. */
    long waitingNanos(long nowNanos) {
        int now = state();
        return code(now) <= HEAD && now == seenState ? nowNanos - stateSince : -1;
    }

    /** For how long the watchdog has seen one write wait; negative if there is none. */
    long writingNanos(long nowNanos) {
        int now = (int) WRITES.getAcquire(this);
        return (now & 1) == 1 && now == seenWrites ? nowNanos - writeSince : -1;
    }

    /** Notes how much the client has not taken yet: a write that waits makes progress while that changes. */
    void queued(long bytes, long nowNanos) {
        if (bytes == SendQueues.UNKNOWN) {
            return; // what cannot be seen is no progress
        }
        if (seenQueue != SendQueues.UNKNOWN && bytes != seenQueue) {
            writeSince = nowNanos;
        }
        seenQueue = bytes;
    }

    /** Tells which phase has lasted too long, if one has. For the watchdog alone. */
    Overdue overdue(long nowNanos, Limits limits, boolean ownTimeout, long ownWriteNanos) {
        int now = state();
        int writing = (int) WRITES.getAcquire(this);
        if (now != seenState) {
            seenState = now;
            stateSince = nowNanos;
        }
        if (writing != seenWrites) {
            seenWrites = writing;
            seenQueue = SendQueues.UNKNOWN;
            writeSince = nowNanos;
        }
        if ((writing & 1) == 1) {
            long limit = ownTimeout ? ownWriteNanos : limits.writeNanos();
            return nowNanos - writeSince > limit ? Overdue.WRITE : Overdue.NOTHING;
        }
        Overdue reading = overdueReading(code(now), nowNanos - stateSince, limits, ownTimeout);
        return reading == Overdue.NOTHING && !ownTimeout ? overdueContent(code(now), nowNanos, limits) : reading;
    }

    private Overdue overdueContent(int code, long nowNanos, Limits limits) {
        contentWait.look(requests, code == CONTENT, nowNanos);
        boolean slow = code == CONTENT && contentWait.isTooSlow((long) CONTENT_BYTES.getAcquire(this), limits);
        return slow ? Overdue.SLOW_BODY : Overdue.NOTHING;
    }

    private static Overdue overdueReading(int code, long nanos, Limits limits, boolean ownTimeout) {
        if (code == HEAD) {
            return nanos > limits.headerNanos() ? Overdue.HEAD : Overdue.NOTHING;
        }
        if (code == IDLE && !ownTimeout) {
            return nanos > limits.idleNanos() ? Overdue.IDLE : Overdue.NOTHING;
        }
        if (code == CONTENT && !ownTimeout) {
            return nanos > limits.bodyNanos() ? Overdue.BODY : Overdue.NOTHING;
        }
        return Overdue.NOTHING;
    }

    private int state() {
        return (int) STATE.getAcquire(this);
    }

    private void become(int from, int code) {
        // A plain exchange would undo an end that another thread decides on at this moment.
        if (code(from) == IDLE) {
            STATE.compareAndSet(this, from, next(from, code));
        } else {
            STATE.setRelease(this, next(from, code));
        }
    }

    private static int next(int from, int code) {
        return (from & ~CODE_MASK) + CHANGE | code;
    }

    private static int code(Phase phase) {
        return switch (phase) {
            case IDLE -> IDLE;
            case HEAD -> HEAD;
            case REQUEST -> REQUEST;
            case RAW -> RAW;
            case CLOSING -> CLOSING;
        };
    }

    private static int code(int state) {
        return state & CODE_MASK;
    }
}
