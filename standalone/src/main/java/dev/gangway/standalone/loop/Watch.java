package dev.gangway.standalone.loop;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees to it that no response holds up the other connections of its loop. It looks every few milliseconds while there is something
 * to do, and sleeps otherwise.
 */
final class Watch implements Runnable {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** After so many looks at idle loops it sleeps. */
    private static final int IDLE_LOOKS = 10;

    private final List<EventLoop> loops;
    private final Thread thread;
    private volatile boolean asleep;
    private volatile boolean closed;

    Watch(List<EventLoop> loops) {
        this.loops = loops;
        thread = new Thread(this, "gangway-loop-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes note, on the thread of a loop, that there may be something to do. */
    void awake() {
        if (asleep) {
            asleep = false;
            LockSupport.unpark(thread);
        }
    }

    void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        int idle = 0;
        while (!closed) {
            if (idle < IDLE_LOOKS) {
                LockSupport.parkNanos(this, LOOK_NANOS);
            } else {
                LockSupport.park(this);
            }
            idle = look() ? 0 : idle + 1;
            asleep = idle >= IDLE_LOOKS;
            if (asleep && look()) {
                asleep = false;
                idle = 0;
            }
        }
    }

    private boolean look() {
        boolean isBusy = false;
        for (EventLoop loop : loops) {
            try {
                isBusy |= loop.look();
            } catch (RuntimeException | Error e) {
                loop.failed(e); // a lack of memory, most likely; loops need the watch all the more
            }
        }
        return isBusy;
    }
}
