package dev.gangway.handler;

import dev.gangway.handler.io.HeadLimits;
import java.time.Duration;

/**
 * How much a client may send before its handler has a say. What is too much is refused while it is read, with an answer and the
 * end of the connection.
 */
public abstract class HandlerLimits extends StreamRequestHandler {
    private int maxRequestLineBytes = 65_536;
    private int maxHeaderLineBytes = HeadLimits.DEFAULT.lineBytes();
    private int maxHeaderLines = HeadLimits.DEFAULT.lines();
    private int maxHeaderBytes = HeadLimits.DEFAULT.sectionBytes();
    private int maxDrainedBytes = 65_536;
    private Duration drainTimeout = Duration.ofSeconds(2);

    /** Makes a handler with the limits that are documented. */
    protected HandlerLimits() {}

    /**
     * Returns how long a request line may be; a longer one is answered with 414.
     *
     * @return bytes, with the line end; 65,536 by default
     */
    public int maxRequestLineBytes() {
        return maxRequestLineBytes;
    }

    /**
     * Sets how long a request line may be.
     *
     * @param bytes at least 1; RFC 9112 §3 recommends 8,000 or more
     * @throws IllegalArgumentException if it is less than 1
     */
    public void maxRequestLineBytes(int bytes) {
        maxRequestLineBytes = checked(bytes, 1);
    }

    /**
     * Returns how long one header line may be; a longer one is answered with 431.
     *
     * @return bytes, with the line end; 65,536 by default
     */
    public int maxHeaderLineBytes() {
        return maxHeaderLineBytes;
    }

    /**
     * Sets how long one header line may be.
     *
     * @param bytes at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    public void maxHeaderLineBytes(int bytes) {
        maxHeaderLineBytes = checked(bytes, 1);
    }

    /**
     * Returns how many lines the header section may have; more are answered with 431.
     *
     * @return lines, the empty one at the end included; 100 by default
     */
    public int maxHeaderLines() {
        return maxHeaderLines;
    }

    /**
     * Sets how many lines the header section may have.
     *
     * @param lines at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    public void maxHeaderLines(int lines) {
        maxHeaderLines = checked(lines, 1);
    }

    /**
     * Returns how long the header section may be; a longer one is answered with 431.
     *
     * @return bytes; 262,144 by default
     */
    public int maxHeaderBytes() {
        return maxHeaderBytes;
    }

    /**
     * Sets how long the header section may be.
     *
     * @param bytes at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    public void maxHeaderBytes(int bytes) {
        maxHeaderBytes = checked(bytes, 1);
    }

    /**
     * Returns how much content a handler may leave unread before the connection is closed rather than read on.
     *
     * @return bytes; 65,536 by default
     */
    public int maxDrainedBytes() {
        return maxDrainedBytes;
    }

    /**
     * Sets how much content a handler may leave unread before the connection is closed rather than read on.
     *
     * @param bytes 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public void maxDrainedBytes(int bytes) {
        maxDrainedBytes = checked(bytes, 0);
    }

    /**
     * Returns how long the content that a handler has left unread may take to come before the connection is closed. A host that
     * cannot limit reads has its own say instead.
     *
     * @return a duration; two seconds by default
     */
    public Duration drainTimeout() {
        return drainTimeout;
    }

    /**
     * Sets how long the content that a handler has left unread may take to come before the connection is closed.
     *
     * @param limit a positive duration
     * @throws IllegalArgumentException if it is not positive
     */
    public void drainTimeout(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("the limit is not positive: " + limit);
        }
        drainTimeout = limit;
    }

    /** Returns the limits of a header section. */
    final HeadLimits headLimits() {
        return new HeadLimits(maxHeaderLineBytes(), maxHeaderLines(), maxHeaderBytes());
    }

    private static int checked(int limit, int least) {
        if (limit < least) {
            throw new IllegalArgumentException("the limit is less than " + least + ": " + limit);
        }
        return limit;
    }
}
