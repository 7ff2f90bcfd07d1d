package dev.gangway.standalone.loop;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The event loops of a server, one for each processor. */
public final class EventLoops {
    private static final int MAX_LOOPS = 16;
    /** So many threads may wait in the middle of a response; then connections get threads of their own from the start. */
    private static final int MAX_AWAY = 64;

    /** A loop that has accepted a connection keeps it, unless it has so many more than the emptiest. */
    private static final int MAX_SURPLUS = 2;

    /** So many loops accept connections: each is woken for each of them. */
    private static final int MAX_DOORS = 2;

    private static final int IDLE_SECONDS = 10;

    private final List<EventLoop> loops = new ArrayList<>();
    private volatile List<Door> doors = List.of();
    private final ThreadPoolExecutor threads;
    private final Consumer<Runnable> alone;
    private final Consumer<Throwable> faults;
    private final Watch watch;
    private final AtomicInteger away = new AtomicInteger();

    /**
     * Makes loops, which run until they are closed.
     *
     * @param alone runs a task on a thread of its own
     * @param faults takes what goes wrong
     * @throws IOException if the system gives no descriptor
     */
    public EventLoops(Consumer<Runnable> alone, Consumer<Throwable> faults) throws IOException {
        this.alone = alone;
        this.faults = faults;
        threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), names());
        int count = Math.min(Runtime.getRuntime().availableProcessors(), MAX_LOOPS);
        try {
            for (int i = 0; i < count; i++) {
                loops.add(new EventLoop(this));
            }
        } catch (IOException e) {
            loops.forEach(EventLoop::closeSelector);
            throw e;
        }
        watch = new Watch(loops);
        loops.forEach(this::lead);
    }

    /**
     * Takes a new connection.
     *
     * @param resident the connection
     * @throws IOException if its channel is closed
     */
    public void add(Resident resident) throws IOException {
        EventLoop chosen = loops.get(0);
        for (EventLoop loop : loops) {
            if (loop.residents() < chosen.residents()) {
                chosen = loop;
            }
        }
        for (EventLoop loop : loops) {
            if (loop.isLedHere() && loop.residents() <= chosen.residents() + MAX_SURPLUS) {
                chosen = loop;
            }
        }
        chosen.add(resident);
    }

    /**
     * Takes in connections, until {@link #stopAccepting()}, which the same thread calls.
     *
     * @param listening where they come from; it does not block
     * @param accept accepts one, if one waits, and throws nothing
     */
    public void startAccepting(ServerSocketChannel listening, Runnable accept) {
        List<Door> opened = new ArrayList<>();
        for (EventLoop loop : loops.subList(0, Math.min(MAX_DOORS, loops.size()))) {
            opened.add(loop.open(listening, accept));
        }
        doors = opened;
    }

    /** Takes in no more connections soon. May be called by a loop. */
    public void giveUpAccepting() {
        doors.forEach(Door::close);
    }

    /** Takes in no more connections, and returns when no loop does. */
    public void stopAccepting() {
        giveUpAccepting();
        doors.forEach(Door::awaitShut);
        doors = List.of();
    }

    /** Ends the threads soon. Connections must have ended before. */
    public void close() {
        watch.close();
        loops.forEach(EventLoop::close);
        threads.shutdown();
    }

    void lead(EventLoop loop) {
        if (!threads.isShutdown()) {
            threads.execute(loop::lead);
        }
    }

    void watched() {
        watch.awake();
    }

    void left() {
        away.incrementAndGet();
    }

    void returned() {
        away.decrementAndGet();
    }

    boolean isCrowded() {
        return away.get() >= MAX_AWAY;
    }

    void serveAlone(Resident resident) {
        alone.accept(resident::serveAlone);
    }

    void failed(Throwable fault) {
        try {
            faults.accept(fault);
        } catch (RuntimeException | Error e) {
            // There may be no memory to tell of it.
        }
    }

    private static ThreadFactory names() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "gangway-loop-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
