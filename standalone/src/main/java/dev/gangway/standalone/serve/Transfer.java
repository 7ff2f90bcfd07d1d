package dev.gangway.standalone.serve;

import dev.gangway.files.values.ByteSize;
import dev.gangway.standalone.log.Visible;
import java.util.concurrent.TimeUnit;

/** A request whose content is on its way, one way or the other. Its own thread counts, any thread may look. */
final class Transfer {
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
    /** How much of a new rate comes from the time since the last look. */
    private static final double WEIGHT = 0.3;

    private final boolean uploads;
    private final String client;
    private final String path;
    private final long beganNanos;
    private volatile long total = -1;
    private volatile long bytes;

    private long lookedNanos;
    private long lookedBytes;
    private double rate = -1;

    /**
     * Begins a transfer.
     *
     * @param uploads whether the client sends
     * @param client the client's address
     * @param path the request's target
     * @param nowNanos the time
     */
    Transfer(boolean uploads, String client, String path, long nowNanos) {
        this.uploads = uploads;
        this.client = client;
        this.path = path;
        this.beganNanos = nowNanos;
        this.lookedNanos = nowNanos;
    }

    boolean uploads() {
        return uploads;
    }

    /** Says how many bytes there are to come; less than 0 if that is not known. */
    void total(long count) {
        total = count;
    }

    /** Says how many bytes have come so far. */
    void bytes(long count) {
        bytes = count;
    }

    /** Adds bytes that have come. */
    void add(long count) {
        bytes(bytes + count); // only one thread counts
    }

    /** Tells whether it lasts for so long already. */
    boolean lasts(long nanos, long nowNanos) {
        return nowNanos - beganNanos >= nanos;
    }

    /** Measures the rate since the last call. For one thread. */
    void measure(long nowNanos) {
        long count = bytes;
        long elapsed = nowNanos - lookedNanos;
        if (elapsed > 0) {
            double current = (count - lookedBytes) * NANOS_PER_SECOND / elapsed;
            rate = rate < 0 ? current : rate + WEIGHT * (current - rate);
            lookedNanos = nowNanos;
            lookedBytes = count;
        }
    }

    /** Returns the line to show; {@code down  35 %  1.2 GiB of 3.4 GiB  85 MiB/s  0:25 left  127.0.0.1 /a.iso}. */
    String text() {
        long all = total;
        long count = bytes;
        StringBuilder text = new StringBuilder(uploads ? "up    " : "down  ");
        if (all > 0) {
            text.append(Math.min(100, count * 100 / all)).append(" %  ");
        }
        text.append(ByteSize.text(count));
        if (all > 0) {
            text.append(" of ").append(ByteSize.text(all));
        }
        long perSecond = Math.max(0, Math.round(rate));
        text.append("  ").append(ByteSize.text(perSecond)).append("/s  ");
        if (all > 0 && perSecond > 0) {
            long seconds = Math.max(0, all - count) / perSecond;
            text.append(seconds / 60).append(seconds % 60 < 10 ? ":0" : ":").append(seconds % 60);
            text.append(" left  ");
        }
        return text.append(client).append(' ').append(Visible.line(path)).toString();
    }
}
