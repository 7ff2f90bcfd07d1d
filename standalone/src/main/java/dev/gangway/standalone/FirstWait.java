package dev.gangway.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Has a virtual thread wait for a channel once. The JVM opens what it needs for that when it first happens, and if there
 * are no descriptors left at that moment, no virtual thread can ever wait for a channel again: so it had better happen
 * early.
 */
final class FirstWait {
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final AtomicBoolean DONE = new AtomicBoolean();

    private FirstWait() {}

    /** Does so in the background; a second call does nothing. */
    static void onceWith(ThreadFactory virtual) {
        if (DONE.compareAndSet(false, true)) {
            Thread thread = new Thread(() -> run(virtual), "gangway-first-wait");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void run(ThreadFactory virtual) {
        try {
            Pipe pipe = Pipe.open();
            try (Pipe.SinkChannel sink = pipe.sink()) {
                Thread reader = virtual.newThread(() -> read(pipe.source()));
                reader.start();
                long deadline = System.nanoTime() + LONGEST_NANOS;
                while (reader.getState() != Thread.State.WAITING
                        && reader.isAlive()
                        && System.nanoTime() - deadline < 0) {
                    LockSupport.parkNanos(200_000);
                }
                sink.write(ByteBuffer.allocate(1));
            }
        } catch (IOException e) {
            // Then it happens with the first connection.
        }
    }

    /** Waits for a byte. */
    private static void read(Pipe.SourceChannel source) {
        try (source) {
            source.read(ByteBuffer.allocate(1));
        } catch (IOException e) {
            // It has waited, and that was all.
        }
    }
}
