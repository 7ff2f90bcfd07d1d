package dev.gangway.standalone;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Arrays for the TLS records that the connections of a server write. A record may be long, so the engine wants 16 KiB even for a short one. Making
 * an array for each response took an eighth of its time.
 *
 * <p>Every method may be called from any thread.
 */
final class RecordBuffers {
    private static final int MOST = 32;

    private final Queue<byte[]> free = new ArrayBlockingQueue<>(MOST);

    /** Lends an array of at least a length; its content is left as it was. */
    byte[] take(int length) {
        byte[] kept = free.poll();
        return kept != null && kept.length >= length ? kept : new byte[length];
    }

    /** Takes an array back, which the caller uses no more. */
    void giveBack(byte[] array) {
        free.offer(array); // without effect if there are enough
    }
}
