package dev.gangway.standalone.loop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/** The place of a connection in an event loop, until it ends or goes on with a thread of its own. */
public final class Seat extends Place {
    private final EventLoop loop;
    private final Resident resident;
    private @Nullable SelectionKey key;
    private @Nullable Turn turn;
    /** Whether the loop goes on without it. */
    private volatile boolean left;
    /** How many more bytes are discarded; negative while the connection is served. */
    private long discards = -1;

    private @Nullable Runnable released;

    Seat(EventLoop loop, Resident resident) {
        this.loop = loop;
        this.resident = resident;
    }

    /**
     * Leaves the loop, because the calling thread is about to wait: another thread leads the loop from now on, and the channel blocks.
     * Called by the thread that serves the connection.
     *
     * @throws IOException if the channel is closed
     */
    public void leave() throws IOException {
        Turn current = turn;
        if (!left && current != null && current.giveUp()) {
            lose();
            loop.handOver();
        }
        resident.channel().configureBlocking(true);
    }

    /**
     * Has the loop discard what the client still sends, until it ends, and close the channel then. Called by the thread that serves the
     * connection, at its end.
     *
     * @param mostBytes so many bytes are discarded at most
     * @param closed is called when the channel is closed
     * @return false if the loop goes on without the connection
     */
    public boolean linger(long mostBytes, Runnable closed) {
        Turn current = turn;
        if (left || current == null || !current.isHere()) {
            return false;
        }
        discards = mostBytes;
        released = closed;
        return true;
    }

    /** Has the loop look at the connection, whose channel was closed by another thread. May be called from any thread. */
    public void wake() {
        if (!left) {
            loop.arrive(this);
        }
    }

    /**
     * Returns a buffer for the time of a turn.
     *
     * @return the only one of the thread whose turn it is
     * @throws IllegalStateException if it is not this connection's turn
     */
    public ByteBuffer buffer() {
        Turn current = turn;
        if (current == null) {
            throw new IllegalStateException("it is not this connection's turn");
        }
        return current.buffer();
    }

    @Override
    boolean serve(Turn current) {
        turn = current;
        current.begins(this);
        loop.watched();
        Resident.Then then = turn(current);
        // An interrupt that a handler has left behind would close the next channel that this thread touches.
        Thread.interrupted();
        boolean leads = current.ends();
        turn = null;
        if (then == Resident.Then.ENDED) {
            end(leads);
        } else if (then == Resident.Then.ALONE || !leads) {
            goAlone();
        }
        return leads;
    }

    /** Does what the turn is for. Whatever happens, the loop goes on. */
    private Resident.Then turn(Turn current) {
        try {
            if (discards >= 0) {
                return discard(current.buffer());
            }
            return loop.isCrowded() ? Resident.Then.ALONE : resident.ready();
        } catch (RuntimeException | Error e) {
            // A lack of memory, most likely.
            refuse(e);
            return Resident.Then.ENDED;
        }
    }

    private void refuse(Throwable reason) {
        try {
            resident.refuse(reason);
        } catch (RuntimeException | Error e) {
            loop.failed(e);
        }
    }

    @Override
    void register(Selector selector) {
        if (key == null && !left) {
            try {
                key = resident.channel().register(selector, SelectionKey.OP_READ, this);
            } catch (IOException e) {
                loop.arrive(this); // it was closed a moment ago
            }
        }
    }

    @Override
    boolean hasLeft() {
        return left;
    }

    @Override
    void lose() {
        left = true;
        SelectionKey registered = key;
        if (registered != null) {
            registered.cancel();
        }
    }

    private void end(boolean leads) {
        if (discards >= 0 && leads) {
            return; // it lingers
        }
        lose();
        loop.ended();
        Runnable told = released;
        if (told != null) {
            close();
            told.run();
        }
    }

    /** Discards what has come; ended once there will be no more. */
    private Resident.Then discard(ByteBuffer into) {
        try {
            int n = resident.channel().read(into.clear());
            discards -= Math.max(n, 0);
            if (n >= 0 && discards >= 0) {
                return Resident.Then.WAIT;
            }
        } catch (IOException e) {
            // The client has gone, or it took too long.
        }
        discards = -1;
        return Resident.Then.ENDED;
    }

    private void close() {
        try {
            resident.channel().close();
        } catch (IOException e) {
            // Nothing is left to be done for it.
        }
    }

    private void goAlone() {
        lose();
        loop.ended();
        try {
            resident.channel().configureBlocking(true);
        } catch (IOException e) {
            // It is closed: its handler finds out.
        }
        try {
            loop.serveAlone(resident);
        } catch (RuntimeException | Error e) {
            refuse(e);
        }
    }
}
