package dev.gangway.standalone.loop;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the bytes of many connections with one thread, which also serves them. It is a leader: as soon as it would have to wait
 * in the middle of a response, another thread leads, and this one goes on with the response.
 */
final class EventLoop {
    private final EventLoops loops;
    private final Selector selector;
    /** What other threads want to be looked at. */
    private final Queue<Place> arrivals = new ConcurrentLinkedQueue<>();
    /** What is about to have its turn. Used by the leader alone. */
    private final Queue<Place> ready = new ArrayDeque<>();

    private final Consumer<SelectionKey> collect = this::collect;
    private final AtomicInteger residents = new AtomicInteger();
    /** The turn of the thread that leads; null before the first one does. */
    private volatile @Nullable Turn turn;

    private volatile boolean closed;
    /** Whether there was no thread to lead it. */
    private volatile boolean orphaned;

    /** What the watch saw last. */
    private long seen;

    EventLoop(EventLoops loops) throws IOException {
        this.loops = loops;
        selector = Selector.open();
    }

    /** Takes a new connection. */
    void add(Resident resident) throws IOException {
        resident.channel().configureBlocking(false);
        Seat seat = new Seat(this, resident);
        resident.take(seat);
        residents.incrementAndGet();
        if (isLedHere()) {
            ready.add(seat);
        } else {
            arrive(seat);
        }
    }

    /** Takes in connections from now on. */
    Door open(ServerSocketChannel listening, Runnable accept) {
        Door door = new Door(this, listening, accept);
        arrive(door);
        return door;
    }

    /** Has the leader look at something. */
    void arrive(Place place) {
        arrivals.add(place);
        selector.wakeup();
    }

    /** Has something have its turn. Called by the leader. */
    void collect(SelectionKey key) {
        ready.add((Place) key.attachment());
    }

    /** Tells whether the calling thread leads this loop. */
    boolean isLedHere() {
        Turn current = turn;
        return current != null && current.isHere();
    }

    /** Leads until another thread does, or the loop is closed. */
    void lead() {
        Turn mine = new Turn();
        turn = mine;
        while (!closed) {
            for (Place place = ready.poll(); place != null; place = ready.poll()) {
                if (place.hasLeft()) {
                    continue;
                }
                boolean leads = place.serve(mine);
                if (!leads) {
                    loops.returned();
                    if (!orphaned) {
                        return;
                    }
                    orphaned = false;
                    mine = new Turn();
                    turn = mine;
                }
                place.register(selector);
            }
            await();
        }
        closeSelector();
    }

    private void await() {
        try {
            selector.select(collect);
        } catch (IOException e) {
            loops.failed(e);
        }
        for (Place place = arrivals.poll(); place != null; place = arrivals.poll()) {
            ready.add(place);
        }
    }

    /** Has another thread lead; if there can be none, this one leads again as soon as it has served its connection. */
    void handOver() {
        loops.left();
        try {
            loops.lead(this);
        } catch (RuntimeException | Error e) {
            orphaned = true;
            loops.failed(e);
        }
    }

    /** Has another thread lead if the leader has served one connection since the last look; returns whether it does something. */
    boolean look() {
        Turn current = turn;
        if (current == null) {
            return false;
        }
        long state = current.state();
        boolean isBusy = state != seen || (state & 1) == 1;
        if (state == seen) {
            Place slow = current.takeAway(state);
            if (slow != null) {
                slow.lose();
                handOver();
            }
        }
        seen = state;
        return isBusy;
    }

    int residents() {
        return residents.get();
    }

    void ended() {
        residents.decrementAndGet();
    }

    /** Has the watch look at the connection that is served. */
    void watched() {
        loops.watched();
    }

    boolean isCrowded() {
        return loops.isCrowded();
    }

    void failed(Throwable fault) {
        loops.failed(fault);
    }

    void serveAlone(Resident resident) {
        loops.serveAlone(resident);
    }

    void close() {
        closed = true;
        selector.wakeup();
    }

    void closeSelector() {
        try {
            selector.close();
        } catch (IOException e) {
            // Nothing is left to be done for it.
        }
    }
}
